package dev.hypergraph4j.samples.guide.durable;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.samples.guide.durable.Delivery.Courier;

/** A later version of {@link Delivery}, which nobody has tried before it was deployed. */
@Graph(name = "delivery", durable = true)
public final class HastyDelivery {
    private final Courier courier;

    public HastyDelivery(Courier courier) {
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
        return "signed by " + signature.split(" ", -1)[1]; // Not everybody has a family name.
    }
}
