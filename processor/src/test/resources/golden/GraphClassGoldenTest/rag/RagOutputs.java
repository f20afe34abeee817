package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code rag} gives; see {@link RagGraph}.
 *
 * @param answer from {@code Rag.generate}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record RagOutputs(String answer) {
    /** Checks that nothing is {@code null}. */
    public RagOutputs {
        Objects.requireNonNull(answer, "answer");
    }
}
