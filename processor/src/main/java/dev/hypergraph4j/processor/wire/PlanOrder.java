package dev.hypergraph4j.processor.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The order in which nodes run one after the other: each behind those it takes values from; of several that could be next, the one declared
 * first (Kahn's algorithm with a priority queue). The same declaration gives the same order, whatever order the compiler lists things in.
 */
final class PlanOrder {
    private PlanOrder() {}

    static List<GraphNode> of(Edges edges) {
        Map<GraphNode, Integer> waiting = new HashMap<>();
        PriorityQueue<GraphNode> ready = new PriorityQueue<>((a, b) -> Integer.compare(a.declared(), b.declared()));
        for (GraphNode node : edges.nodes()) {
            int count = edges.into(node).size();
            waiting.put(node, count);
            if (count == 0) {
                ready.add(node);
            }
        }
        List<GraphNode> order = new ArrayList<>(edges.nodes().size());
        while (!ready.isEmpty()) {
            GraphNode node = ready.remove();
            order.add(node);
            for (Cycle.Edge edge : edges.outOf(node)) {
                GraphNode next = edge.take().node();
                if (waiting.merge(next, -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        return List.copyOf(order);
    }
}
