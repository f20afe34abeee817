package dev.hypergraph4j.runtime;

import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.runtime.InnerSketch.Axis;
import dev.hypergraph4j.runtime.InnerSketch.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a nested graph must do as a node.
 *
 * @param runs the one run, or one for each item; {@code null} if the items can't be put together
 */
record InnerRuns(InnerSketch inner, @Nullable List<Interpreter> runs) {

    static InnerRuns of(InnerSketch inner, Object origin) {
        Mapping mapping = inner.mapping();
        if (mapping == null) {
            return new InnerRuns(inner, List.of(Interpreter.of(inner.sketch().given(inner.inputs(origin)))));
        }
        List<List<Integer>> values =
                mapping.axes().stream().map(axis -> inner.values(axis, origin)).toList();
        if (mapping.mode() == MapMode.ZIP
                && mapping.axes().stream().map(Axis::size).distinct().count() > 1) {
            return new InnerRuns(inner, null);
        }
        List<List<Integer>> items = mapping.mode() == MapMode.ZIP ? zipped(values) : product(values);
        return new InnerRuns(
                inner,
                items.stream()
                        .map(item -> Interpreter.of(inner.sketch().given(inner.inputs(mapping, origin, item))))
                        .toList());
    }

    private static List<List<Integer>> zipped(List<List<Integer>> values) {
        return IntStream.range(0, values.get(0).size())
                .mapToObj(i -> values.stream().map(each -> each.get(i)).toList())
                .toList();
    }

    private static List<List<Integer>> product(List<List<Integer>> values) {
        List<List<Integer>> items = List.of(List.of());
        for (List<Integer> next : values) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> item : items) {
                for (Integer value : next) {
                    List<Integer> with = new ArrayList<>(item);
                    with.add(value);
                    longer.add(with);
                }
            }
            items = longer;
        }
        return items;
    }

    /** Why {@code node}, which is this graph, fails in {@code turn}; empty if it does not. */
    List<Failure> failures(Sketch.Node node, int turn) {
        if (runs == null) {
            return List.of(Failure.of(node, turn));
        }
        if (inner.mapping() == null) {
            return runs.get(0).failures().stream()
                    .map(failure -> failure.within(node))
                    .toList();
        }
        return inner.raises() && firstFailing() < runs.size() ? List.of(Failure.any(node, ofItems(node))) : List.of();
    }

    /** Of all items: that of a later one is told where a failure beside the map stops those before it. */
    private List<Failure> ofItems(Sketch.Node node) {
        List<Failure> all = new ArrayList<>();
        for (int item = 0; item < runs.size(); item++) {
            for (Failure failure : runs.get(item).failures()) {
                all.add(failure.forItem(item).within(node));
            }
        }
        return all;
    }

    private int firstFailing() {
        return (int) runs.stream().takeWhile(run -> !run.fails()).count();
    }

    /** Whether the node came to a result: where an item's failure fails it, it has none. */
    boolean hasResult() {
        return runs != null && !(inner.raises() && firstFailing() < runs.size());
    }

    /** What the node makes its values of. */
    List<?> given() {
        List<Map<String, Object>> outputs =
                runs.stream().map(run -> run.outputs(inner.sketch().outputs())).toList();
        if (inner.mapping() == null || inner.raises()) {
            return outputs;
        }
        return IntStream.range(0, runs.size())
                .mapToObj(i -> runs.get(i).fails() ? Optional.empty() : Optional.of(outputs.get(i)))
                .toList();
    }
}
