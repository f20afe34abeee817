package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.TypedAnswers;
import javax.annotation.processing.Generated;

/**
 * Answers to the questions of the graph {@code approval}; see {@link ApprovalGraph}.
 * A question that is asked several times takes one answer after the other. Not thread-safe.
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
final class ApprovalAnswers extends TypedAnswers {
    private ApprovalAnswers() {}

    /** Starts with nothing answered. */
    public static ApprovalAnswers builder() {
        return new ApprovalAnswers();
    }

    /** Answers what {@code approve} asks. */
    public ApprovalAnswers approved(Boolean approved) {
        add("approve", approved);
        return this;
    }
}
