package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Gate;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.IfElse;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Seed;

/** A loop that a gate leaves. */
@Graph(durable = true)
public final class Looping {
    private final Receiver receiver;

    public Looping(Receiver receiver) {
        this.receiver = receiver;
    }

    @Node(outputName = "draft")
    String write(int number, @Seed int turn, NodeContext context) {
        return receiver.noted(context, "draft " + turn + " of " + number);
    }

    @IfElse(whenTrue = "revise", whenFalse = Gate.END)
    boolean isRaw(String draft, @Seed int turn, NodeContext context) {
        return receiver.noted(context, !draft.isEmpty() && turn < 2);
    }

    @Node(outputName = "turn")
    int revise(@Seed int turn, NodeContext context) {
        return receiver.noted(context, turn + 1);
    }
}
