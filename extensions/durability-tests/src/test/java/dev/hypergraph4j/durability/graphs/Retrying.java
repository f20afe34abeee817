package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Retry;
import java.io.IOException;

/** A node that fails twice before it gives anything. */
@Graph(durable = true)
public final class Retrying {
    private final Receiver receiver;

    public Retrying(Receiver receiver) {
        this.receiver = receiver;
    }

    @Node(
            outputName = "page",
            retry = @Retry(maxAttempts = 3, on = IOException.class, initialDelay = "PT0.001S", multiplier = 1))
    String fetch(int number, NodeContext context) throws IOException {
        String page = receiver.noted(context, "page " + number);
        if (context.attempt() <= 2) {
            throw new IOException("no route");
        }
        return page;
    }

    @Node(outputName = "title")
    String read(String page, NodeContext context) {
        return receiver.noted(context, "title of " + page);
    }
}
