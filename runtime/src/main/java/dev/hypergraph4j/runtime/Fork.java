package dev.hypergraph4j.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A workflow to be made of another one. Immutable.
 *
 * <pre>{@code
 * workflows.fork(Fork.of("order-17").as("order-17b").at("price").input("currency", "EUR"));
 * }</pre>
 *
 * @param source the id of the workflow that it is made of
 * @param id the id of the new one
 * @param steps the keys of the steps to run again, with whatever depends on them
 * @param inputs inputs that are others than those of the source, by name
 * @param values what steps give in the new one instead of what they gave, by key: a value for each output
 */
public record Fork(
        String source, String id, List<String> steps, Map<String, Object> inputs, Map<String, List<Object>> values) {

    /** Copies the collections, in their order. */
    public Fork {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(id, "id");
        steps = List.copyOf(steps);
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A fork of the workflow {@code source}; {@code source-fork}, unless {@link #as} says otherwise. */
    public static Fork of(String source) {
        return new Fork(source, source + "-fork", List.of(), Map.of(), Map.of());
    }

    /** The same with another id for the new workflow. */
    public Fork as(String newId) {
        return new Fork(source, newId, steps, inputs, values);
    }

    /** The same, with one more step to run again. */
    public Fork at(String step) {
        return new Fork(source, id, plus(steps, step), inputs, values);
    }

    /** The same, with another value for an input. */
    public Fork input(String name, Object value) {
        return new Fork(source, id, steps, plus(inputs, name, value), values);
    }

    /**
     * The same, with what a step gives instead of what it gave: a value for each output, in the order of their declaration; of a gate, the names
     * of the nodes that it opens, or {@link dev.hypergraph4j.Gate#END}, which opens none.
     */
    public Fork value(String step, Object... outputs) {
        return new Fork(source, id, steps, inputs, plus(values, step, List.of(outputs)));
    }

    private static List<String> plus(List<String> list, String more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String key, @Nullable V value) {
        Map<String, V> all = new LinkedHashMap<>(map);
        all.put(key, Objects.requireNonNull(value, "value"));
        return all;
    }
}
