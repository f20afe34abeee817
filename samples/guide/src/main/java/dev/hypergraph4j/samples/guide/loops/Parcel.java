package dev.hypergraph4j.samples.guide.loops;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import java.util.List;
import java.util.stream.Stream;

/** Nodes that write to one list, in an order that a signal states. */
// tag::shared
@Graph(shared = "history")
public final class Parcel {
    // end::shared
    private Parcel() {}

    // tag::shared
    @Node(outputName = "history", emit = "paid")
    static List<String> pay(List<String> history, int price) {
        return with(history, "paid " + price);
    }

    @Node(outputName = "history", waitFor = "paid")
    static List<String> ship(List<String> history, String address) {
        return with(history, "shipped to " + address);
    }
    // end::shared

    private static List<String> with(List<String> history, String entry) {
        return Stream.concat(history.stream(), Stream.of(entry)).toList();
    }
    // tag::shared
}
// end::shared
