package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.runtime.plan.Combinations.Axis;
import dev.hypergraph4j.runtime.plan.NestedCall;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What nodes that are nested graphs have to run, and what they give, for generated code. */
public final class Nested {
    private Nested() {}

    /** One run of {@code graph}. */
    public static <I, O> NestedCall run(CompiledGraph<I, O> graph, I inputs) {
        return new NestedRun<>(graph, inputs);
    }

    /**
     * A run of {@code graph} for each item.
     *
     * @param onError what happens where it fails for one
     * @param inputs what it takes for an item that has these values, in the order of {@code axes}
     * @param axes the inputs that vary; see {@link #axis}
     */
    public static <I, O> NestedCall map(
            CompiledGraph<I, O> graph,
            MapMode mode,
            ErrorHandling onError,
            Function<@Nullable Object[], I> inputs,
            Axis... axes) {
        return new NestedMap<>(graph, new NestedMap.Items<>(List.of(axes), mode, inputs), onError);
    }

    /**
     * The values that one input takes.
     *
     * @param values an {@link Iterable} or an array
     */
    public static Axis axis(String input, Object values) {
        return new Axis(input, iterable(values));
    }

    private static Iterable<?> iterable(Object values) {
        if (values instanceof Iterable<?> iterable) {
            return iterable;
        }
        if (values instanceof Object[] array) {
            return Arrays.asList(array);
        }
        List<@Nullable Object> boxed = new ArrayList<>();
        for (int i = 0; i < Array.getLength(values); i++) {
            boxed.add(Array.get(values, i));
        }
        return boxed;
    }

    /** What each item gave of one output. All items completed. */
    public static <O, T> List<T> each(MapResult<O> items, Function<? super O, ? extends T> output) {
        List<T> values = new ArrayList<>(items.size());
        items.forEach(item -> values.add(output.apply(item.outputs())));
        return List.copyOf(values);
    }

    /** What each item gave of one output, if it completed and gave it. */
    public static <O, T> List<Optional<T>> places(
            MapResult<O> items, Function<? super O, ? extends @Nullable T> output) {
        List<Optional<T>> values = new ArrayList<>(items.size());
        for (RunResult<O> item : items) {
            values.add(item.isCompleted() ? Optional.<T>ofNullable(output.apply(item.outputs())) : Optional.<T>empty());
        }
        return List.copyOf(values);
    }
}
