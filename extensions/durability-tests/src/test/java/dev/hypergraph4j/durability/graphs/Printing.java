package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Effect;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;

/** A node that must not run twice. */
@Graph(durable = true)
public final class Printing {
    /** That node. */
    public static final String ONCE = "print";

    private final Receiver receiver;

    public Printing(Receiver receiver) {
        this.receiver = receiver;
    }

    @Node(outputName = "text")
    String write(int number, NodeContext context) {
        return receiver.noted(context, "text " + number);
    }

    @Node(outputName = "page", effect = Effect.ONCE)
    String print(String text, NodeContext context) {
        return receiver.noted(context, "page with " + text);
    }

    @Node(outputName = "letter")
    String fold(String page, NodeContext context) {
        return receiver.noted(context, "folded " + page);
    }
}
