package dev.hypergraph4j.processor.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The order in which nodes run one after the other: each behind those it waits for, the nodes of a cycle next to each other; of several that could be
 * next, the one declared first (Kahn's algorithm with a priority queue). The same declaration gives the same order, whatever order the compiler
 * lists things in.
 */
final class PlanOrder {
    private final Precedence precedence;

    private PlanOrder(Precedence precedence) {
        this.precedence = precedence;
    }

    /** The nodes in their order; {@code regions} gets the cycles, in theirs. */
    static List<GraphNode> of(Collection<GraphNode> nodes, Precedence precedence, List<Region> regions) {
        return new PlanOrder(precedence).sorted(nodes, regions);
    }

    private List<GraphNode> sorted(Collection<GraphNode> nodes, List<Region> regions) {
        Map<GraphNode, Integer> waiting = new HashMap<>();
        PriorityQueue<GraphNode> ready = new PriorityQueue<>(Comparator.comparingInt(GraphNode::declared));
        for (GraphNode node : nodes) {
            waiting.putIfAbsent(first(node), 0);
            for (GraphNode follower : precedence.followers(node)) {
                if (first(follower) != first(node)) {
                    waiting.merge(first(follower), 1, Integer::sum);
                }
            }
        }
        waiting.forEach((unit, count) -> {
            if (count == 0) {
                ready.add(unit);
            }
        });
        List<GraphNode> order = new ArrayList<>(nodes.size());
        while (!ready.isEmpty()) {
            List<GraphNode> unit = precedence.unitOf(ready.remove());
            List<GraphNode> inner = unit.size() == 1 ? unit : turn(unit);
            order.addAll(inner);
            if (precedence.isInSameRegion(unit.get(0), unit.get(0))) {
                regions.add(new Region(inner));
            }
            for (GraphNode node : unit) {
                for (GraphNode follower : precedence.followers(node)) {
                    GraphNode next = first(follower);
                    if (next != unit.get(0) && waiting.merge(next, -1, Integer::sum) == 0) {
                        ready.add(next);
                    }
                }
            }
        }
        return List.copyOf(order);
    }

    /** What stands for the unit of {@code node}: its first node. */
    private GraphNode first(GraphNode node) {
        return precedence.unitOf(node).get(0);
    }

    /** The order of one turn of a cycle. */
    private List<GraphNode> turn(List<GraphNode> unit) {
        Set<GraphNode> members = new HashSet<>(unit);
        Map<GraphNode, Integer> waiting = new HashMap<>();
        for (GraphNode node : unit) {
            for (GraphNode follower : precedence.followers(node)) {
                if (members.contains(follower)) {
                    waiting.merge(follower, 1, Integer::sum);
                }
            }
        }
        PriorityQueue<GraphNode> ready = new PriorityQueue<>(Comparator.comparingInt(GraphNode::declared));
        unit.stream().filter(node -> !waiting.containsKey(node)).forEach(ready::add);
        List<GraphNode> order = new ArrayList<>(unit.size());
        while (!ready.isEmpty()) {
            GraphNode node = ready.remove();
            order.add(node);
            for (GraphNode follower : precedence.followers(node)) {
                if (members.contains(follower) && waiting.merge(follower, -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            }
        }
        return List.copyOf(order);
    }
}
