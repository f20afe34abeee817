package dev.hypergraph4j.processor.wire;

import java.util.List;

/**
 * Finds the cycles that nothing ends: no gate of the cycle can leave it, and no seed says that its value settles. What a node gives itself does not
 * count, since it does not make that node run again.
 */
final class EndlessCycles {
    private final Edges edges;
    private final Precedence precedence;
    private final GateChoices choices;

    private EndlessCycles(Edges edges, Precedence precedence, GateChoices choices) {
        this.edges = edges;
        this.precedence = precedence;
        this.choices = choices;
    }

    /** A shortest one for each set of nodes that can't stop. */
    static List<Cycle> of(Edges edges, Precedence precedence, GateChoices choices) {
        EndlessCycles endless = new EndlessCycles(edges, precedence, choices);
        List<GraphNode> tireless = precedence.regions().stream()
                .flatMap(List::stream)
                .filter(node -> !endless.canBeClosed(node))
                .toList();
        return new CycleFinder(edges, edge -> endless.keepsGoing(edge, tireless)).shortestCycles(tireless);
    }

    private boolean keepsGoing(Edge edge, List<GraphNode> tireless) {
        return precedence.isInSameRegion(edge.from(), edge.to())
                && tireless.contains(edge.from())
                && tireless.contains(edge.to())
                && (edge.kind() == Edge.Kind.CHOICE || precedence.wakes(edge));
    }

    /** Whether there is an end to the runs of {@code node}, because the gates of its cycle that open it may do otherwise. */
    private boolean canBeClosed(GraphNode node) {
        List<Edge> gates = edges.into(node).stream()
                .filter(edge -> edge.kind() == Edge.Kind.CHOICE && precedence.isInSameRegion(edge.from(), node))
                .toList();
        return !gates.isEmpty() && gates.stream().allMatch(edge -> choices.mayLeaveClosed(edge.from(), node));
    }
}
