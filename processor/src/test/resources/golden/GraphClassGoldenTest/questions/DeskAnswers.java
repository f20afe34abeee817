package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.TypedAnswers;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Answers to the questions of the graph {@code desk}; see {@link DeskGraph}.
 * A question that is asked several times takes one answer after the other. Not thread-safe.
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class DeskAnswers extends TypedAnswers {
    private DeskAnswers() {}

    /** Starts with nothing answered. */
    public static DeskAnswers builder() {
        return new DeskAnswers();
    }

    /** Answers what {@code review} asks. */
    public DeskAnswers verdict(String verdict) {
        add("review", verdict);
        return this;
    }

    /** Answers what {@code reject} asks. */
    public DeskAnswers reasons(List<String> reasons) {
        add("reject", reasons);
        return this;
    }
}
