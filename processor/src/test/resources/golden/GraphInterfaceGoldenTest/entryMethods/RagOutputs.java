package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code rag} gives; see {@link RagGraph}.
 *
 * @param answer from {@code Answering.generate}
 * @param docs from {@code Retrieval.retrieve}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record RagOutputs(String answer, List<String> docs) {
    /** Checks that nothing is {@code null}. */
    public RagOutputs {
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(docs, "docs");
    }
}
