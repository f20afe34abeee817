package dev.hypergraph4j.samples.guide.durable;

import dev.hypergraph4j.Effect;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;

/** Nodes with effects on the outside. */
@Graph(durable = true)
public final class Importing {
    private final List<String> printer;

    public Importing(List<String> printer) {
        this.printer = printer;
    }

    // tag::checkpoint
    @Node(outputName = "sum")
    static long add(List<Integer> numbers, NodeContext context) {
        Progress progress = context.lastCheckpoint(Progress.class).orElse(new Progress(0, 0));
        while (progress.next() < numbers.size()) {
            progress = new Progress(progress.next() + 1, progress.sum() + numbers.get(progress.next()));
            context.checkpoint(progress); // recorded when this returns
        }
        return progress.sum();
    }

    record Progress(int next, long sum) {}
    // end::checkpoint

    // tag::transaction
    @Node(outputName = "booked")
    static long book(long sum, NodeContext context) {
        context.transaction(Connection.class, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO booking VALUES (?, ?)")) {
                insert.setString(1, context.effectId());
                insert.setLong(2, sum);
                insert.executeUpdate();
            }
        });
        return sum;
    }
    // end::transaction

    // tag::once
    @Node(outputName = "label", effect = Effect.ONCE)
    String print(long booked) {
        printer.add("label " + booked);
        return "printed";
    }
    // end::once
}
