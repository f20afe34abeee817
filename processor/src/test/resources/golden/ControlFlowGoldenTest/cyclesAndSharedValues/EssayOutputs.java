package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code essay} gives; see {@link EssayGraph}.
 *
 * @param feedback from {@code Essay.judge}
 * @param score from {@code Essay.judge}
 * @param log from {@code Essay.note}
 * @param weight from {@code Essay.settle}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record EssayOutputs(String feedback, int score, List<String> log, double weight) {
    /** Checks that nothing is {@code null}. */
    public EssayOutputs {
        Objects.requireNonNull(feedback, "feedback");
        Objects.requireNonNull(log, "log");
    }
}
