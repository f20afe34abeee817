package dev.hypergraph4j.samples.guide.durable;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;

/** A parcel on its way, by a courier who may be slow, fail, or never come back. */
@Graph(durable = true)
public final class Delivery {

    /** Takes parcels to people. */
    @FunctionalInterface
    public interface Courier {
        /** Gives who signed for the parcel. */
        String deliver(String parcel, NodeContext context) throws Exception;
    }

    private final Courier courier;

    public Delivery(Courier courier) {
        this.courier = courier;
    }

    @Node(outputName = "parcel")
    static String pack(String order) {
        return "parcel of " + order;
    }

    @Node(outputName = "signature")
    String deliver(String parcel, NodeContext context) throws Exception {
        return courier.deliver(parcel, context);
    }

    @Node(outputName = "note")
    static String file(String signature) {
        return "signed by " + signature;
    }
}
