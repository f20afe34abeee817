package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code reading} gives; see {@link ReadingGraph}.
 *
 * @param words from {@code Reading.split}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
record ReadingOutputs(List<String> words) {
    /** Checks that nothing is {@code null}. */
    public ReadingOutputs {
        Objects.requireNonNull(words, "words");
    }
}
