package dev.hypergraph4j.processor.wire;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds a shortest cycle in each set of nodes that reach each other along some of the edges, by breadth-first search from the node that was declared
 * first among them.
 */
final class CycleFinder {
    private final Edges edges;
    private final Predicate<Edge> counts;

    /** @param counts tells which edges to go along */
    CycleFinder(Edges edges, Predicate<Edge> counts) {
        this.edges = edges;
        this.counts = counts;
    }

    /** One cycle for each component of {@code nodes}, in the order in which their first nodes were declared. */
    List<Cycle> shortestCycles(Collection<GraphNode> nodes) {
        return Components.cyclic(nodes, node -> outOf(node).map(Edge::to).toList()).stream()
                .map(component -> shortestThrough(component.get(0), new HashSet<>(component)))
                .sorted(Comparator.comparingInt(
                        cycle -> cycle.edges().get(0).from().declared()))
                .toList();
    }

    private Cycle shortestThrough(GraphNode start, Set<GraphNode> component) {
        Map<GraphNode, Edge> reachedBy = new HashMap<>();
        Deque<GraphNode> open = new ArrayDeque<>(List.of(start));
        while (!reachedBy.containsKey(start)) {
            outOf(open.remove()).filter(edge -> component.contains(edge.to())).forEach(edge -> {
                if (reachedBy.putIfAbsent(edge.to(), edge) == null) {
                    open.add(edge.to());
                }
            });
        }
        Deque<Edge> cycle = new ArrayDeque<>();
        GraphNode node = start;
        do {
            Edge edge = Objects.requireNonNull(reachedBy.get(node));
            cycle.addFirst(edge);
            node = edge.from();
        } while (node != start);
        return new Cycle(List.copyOf(cycle));
    }

    private Stream<Edge> outOf(GraphNode node) {
        return edges.outOf(node).stream().filter(counts);
    }
}
