package dev.hypergraph4j.processor.wire;

import java.util.List;

/**
 * Nodes that wait for each other.
 *
 * @param edges the cycle's edges: each takes what the one before gives, and the first what the last gives; it starts at the node that was
 *     declared first
 */
public record Cycle(List<Edge> edges) {

    /** A value on its way from the node that gives it to one that takes it. */
    public record Edge(Give give, Take take) {}
}
