package dev.hypergraph4j.runtime.durable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step gave.
 *
 * @param values a value for each output, in the order of their declaration; {@code null} where it is absent
 * @param opened the names of the nodes that a gate opened; empty for other nodes
 * @param cached whether it was computed before, elsewhere, and taken from a cache
 */
public record StepOutcome(List<@Nullable Payload> values, List<String> opened, boolean cached) {
    /** Copies the lists. */
    public StepOutcome {
        values = Collections.unmodifiableList(new ArrayList<>(values)); // List.copyOf would refuse null.
        opened = List.copyOf(opened);
    }
}
