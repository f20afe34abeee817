package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code book} gives; see {@link BookGraph}.
 *
 * @param total from {@code Book.total}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record BookOutputs(int total) {}
