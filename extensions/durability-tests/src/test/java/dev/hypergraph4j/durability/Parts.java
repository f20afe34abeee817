package dev.hypergraph4j.durability;

import dev.hypergraph4j.durability.graphs.Collecting;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.MessageReceipt;
import java.util.List;
import java.util.stream.IntStream;

/** What the workflows of {@link Collecting} are sent. */
final class Parts {
    private Parts() {}

    /** Sends a workflow all of its parts, which it may have got before. */
    static List<MessageReceipt> send(Workflows workflows, String id, int number) {
        return IntStream.range(0, Collecting.PARTS)
                .mapToObj(part ->
                        workflows.send(id, Collecting.EXPECT, "part " + part, part(number, part), Operator.NAME))
                .toList();
    }

    static int part(int number, int part) {
        return 10 * number + part;
    }
}
