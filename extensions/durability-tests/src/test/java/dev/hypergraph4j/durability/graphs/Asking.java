package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.IfElse;
import dev.hypergraph4j.Interrupt;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Question;

/** A question between two nodes. Its evidence says how it is to be answered. */
@Graph(durable = true)
public final class Asking {
    private final Receiver receiver;

    public Asking(Receiver receiver) {
        this.receiver = receiver;
    }

    @Node(outputName = "draft")
    String write(int number, NodeContext context) {
        return receiver.noted(context, "draft " + number);
    }

    @Interrupt(answerName = "approved")
    Question<Boolean> approve(String draft, int number, NodeContext context) {
        return receiver.noted(
                context, Question.confirm("Publish " + draft + "?").withEvidence("answer", number % 3 != 0));
    }

    @IfElse(whenTrue = "publish", whenFalse = "discard")
    boolean isApproved(boolean approved, NodeContext context) {
        return receiver.noted(context, approved);
    }

    @Node(outputName = "end")
    String publish(String draft, NodeContext context) {
        return receiver.noted(context, draft + " is out");
    }

    @Node(outputName = "end")
    String discard(String draft, NodeContext context) {
        return receiver.noted(context, draft + " is gone");
    }
}
