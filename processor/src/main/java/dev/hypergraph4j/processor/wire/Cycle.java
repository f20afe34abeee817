package dev.hypergraph4j.processor.wire;

import java.util.List;

/**
 * Nodes that wait for each other.
 *
 * @param edges the cycle's edges: each leads to the node that the next one leaves, the last to the node that the first one leaves, which is the one
 *     that was declared first
 */
public record Cycle(List<Edge> edges) {}
