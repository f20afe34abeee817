package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Retry;
import java.io.IOException;
import java.util.List;

/** A node whose progress and messages are of several kinds. */
@Graph(durable = true)
public final class Telling {
    public sealed interface Event {}

    public record Paid(String order, int amount) implements Event {}

    public record Shipped(List<String> parcels) implements Event {}

    public enum Mood implements Event {
        GOOD,
        BAD
    }

    @Node(outputName = "seen", retry = @Retry(maxAttempts = 2, initialDelay = "PT0S"))
    static String tell(String order, NodeContext context) throws IOException {
        String seen = context.lastCheckpoint(Event.class).map(String::valueOf).orElse("");
        if (seen.isEmpty()) {
            context.checkpoint(Event.class, new Shipped(List.of("1", "2")));
            throw new IOException("later");
        }
        context.outbox("events", Event.class, new Paid(order, 5));
        context.outbox("events", Event.class, Mood.GOOD);
        context.outbox("payments", Paid.class, new Paid(order, 6));
        return seen;
    }
}
