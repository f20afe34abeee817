package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;

/** Two nodes that are nested in other graphs. */
@Graph(durable = true)
public final class Grading {
    private final Receiver receiver;

    public Grading(Receiver receiver) {
        this.receiver = receiver;
    }

    @Node(outputName = "points")
    int count(int piece, NodeContext context) {
        return receiver.noted(context, piece * piece);
    }

    @Node(outputName = "grade")
    String grade(int points, NodeContext context) {
        return receiver.noted(context, points > 20 ? "A" + points : "B" + points);
    }
}
