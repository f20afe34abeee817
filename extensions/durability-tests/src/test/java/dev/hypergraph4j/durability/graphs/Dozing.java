package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Retry;
import java.io.IOException;

/** A node that fails once, and is tried again in two seconds: {@link Patient} for those whose clocks can't be set forward. */
@Graph(durable = true)
public final class Dozing {
    private final Receiver receiver;

    public Dozing(Receiver receiver) {
        this.receiver = receiver;
    }

    @Node(
            outputName = "page",
            retry =
                    @Retry(
                            maxAttempts = 2,
                            on = IOException.class,
                            initialDelay = "PT2S",
                            maxDelay = "PT2S",
                            multiplier = 1,
                            jitter = 0))
    String fetch(int number, NodeContext context) throws IOException {
        String page = receiver.noted(context, "page " + number);
        if (context.attempt() == 1) {
            throw new IOException("no route");
        }
        return page;
    }

    @Node(outputName = "title")
    String read(String page, NodeContext context) {
        return receiver.noted(context, "title of " + page);
    }
}
