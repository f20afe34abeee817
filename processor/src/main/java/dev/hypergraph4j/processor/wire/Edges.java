package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.Decision;
import dev.hypergraph4j.processor.model.GateTarget;
import dev.hypergraph4j.processor.model.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A set of nodes and who waits for whom among them. An edge leads from each node that gives a value to each that takes one of that name, from each
 * that gives a signal to each that waits for it, and from each gate to its targets.
 *
 * <p>Immutable; the nodes are in the order of declaration.
 */
final class Edges {
    private final Set<GraphNode> nodes;
    private final Map<String, List<Give>> producers = new LinkedHashMap<>();
    private final Map<String, List<Take>> consumers = new LinkedHashMap<>();
    private final Map<GraphNode, List<Edge>> into = new LinkedHashMap<>();
    private final Map<GraphNode, List<Edge>> outOf = new LinkedHashMap<>();

    Edges(Collection<GraphNode> nodes) {
        this.nodes = new LinkedHashSet<>(nodes);
        for (GraphNode node : nodes) {
            node.gives().forEach(give -> add(producers, give.value(), give));
            node.takes().forEach(take -> add(consumers, take.value(), take));
        }
        Map<String, List<GraphNode>> emitters = new LinkedHashMap<>();
        Map<String, GraphNode> byName = new LinkedHashMap<>();
        for (GraphNode node : nodes) {
            node.emits().forEach(signal -> add(emitters, signal, node));
            byName.putIfAbsent(node.name(), node);
        }
        for (GraphNode node : nodes) {
            linkValues(node);
            linkSignals(node, emitters);
        }
        for (GraphNode node : nodes) {
            linkTargets(node, byName);
        }
    }

    private void linkValues(GraphNode node) {
        for (Take take : node.takes()) {
            for (Give give : producers.getOrDefault(take.value(), List.of())) {
                add(Edge.value(give, take));
            }
        }
    }

    private void linkSignals(GraphNode node, Map<String, List<GraphNode>> emitters) {
        for (Name awaited : node.method().traits().waits()) {
            String signal = awaited.text();
            for (GraphNode emitter : emitters.getOrDefault(signal, List.of())) {
                add(Edge.signal(emitter, node, signal));
            }
            for (Give give : producers.getOrDefault(signal, List.of())) {
                add(Edge.signal(give.node(), node, signal));
            }
        }
    }

    private void linkTargets(GraphNode node, Map<String, GraphNode> byName) {
        for (String target : targets(node)) {
            GraphNode known = byName.get(target);
            if (known != null && known != node) {
                add(Edge.choice(node, known));
            }
        }
    }

    /** The names of the nodes that {@code node} may open, each once, in their order; none where it is no gate. */
    private static Set<String> targets(GraphNode node) {
        Decision decision = node.method().traits().decision();
        if (decision == null) {
            return Set.of();
        }
        Set<String> targets = new LinkedHashSet<>();
        decision.targets().stream()
                .filter(target -> !target.isEnd())
                .map(GateTarget::node)
                .forEach(targets::add);
        Name fallback = decision.fallback();
        if (fallback != null) {
            targets.add(fallback.text());
        }
        return targets;
    }

    private void add(Edge edge) {
        add(outOf, edge.from(), edge);
        add(into, edge.to(), edge);
    }

    private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
        lists.computeIfAbsent(key, first -> new ArrayList<>(1)).add(value);
    }

    Set<GraphNode> nodes() {
        return nodes;
    }

    Map<String, List<Give>> producers() {
        return producers;
    }

    Map<String, List<Take>> consumers() {
        return consumers;
    }

    @Nullable
    Give producer(String value) {
        List<Give> gives = producers.get(value);
        return gives == null ? null : gives.get(0);
    }

    /** The edges that lead into {@code node}: values in the order of the parameters, then signals, then choices of gates. */
    List<Edge> into(GraphNode node) {
        return into.getOrDefault(node, List.of());
    }

    /** The edges that lead out of {@code node}. */
    List<Edge> outOf(GraphNode node) {
        return outOf.getOrDefault(node, List.of());
    }

    /** The nodes given and all that lie downstream of one of them. */
    Set<GraphNode> downstreamOf(Collection<GraphNode> starts) {
        return reachable(starts, node -> outOf(node).stream().map(Edge::to).toList());
    }

    /** The nodes given and all that lie upstream of one of them. */
    Set<GraphNode> upstreamOf(Collection<GraphNode> ends) {
        return reachable(ends, node -> into(node).stream().map(Edge::from).toList());
    }

    /** The same edges among some of the nodes. */
    Edges within(Set<GraphNode> some) {
        return some.size() == nodes.size() ? this : new Edges(some);
    }

    /** The same edges among the other nodes. */
    Edges without(Set<GraphNode> some) {
        return new Edges(nodes.stream().filter(node -> !some.contains(node)).toList());
    }

    private static Set<GraphNode> reachable(
            Collection<GraphNode> from, Function<GraphNode, List<GraphNode>> neighbours) {
        Set<GraphNode> reached = new TreeSet<>(Comparator.comparingInt(GraphNode::declared));
        reached.addAll(from);
        Deque<GraphNode> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (GraphNode neighbour : neighbours.apply(open.remove())) {
                if (reached.add(neighbour)) {
                    open.add(neighbour);
                }
            }
        }
        return reached;
    }
}
