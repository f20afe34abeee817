package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.EntryMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entry method runs.
 *
 * @param value the output that it returns; {@code null} where it returns the whole result, or an output that nobody gives
 * @param nodes the nodes that it runs, in the order of declaration
 */
public record EntrySlice(EntryMethod entry, @Nullable GraphValue value, List<GraphNode> nodes) {

    /** Whether a successful run may end without the output. */
    public boolean mayBeAbsent() {
        return value != null && value.mayBeAbsent();
    }

    /** Where the output comes from; the first, where there are several. */
    public @Nullable Give give() {
        return value == null ? null : value.gives().get(0);
    }
}
