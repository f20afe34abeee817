package dev.hypergraph4j.processor.wire;

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
 * A set of nodes and who gives to whom among them. An edge leads from each node that gives a value to each that takes one of that name.
 *
 * <p>Immutable; the nodes are in the order of declaration.
 */
final class Edges {
    private final Set<GraphNode> nodes;
    private final Map<String, List<Give>> producers = new LinkedHashMap<>();
    private final Map<String, List<Take>> consumers = new LinkedHashMap<>();

    Edges(Collection<GraphNode> nodes) {
        this.nodes = new LinkedHashSet<>(nodes);
        for (GraphNode node : nodes) {
            node.gives()
                    .forEach(give -> producers
                            .computeIfAbsent(give.value(), name -> new ArrayList<>(1))
                            .add(give));
            node.takes()
                    .forEach(take -> consumers
                            .computeIfAbsent(take.value(), name -> new ArrayList<>(1))
                            .add(take));
        }
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

    /** The edges that lead into {@code node}, in the order of its parameters. */
    List<Cycle.Edge> into(GraphNode node) {
        List<Cycle.Edge> edges = new ArrayList<>();
        for (Take take : node.takes()) {
            for (Give give : producers.getOrDefault(take.value(), List.of())) {
                edges.add(new Cycle.Edge(give, take));
            }
        }
        return edges;
    }

    /** The edges that lead out of {@code node}, in the order of its outputs. */
    List<Cycle.Edge> outOf(GraphNode node) {
        List<Cycle.Edge> edges = new ArrayList<>();
        for (Give give : node.gives()) {
            for (Take take : consumers.getOrDefault(give.value(), List.of())) {
                edges.add(new Cycle.Edge(give, take));
            }
        }
        return edges;
    }

    /** The nodes given and all that lie downstream of one of them. */
    Set<GraphNode> downstreamOf(Collection<GraphNode> starts) {
        return reachable(
                starts,
                node -> outOf(node).stream().map(edge -> edge.take().node()).toList());
    }

    /** The nodes given and all that lie upstream of one of them. */
    Set<GraphNode> upstreamOf(Collection<GraphNode> ends) {
        return reachable(
                ends,
                node -> into(node).stream().map(edge -> edge.give().node()).toList());
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
