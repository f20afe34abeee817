package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Gate;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.IfElse;
import dev.hypergraph4j.Interrupt;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Question;
import dev.hypergraph4j.Seed;

/** Parts that are sent, one after the other, nobody knows when. */
@Graph(durable = true)
public final class Collecting {
    public static final int PARTS = 2;

    /** The key of its questions. */
    public static final String EXPECT = "expect";

    private final Receiver receiver;

    public Collecting(Receiver receiver) {
        this.receiver = receiver;
    }

    @Node(outputName = "turn")
    int next(@Seed int turn, NodeContext context) {
        return receiver.noted(context, turn + 1);
    }

    @Interrupt(answerName = "part")
    Question<Integer> expect(int turn, int number, NodeContext context) {
        return receiver.noted(context, Question.ask("Part " + turn + " of " + number + "?", Integer.class));
    }

    @Node(outputName = "kept")
    String keep(int turn, int part, NodeContext context) {
        return receiver.noted(context, part + " as part " + turn);
    }

    @IfElse(whenTrue = "next", whenFalse = Gate.END)
    boolean isIncomplete(int turn, String kept, NodeContext context) {
        return receiver.noted(context, !kept.isEmpty() && turn < PARTS);
    }
}
