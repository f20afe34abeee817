package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code text} gives; see {@link TextGraph}.
 *
 * @param first optional, from {@code Text.first}
 * @param words from {@code Text.split}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record TextOutputs(Optional<String> first, List<String> words) {
    /** Checks that nothing is {@code null}. */
    public TextOutputs {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(words, "words");
    }
}
