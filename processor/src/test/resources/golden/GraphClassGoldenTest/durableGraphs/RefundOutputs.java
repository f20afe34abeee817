package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code refund} gives; see {@link RefundGraph}.
 *
 * @param count from {@code Refund.count}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record RefundOutputs(int count) {}
