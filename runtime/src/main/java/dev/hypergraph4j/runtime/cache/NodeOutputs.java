package dev.hypergraph4j.runtime.cache;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one execution of a node gave.
 *
 * @param values a value for each output, in the order of their declaration; a gate's is its decision
 */
public record NodeOutputs(List<@Nullable Object> values) {

    /** Copies the list. */
    public NodeOutputs {
        values = Collections.unmodifiableList(new ArrayList<>(values)); // List.copyOf would refuse null.
    }
}
