package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that the caller gives.
 *
 * @param type the type that all who take it accept; where there is none, the first one's
 * @param required whether a run can't do without
 * @param defaultValue what it is where the caller gives none; {@code null} where there is no default
 * @param seed whether nodes give it later on: the caller's is the first value of a cycle, or of a shared value
 * @param takes who takes it from the caller, in the order of declaration
 */
public record GraphInput(
        String name,
        ValueType type,
        boolean required,
        @Nullable DefaultValue defaultValue,
        boolean seed,
        List<Take> takes) {

    /** Whether there may be no value for it at all. */
    public boolean mayBeAbsent() {
        return !required && defaultValue == null;
    }
}
