package dev.hypergraph4j.runtime;

import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.runtime.plan.Combinations;
import dev.hypergraph4j.runtime.plan.Combinations.Axis;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a map that vary from item to item, for generated code: for each the values, and how the builder of an item's inputs takes one.
 *
 * <p>Not thread-safe.
 *
 * @param <B> the builder of the inputs of one run
 */
public final class MapInputs<B> {
    private final Map<String, Varying<B>> varying = new LinkedHashMap<>();
    private MapMode mode = MapMode.ZIP;

    private record Varying<B>(Iterable<?> values, BiConsumer<B, @Nullable Object> setter) {}

    /** No input varies yet; those that will are zipped. */
    public MapInputs() {}

    /** Lets {@code input} take each of {@code values} in turn. */
    @SuppressWarnings("unchecked") // The values are what the setter takes.
    public <T> void vary(String input, Iterable<? extends T> values, BiConsumer<B, T> setter) {
        Objects.requireNonNull(values, input);
        varying.put(input, new Varying<>(values, (BiConsumer<B, @Nullable Object>) setter));
    }

    /** Lets {@code input} be the same for all items. */
    public void keep(String input) {
        varying.remove(input);
    }

    /** Says how the values of several inputs are put together. */
    public void combine(MapMode newMode) {
        mode = newMode;
    }

    /**
     * The inputs of each item, made as they are asked for.
     *
     * @param same a builder that has the inputs which are the same for all items; it is used for one item after the other
     * @throws GraphConfigException if no input varies, or values are to be zipped of which there are not equally many
     */
    public <I> Iterable<I> items(B same, Function<B, I> build) {
        if (varying.isEmpty()) {
            throw new GraphConfigException(
                    Message.of("NothingToMap", "A map needs an input that differs from item to item.")
                            .fix("give values for at least one input with its ...Each method")
                            .fix("run the graph once: run(...)"));
        }
        List<Axis> axes = new ArrayList<>();
        List<BiConsumer<B, @Nullable Object>> setters = new ArrayList<>();
        varying.forEach((input, of) -> {
            axes.add(new Axis(input, of.values()));
            setters.add(of.setter());
        });
        return () -> items(Combinations.of(mode, axes, GraphConfigException::unequalLengths), values -> {
            for (int i = 0; i < values.length; i++) {
                setters.get(i).accept(same, values[i]);
            }
            return build.apply(same);
        });
    }

    private static <I> Iterator<I> items(
            Iterator<@Nullable Object[]> combinations, Function<@Nullable Object[], I> item) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return combinations.hasNext();
            }

            @Override
            public I next() {
                return item.apply(combinations.next());
            }
        };
    }
}
