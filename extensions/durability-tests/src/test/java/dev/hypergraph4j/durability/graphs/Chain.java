package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;

/** One node after the other. */
@Graph(durable = true)
public final class Chain {
    private final Receiver receiver;

    public Chain(Receiver receiver) {
        this.receiver = receiver;
    }

    public record Parcel(int number, String label) {}

    @Node(outputName = "parcel")
    Parcel pack(int number, NodeContext context) {
        return receiver.noted(context, new Parcel(number, "parcel " + number));
    }

    @Node(outputName = "weight")
    long weigh(Parcel parcel, NodeContext context) {
        return receiver.noted(context, parcel.label().length() * 10L);
    }

    @Node(outputName = "stamp")
    String stamp(long weight, NodeContext context) {
        return receiver.noted(context, "stamp of " + weight);
    }

    @Node(outputName = "sent")
    String send(Parcel parcel, String stamp, NodeContext context) {
        return receiver.noted(context, parcel.label() + " with " + stamp);
    }
}
