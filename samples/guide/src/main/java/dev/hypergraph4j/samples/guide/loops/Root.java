package dev.hypergraph4j.samples.guide.loops;

import dev.hypergraph4j.Default;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Seed;

/** The square root, by Heron's method. */
// tag::converges
@Graph(maxIterations = 100)
public final class Root {
    // end::converges
    private Root() {}

    // tag::converges
    @Node(outputName = "root")
    static double improve(double square, @Seed(converges = true) @Default("1") double root) {
        return (root + square / root) / 2;
    }
}
// end::converges
