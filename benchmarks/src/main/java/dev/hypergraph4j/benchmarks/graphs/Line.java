package dev.hypergraph4j.benchmarks.graphs;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;

/** Three trivial nodes in a row. */
@Graph
public final class Line {

    /** Adds one. */
    @Node(outputName = "next")
    public static int add(int x) {
        return x + 1;
    }

    /** Doubles. */
    @Node(outputName = "doubled")
    public static int twice(int next) {
        return 2 * next;
    }

    /** Compares. */
    @Node(outputName = "large")
    public static boolean isLarge(int doubled) {
        return doubled > 1_000_000;
    }
}
