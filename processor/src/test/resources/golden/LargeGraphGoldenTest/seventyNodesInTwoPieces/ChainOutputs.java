package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code chain} gives; see {@link ChainGraph}.
 *
 * @param v70 from {@code Chain.node70}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record ChainOutputs(int v70) {}
