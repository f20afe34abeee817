package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.RandomGraph.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run of a {@link RandomGraph} must give under {@link ErrorHandling#CONTINUE}, worked out in the most naive way: it goes through the nodes
 * again and again and runs those whose values are all there.
 */
final class Expected {
    private final Map<String, Object> known = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> completed = new ArrayList<>();
    private final Map<String, Throwable> failed = new LinkedHashMap<>();
    private final Map<String, Object> outputs = new LinkedHashMap<>();

    private Expected(RandomGraph graph, Collection<Node> nodes, List<String> wanted) {
        Object[] given = graph.given();
        for (int i = 0; i < given.length; i += 2) {
            known.put((String) given[i], given[i + 1]);
        }
        Set<Node> left = new LinkedHashSet<>(nodes);
        boolean changed = true;
        while (changed) {
            changed = left.removeIf(this::runIfReady);
        }
        for (Node node : graph.nodes()) {
            if (nodes.contains(node) && known.keySet().containsAll(node.gives())) {
                completed.add(node.name());
                node.gives().forEach(value -> values.put(value, known.get(value)));
            }
        }
        wanted.stream().filter(known::containsKey).forEach(output -> outputs.put(output, known.get(output)));
    }

    /** Of a run of all nodes. */
    static Expected of(RandomGraph graph) {
        return new Expected(graph, graph.nodes(), graph.outputs());
    }

    /** Of a run of what {@code output} needs. */
    static Expected of(RandomGraph graph, String output) {
        Set<String> needed = new LinkedHashSet<>(Set.of(output));
        Set<Node> nodes = new LinkedHashSet<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Node node : graph.nodes()) {
                if (node.gives().stream().anyMatch(needed::contains) && nodes.add(node)) {
                    needed.addAll(node.takes());
                    changed = true;
                }
            }
        }
        return new Expected(graph, nodes, List.of(output));
    }

    /** All values that nodes give, in the order of the nodes. */
    Map<String, Object> values() {
        return values;
    }

    Map<String, Object> outputs() {
        return outputs;
    }

    /** The nodes that completed, in order. */
    List<String> completed() {
        return completed;
    }

    /** What nodes throw, in the order of the nodes. */
    Map<String, Throwable> failed() {
        return failed;
    }

    private boolean runIfReady(Node node) {
        if (!known.keySet().containsAll(node.takes())) {
            return false;
        }
        Throwable error = node.error();
        if (error != null) {
            failed.put(node.name(), error);
            return true;
        }
        List<Integer> given = node.values(node.takes().stream().map(known::get).toList());
        for (int i = 0; i < given.size(); i++) {
            known.put(node.gives().get(i), given.get(i));
        }
        return true;
    }
}
