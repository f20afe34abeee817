package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code search} gives; see {@link SearchGraph}.
 *
 * @param page from {@code Search.page}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record SearchOutputs(String page) {
    /** Checks that nothing is {@code null}. */
    public SearchOutputs {
        Objects.requireNonNull(page, "page");
    }
}
