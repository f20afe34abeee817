package dev.hypergraph4j.samples.census;

import dev.hypergraph4j.Graph;

/**
 * The graph of the statistics, which share what was read. Nothing says what runs at once; nodes that do not need each
 * other's values may.
 *
 * <p>No node takes what {@link Statistics} computes, so these values are the graph's outputs: the generated record
 * {@code JdkCensusOutputs} is the census.
 */
@Graph(nodes = Statistics.class)
final class JdkCensus {
    private JdkCensus() {}
}
