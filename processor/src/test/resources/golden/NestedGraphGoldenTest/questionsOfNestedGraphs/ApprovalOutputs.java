package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code approval} gives; see {@link ApprovalGraph}.
 *
 * @param approved from {@code Approval.approve}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record ApprovalOutputs(Boolean approved) {
    /** Checks that nothing is {@code null}. */
    public ApprovalOutputs {
        Objects.requireNonNull(approved, "approved");
    }
}
