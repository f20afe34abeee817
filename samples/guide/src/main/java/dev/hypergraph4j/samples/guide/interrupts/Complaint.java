package dev.hypergraph4j.samples.guide.interrupts;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Subgraph;

/** An angry letter is answered with money, if somebody says so. */
// tag::nested
@Graph
@Subgraph(Refund.class)
public final class Complaint {
    private Complaint() {}

    @Node(outputName = "amount")
    static int assess(String complaint) {
        return 10 * (int) complaint.chars().filter(letter -> letter == '!').count();
    }
}
// end::nested
