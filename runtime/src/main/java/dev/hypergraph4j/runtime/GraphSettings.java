package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.event.EventProcessor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was set on a graph: its runner, the inputs that are bound, and who is told what happens. Immutable.
 *
 * @param runner the runner; {@code null} for the graph's default
 * @param bound values by the names of the inputs that they are bound to
 * @param processors who is told what happens in the graph's runs
 */
public record GraphSettings(@Nullable Runner runner, Map<String, Object> bound, List<EventProcessor> processors) {
    private static final GraphSettings DEFAULTS = new GraphSettings(null, Map.of(), List.of());

    /** Copies the map, in its order, and the list. */
    public GraphSettings {
        processors = List.copyOf(processors);
        bound = Collections.unmodifiableMap(new LinkedHashMap<>(bound));
    }

    /** Nothing set. */
    public static GraphSettings defaults() {
        return DEFAULTS;
    }

    GraphSettings with(Runner newRunner) {
        return new GraphSettings(Objects.requireNonNull(newRunner, "runner"), bound, processors);
    }

    GraphSettings with(EventProcessor processor) {
        return new GraphSettings(runner, bound, Processors.joined(processors, List.of(processor)));
    }

    GraphSettings bind(Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(bound);
        all.putAll(values);
        return new GraphSettings(runner, all, processors);
    }

    GraphSettings unbind(Iterable<String> names) {
        Map<String, Object> rest = new LinkedHashMap<>(bound);
        names.forEach(rest::remove);
        return new GraphSettings(runner, rest, processors);
    }

    /**
     * The value that an optional input of a run has: the bound one, if there is one and the input was left at its default. Called by generated
     * code.
     */
    @SuppressWarnings("unchecked") // What is bound was checked against the input's type.
    public <T> T over(String input, T given, T defaultValue) {
        Object value = bound.get(input);
        return value != null && Objects.deepEquals(given, defaultValue) ? (T) value : given;
    }
}
