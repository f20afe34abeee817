package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.runtime.plan.Combinations;
import dev.hypergraph4j.runtime.plan.NestedCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A graph that is a node of a {@link Sketch}, as plain data. Its inputs depend on what the node takes, and what the node gives depends on all its
 * outputs.
 *
 * @param mapping for which items it runs; {@code null} if it runs once
 */
record InnerSketch(Sketch sketch, @Nullable Mapping mapping) {

    record Mapping(MapMode mode, ErrorHandling onError, List<Axis> axes) {}

    /** An input that varies, and how many values it has. */
    record Axis(String input, int size) {}

    /** Whether its node fails where it fails for one item. */
    boolean raises() {
        return mapping != null && mapping.onError == ErrorHandling.RAISE;
    }

    /** What it takes in a run of its own. */
    Map<String, Object> inputs(Object origin) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        sketch.given().keySet().forEach(input -> inputs.put(input, value(input, origin)));
        return inputs;
    }

    /** What it takes for one item, whose values stand in the order of the axes. */
    Map<String, Object> inputs(Mapping mapped, Object origin, List<?> item) {
        Map<String, Object> inputs = inputs(origin);
        for (int i = 0; i < item.size(); i++) {
            inputs.put(mapped.axes.get(i).input, item.get(i));
        }
        return inputs;
    }

    List<Integer> values(Axis axis, Object origin) {
        return IntStream.range(0, axis.size)
                .mapToObj(i -> value(axis.input, List.of(origin, i)))
                .toList();
    }

    private static int value(String input, Object origin) {
        return ((Objects.hash(input, origin) * 0x9E3779B1) >>> 4) % 5;
    }

    TestGraph build(boolean asynchronous, Sketch.@Nullable Beside beside) {
        return sketch.build(asynchronous, node -> false, beside);
    }

    /** What of {@code graph}, which was built of this, runs as the node. */
    NestedCall call(TestGraph graph, Object origin) {
        if (mapping == null) {
            return Nested.run(graph, inputs(origin));
        }
        Combinations.Axis[] axes = mapping.axes.stream()
                .map(axis -> Nested.axis(axis.input, values(axis, origin)))
                .toArray(Combinations.Axis[]::new);
        return Nested.map(graph, mapping.mode, mapping.onError, item -> inputs(mapping, origin, List.of(item)), axes);
    }

    /** What the node makes its values of. */
    List<?> given(@Nullable Object ended) {
        if (ended instanceof MapResult<?> items) {
            return raises() ? Nested.each(items, outputs -> outputs) : Nested.places(items, outputs -> outputs);
        }
        return List.of(Objects.requireNonNull(ended));
    }

    @Override
    public String toString() {
        return (mapping == null ? "" : mapping + "\n") + sketch;
    }
}
