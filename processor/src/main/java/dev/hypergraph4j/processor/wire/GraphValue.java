package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.ValueType;
import java.util.List;

/**
 * A value that nodes give.
 *
 * @param gives who gives it: one, several of which a run executes one, or, of a shared value, several one after the other
 * @param type what every one of them, and the caller if it is a seed, can give; where there is no such type, the first one's
 * @param certain whether every successful run gives it, if its nodes have it to give
 */
public record GraphValue(String name, List<Give> gives, ValueType type, boolean certain) {

    /** Copies the list. */
    public GraphValue {
        gives = List.copyOf(gives);
    }

    /** Whether a successful run may end without it. */
    public boolean mayBeAbsent() {
        return !certain || gives.stream().anyMatch(give -> give.port().nullable());
    }
}
