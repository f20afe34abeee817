package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.Parameter.Seed;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which node has to go before which. Inside of a cycle it is the order of one turn: what closes the cycle is left out, that is, the values that
 * {@code @Seed} parameters take, and the choices of a gate that would lead back to what it was made from.
 */
final class Precedence {
    private final Edges edges;
    private final Set<String> shared;
    private final Map<GraphNode, List<GraphNode>> regionOf = new HashMap<>();
    private final List<List<GraphNode>> regions;

    /** Who has to go behind each node, for a reason that is no edge that closes a cycle. */
    private final Map<GraphNode, Set<GraphNode>> followers = new LinkedHashMap<>();

    /** The same without what only follows from who reads a shared value. */
    private final Map<GraphNode, Set<GraphNode>> stated = new LinkedHashMap<>();

    /** For who reads shared values: who gives them before. */
    private final Map<GraphNode, Set<GraphNode>> sharedBefore = new LinkedHashMap<>();

    private final List<Cycle> cycles;

    Precedence(Edges edges, Set<String> shared) {
        this.edges = edges;
        this.shared = shared;
        this.regions = Components.cyclic(
                edges.nodes(),
                node -> edges.outOf(node).stream()
                        .filter(edge -> !isShared(edge))
                        .map(Edge::to)
                        .toList());
        regions.forEach(region -> region.forEach(node -> regionOf.put(node, region)));
        this.cycles = new CycleFinder(edges, this::bindsInATurn)
                .shortestCycles(regionOf.keySet().stream()
                        .sorted((a, b) -> Integer.compare(a.declared(), b.declared()))
                        .toList());
        if (cycles.isEmpty()) {
            followValuesAndSignals();
            followGates();
            followers.forEach((node, behind) -> stated.put(node, new LinkedHashSet<>(behind)));
            followSharedValues();
        }
    }

    /** Cycles that nothing begins: nodes that wait for each other in one turn. */
    List<Cycle> cycles() {
        return cycles;
    }

    /** The sets of nodes that reach each other, each sorted by declaration. */
    List<List<GraphNode>> regions() {
        return regions;
    }

    /** The region of {@code node}; the node alone where it is part of none. */
    List<GraphNode> unitOf(GraphNode node) {
        return regionOf.getOrDefault(node, List.of(node));
    }

    boolean isInSameRegion(GraphNode a, GraphNode b) {
        return regionOf.containsKey(a) && regionOf.get(a) == regionOf.get(b);
    }

    /** Who has to go behind {@code node}. */
    Set<GraphNode> followers(GraphNode node) {
        return followers.getOrDefault(node, Set.of());
    }

    /** For each node that reads shared values: who gives them before. */
    Map<GraphNode, Set<GraphNode>> sharedBefore() {
        return sharedBefore;
    }

    /** Whether {@code first} goes before {@code second} in every run. */
    boolean isBefore(GraphNode first, GraphNode second) {
        return isBefore(first, second, followers);
    }

    private boolean isBefore(GraphNode first, GraphNode second, Map<GraphNode, Set<GraphNode>> behind) {
        return isInSameRegion(first, second)
                ? reaches(List.of(first), second, true, behind)
                : !unitOf(first).contains(second) && reaches(unitOf(first), second, false, behind);
    }

    /** All nodes that go behind {@code node} in every run; of its own cycle those that do in every turn. */
    Set<GraphNode> allBehind(GraphNode node) {
        Set<GraphNode> behind = reached(unitOf(node), null, false, followers);
        unitOf(node).forEach(behind::remove);
        behind.addAll(reached(List.of(node), null, true, followers));
        behind.remove(node);
        return behind;
    }

    private boolean isShared(Edge edge) {
        return edge.isValue() && shared.contains(edge.label());
    }

    /** Whether {@code edge} makes one node wait for another in the same turn of a cycle, whatever gates choose. */
    private boolean bindsInATurn(Edge edge) {
        return edge.kind() != Edge.Kind.CHOICE
                && !edge.isSeed()
                && !isShared(edge)
                && isInSameRegion(edge.from(), edge.to());
    }

    private void followValuesAndSignals() {
        for (GraphNode node : edges.nodes()) {
            for (Edge edge : edges.outOf(node)) {
                if (!isShared(edge) && (!isInSameRegion(node, edge.to()) || bindsInATurn(edge))) {
                    follow(node, edge.to());
                }
            }
        }
    }

    private void follow(GraphNode node, GraphNode follower) {
        followers.computeIfAbsent(node, first -> new LinkedHashSet<>()).add(follower);
    }

    /** A gate of a cycle goes before its target, unless the target goes before the gate; of gates that bar each other's way, the first declared decides. */
    private void followGates() {
        for (List<GraphNode> region : regions) {
            for (GraphNode gate : region) {
                for (Edge edge : edges.outOf(gate)) {
                    if (edge.kind() == Edge.Kind.CHOICE
                            && isInSameRegion(gate, edge.to())
                            && !isBefore(edge.to(), gate)) {
                        follow(gate, edge.to());
                    }
                }
            }
        }
    }

    private void followSharedValues() {
        for (String value : shared) {
            for (Take take : edges.consumers().getOrDefault(value, List.of())) {
                for (Give give : edges.producers().getOrDefault(value, List.of())) {
                    if (give.node() != take.node() && !isBefore(take.node(), give.node())) {
                        follow(give.node(), take.node());
                        sharedBefore
                                .computeIfAbsent(take.node(), first -> new LinkedHashSet<>())
                                .add(give.node());
                    }
                }
            }
        }
    }

    private boolean reaches(
            Collection<GraphNode> starts, GraphNode end, boolean withinRegion, Map<GraphNode, Set<GraphNode>> behind) {
        return !starts.contains(end)
                && reached(starts, end, withinRegion, behind).contains(end);
    }

    /**
     * The nodes themselves and all that they lead to.
     *
     * @param end where to stop looking; {@code null} for nowhere
     * @param withinRegion whether to stay in the region, or to go through regions as a whole
     */
    private Set<GraphNode> reached(
            Collection<GraphNode> starts,
            @Nullable GraphNode end,
            boolean withinRegion,
            Map<GraphNode, Set<GraphNode>> behind) {
        Set<GraphNode> seen = new HashSet<>(starts);
        Deque<GraphNode> open = new ArrayDeque<>(starts);
        while (!open.isEmpty() && !(end != null && seen.contains(end))) {
            GraphNode node = open.remove();
            for (GraphNode next : behind.getOrDefault(node, Set.of())) {
                if (withinRegion && !isInSameRegion(node, next)) {
                    continue;
                }
                for (GraphNode reached : withinRegion ? List.of(next) : unitOf(next)) {
                    if (seen.add(reached)) {
                        open.add(reached);
                    }
                }
            }
        }
        return seen;
    }

    /** Whether a new value that goes along {@code edge} makes the node that takes it run again, in a cycle, whether or not it differs from the last. */
    boolean wakes(Edge edge) {
        return edge.isValue()
                && isInSameRegion(edge.from(), edge.to())
                && !isShared(edge)
                && edge.from() != edge.to()
                && edge.taken().parameter().seed() != Seed.CONVERGING;
    }

    /** Whether one of the two goes before the other in every run, because the user said so. */
    boolean areOrdered(GraphNode one, GraphNode other) {
        return cycles.isEmpty() && (isBefore(one, other, stated) || isBefore(other, one, stated));
    }
}
