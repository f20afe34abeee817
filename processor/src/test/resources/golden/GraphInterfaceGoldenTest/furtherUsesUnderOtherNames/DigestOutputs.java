package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code digest} gives; see {@link DigestGraph}.
 *
 * @param summary from {@code Summarizer.summarize}
 * @param shortTitle from {@code Summarizer.summarize}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record DigestOutputs(String summary, String shortTitle) {
    /** Checks that nothing is {@code null}. */
    public DigestOutputs {
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(shortTitle, "shortTitle");
    }
}
