package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code desk} gives; see {@link DeskGraph}.
 *
 * @param page optional, from {@code Desk.publish}
 * @param reasons optional, from {@code Desk.reject}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record DeskOutputs(Optional<String> page, Optional<List<String>> reasons) {
    /** Checks that nothing is {@code null}. */
    public DeskOutputs {
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(reasons, "reasons");
    }
}
