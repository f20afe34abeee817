package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Gate;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.IfElse;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Seed;
import dev.hypergraph4j.Subgraph;

/** A loop with a nested graph in it. */
@Graph(durable = true)
@Subgraph(value = Grading.class, name = "grading")
public final class NestedInLoop {
    private final Receiver receiver;

    public NestedInLoop(Receiver receiver) {
        this.receiver = receiver;
    }

    @Node(outputName = "piece")
    int choose(int number, @Seed int turn, NodeContext context) {
        return receiver.noted(context, number + turn);
    }

    @IfElse(whenTrue = "again", whenFalse = Gate.END)
    boolean isPoor(String grade, @Seed int turn, NodeContext context) {
        return receiver.noted(context, turn < 2 && !grade.isEmpty());
    }

    @Node(outputName = "turn")
    int again(@Seed int turn, NodeContext context) {
        return receiver.noted(context, turn + 1);
    }
}
