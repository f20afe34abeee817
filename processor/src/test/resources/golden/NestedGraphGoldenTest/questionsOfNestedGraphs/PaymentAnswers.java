package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.TypedAnswers;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * Answers to the questions of the graph {@code payment}; see {@link PaymentGraph}.
 * A question that is asked several times takes one answer after the other. Not thread-safe.
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
final class PaymentAnswers extends TypedAnswers {
    private PaymentAnswers() {}

    /** Starts with nothing answered. */
    public static PaymentAnswers builder() {
        return new PaymentAnswers();
    }

    /** Answers what {@code write} asks. */
    public PaymentAnswers letter(String letter) {
        add("write", letter);
        return this;
    }

    /** Answers what the nested graph {@code boss} asks. */
    public PaymentAnswers boss(ApprovalAnswers answers) {
        addNested("boss", answers);
        return this;
    }

    /** Answers what the nested graph {@code boss} asks. */
    public PaymentAnswers boss(Consumer<ApprovalAnswers> answers) {
        ApprovalAnswers nested = ApprovalAnswers.builder();
        answers.accept(nested);
        return boss(nested);
    }

    /** Answers what the nested graph {@code bank} asks. */
    public PaymentAnswers bank(ApprovalAnswers answers) {
        addNested("bank", answers);
        return this;
    }

    /** Answers what the nested graph {@code bank} asks. */
    public PaymentAnswers bank(Consumer<ApprovalAnswers> answers) {
        ApprovalAnswers nested = ApprovalAnswers.builder();
        answers.accept(nested);
        return bank(nested);
    }
}
