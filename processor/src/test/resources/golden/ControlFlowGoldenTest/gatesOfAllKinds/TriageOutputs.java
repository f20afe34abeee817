package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code triage} gives; see {@link TriageGraph}.
 *
 * @param length optional, from {@code Triage.count}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record TriageOutputs(Optional<Integer> length) {
    /** Checks that nothing is {@code null}. */
    public TriageOutputs {
        Objects.requireNonNull(length, "length");
    }
}
