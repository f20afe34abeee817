package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code sum} gives; see {@link Outer_SumGraph}.
 *
 * @param sum from {@code Sum.add}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record Outer_SumOutputs(long sum) {}
