package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import java.sql.Connection;
import java.sql.PreparedStatement;

/** A node that writes a row in the transaction that records it. */
@Graph(durable = true)
public final class Booking {
    /** That node. */
    public static final String IN_TRANSACTION = "book";

    private final Receiver receiver;

    public Booking(Receiver receiver) {
        this.receiver = receiver;
    }

    @Node(outputName = "amount")
    int count(int number, NodeContext context) {
        return receiver.noted(context, number * 3);
    }

    @Node(outputName = "booked")
    int book(int amount, NodeContext context) {
        context.transaction(Connection.class, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO booking VALUES (?, ?)")) {
                insert.setString(1, context.effectId());
                insert.setInt(2, amount);
                insert.executeUpdate();
            }
        });
        return receiver.noted(context, amount);
    }

    @Node(outputName = "receipt")
    String confirm(int booked, NodeContext context) {
        return receiver.noted(context, "receipt for " + booked);
    }
}
