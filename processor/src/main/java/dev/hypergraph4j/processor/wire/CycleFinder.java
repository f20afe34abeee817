package dev.hypergraph4j.processor.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sets of nodes that wait for each other (strongly connected components, by Tarjan's algorithm with a stack of its own) and a
 * shortest cycle in each, by breadth-first search from the node that was declared first among those on a cycle of the set.
 */
final class CycleFinder {
    private final Edges edges;

    CycleFinder(Edges edges) {
        this.edges = edges;
    }

    /** One cycle for each component, in the order in which their first nodes were declared. */
    List<Cycle> shortestCycles() {
        return components().stream()
                .map(component -> shortestThrough(component.get(0), new HashSet<>(component)))
                .sorted(Comparator.comparingInt(
                        cycle -> cycle.edges().get(0).give().node().declared()))
                .toList();
    }

    private Cycle shortestThrough(GraphNode start, Set<GraphNode> component) {
        Map<GraphNode, Cycle.Edge> reachedBy = new HashMap<>();
        Deque<GraphNode> open = new ArrayDeque<>(List.of(start));
        while (!reachedBy.containsKey(start)) {
            for (Cycle.Edge edge : edges.outOf(open.remove())) {
                GraphNode next = edge.take().node();
                if (component.contains(next) && reachedBy.putIfAbsent(next, edge) == null) {
                    open.add(next);
                }
            }
        }
        Deque<Cycle.Edge> cycle = new ArrayDeque<>();
        GraphNode node = start;
        do {
            Cycle.Edge edge = Objects.requireNonNull(reachedBy.get(node));
            cycle.addFirst(edge);
            node = edge.give().node();
        } while (node != start);
        return new Cycle(List.copyOf(cycle));
    }

    /** The components that hold a cycle, each sorted by declaration. */
    private List<List<GraphNode>> components() {
        Map<GraphNode, Visit> visits = new HashMap<>();
        Deque<Visit> unassigned = new ArrayDeque<>();
        List<List<GraphNode>> found = new ArrayList<>();
        for (GraphNode root : edges.nodes()) {
            if (!visits.containsKey(root)) {
                walk(root, visits, unassigned, found);
            }
        }
        return found;
    }

    private void walk(
            GraphNode root, Map<GraphNode, Visit> visits, Deque<Visit> unassigned, List<List<GraphNode>> found) {
        Deque<Visit> path = new ArrayDeque<>();
        path.push(enter(root, visits, unassigned));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            GraphNode next = visit.nextNeighbour();
            if (next == null) {
                path.pop();
                if (visit.low == visit.index) {
                    collect(visit, unassigned, found);
                }
                if (!path.isEmpty()) {
                    path.peek().low = Math.min(path.peek().low, visit.low);
                }
                continue;
            }
            Visit known = visits.get(next);
            if (known == null) {
                path.push(enter(next, visits, unassigned));
            } else if (known.waiting) {
                visit.low = Math.min(visit.low, known.index);
            }
        }
    }

    private Visit enter(GraphNode node, Map<GraphNode, Visit> visits, Deque<Visit> unassigned) {
        Visit visit = new Visit(node, visits.size(), edges.outOf(node));
        visits.put(node, visit);
        unassigned.push(visit);
        return visit;
    }

    private void collect(Visit first, Deque<Visit> unassigned, List<List<GraphNode>> found) {
        List<GraphNode> component = new ArrayList<>();
        Visit visit;
        do {
            visit = unassigned.pop();
            visit.waiting = false;
            component.add(visit.node);
        } while (visit != first);
        boolean cyclic = component.size() > 1
                || edges.outOf(first.node).stream().anyMatch(edge -> edge.take().node() == first.node);
        if (cyclic) {
            component.sort(Comparator.comparingInt(GraphNode::declared));
            found.add(component);
        }
    }

    /** Where the walk is at a node. */
    private static final class Visit {
        final GraphNode node;
        final int index;
        int low;
        boolean waiting = true;

        private final List<Cycle.Edge> out;
        private int next;

        Visit(GraphNode node, int index, List<Cycle.Edge> out) {
            this.node = node;
            this.index = index;
            this.low = index;
            this.out = out;
        }

        @Nullable
        GraphNode nextNeighbour() {
            return next == out.size() ? null : out.get(next++).take().node();
        }
    }
}
