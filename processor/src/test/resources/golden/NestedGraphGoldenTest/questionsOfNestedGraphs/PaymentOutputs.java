package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code payment} gives; see {@link PaymentGraph}.
 *
 * @param byBoss from {@code Approval}
 * @param byBank from {@code Approval}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record PaymentOutputs(Boolean byBoss, Boolean byBank) {
    /** Checks that nothing is {@code null}. */
    public PaymentOutputs {
        Objects.requireNonNull(byBoss, "byBoss");
        Objects.requireNonNull(byBank, "byBank");
    }
}
