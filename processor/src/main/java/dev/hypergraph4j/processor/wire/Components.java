package dev.hypergraph4j.processor.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the sets of nodes that reach each other: strongly connected components, by Tarjan's algorithm with a stack of its own. */
final class Components {
    private final Function<GraphNode, List<GraphNode>> successors;
    private final Map<GraphNode, Visit> visits = new HashMap<>();
    private final Deque<Visit> unassigned = new ArrayDeque<>();
    private final List<List<GraphNode>> found = new ArrayList<>();

    private Components(Function<GraphNode, List<GraphNode>> successors) {
        this.successors = successors;
    }

    /** The components that hold a cycle, each sorted by declaration. */
    static List<List<GraphNode>> cyclic(Collection<GraphNode> nodes, Function<GraphNode, List<GraphNode>> successors) {
        Components components = new Components(successors);
        for (GraphNode root : nodes) {
            if (!components.visits.containsKey(root)) {
                components.walk(root);
            }
        }
        return components.found;
    }

    private void walk(GraphNode root) {
        Deque<Visit> path = new ArrayDeque<>();
        path.push(enter(root));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            GraphNode next = visit.nextNeighbour();
            if (next == null) {
                path.pop();
                if (visit.low == visit.index) {
                    collect(visit);
                }
                if (!path.isEmpty()) {
                    path.peek().low = Math.min(path.peek().low, visit.low);
                }
                continue;
            }
            Visit known = visits.get(next);
            if (known == null) {
                path.push(enter(next));
            } else if (known.waiting) {
                visit.low = Math.min(visit.low, known.index);
            }
        }
    }

    private Visit enter(GraphNode node) {
        Visit visit = new Visit(node, visits.size(), successors.apply(node));
        visits.put(node, visit);
        unassigned.push(visit);
        return visit;
    }

    private void collect(Visit first) {
        List<GraphNode> component = new ArrayList<>();
        Visit visit;
        do {
            visit = unassigned.pop();
            visit.waiting = false;
            component.add(visit.node);
        } while (visit != first);
        if (component.size() > 1 || first.out.contains(first.node)) {
            component.sort(Comparator.comparingInt(GraphNode::declared));
            found.add(component);
        }
    }

    /** Where the walk is at a node. */
    private static final class Visit {
        final GraphNode node;
        final int index;
        final List<GraphNode> out;
        int low;
        boolean waiting = true;

        private int next;

        Visit(GraphNode node, int index, List<GraphNode> out) {
            this.node = node;
            this.index = index;
            this.low = index;
            this.out = out;
        }

        @Nullable
        GraphNode nextNeighbour() {
            return next == out.size() ? null : out.get(next++);
        }
    }
}
