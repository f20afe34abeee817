package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import java.util.Set;

/** A set of values, which equals one in any other order. */
@Graph(durable = true)
public final class Tagging {
    private final Receiver receiver;

    public Tagging(Receiver receiver) {
        this.receiver = receiver;
    }

    @Node(outputName = "listed")
    String list(Set<String> tags, NodeContext context) {
        return receiver.noted(context, String.join(" ", tags));
    }
}
