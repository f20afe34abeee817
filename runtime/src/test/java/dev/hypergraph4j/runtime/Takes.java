package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.NodeBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a node of a {@link TestGraph} takes and waits for.
 *
 * <pre>{@code
 * takes("question").maybe("hint").seed("draft").after("first").waitsFor("saved")
 * }</pre>
 */
record Takes(List<Value> values, List<String> signals, List<String> earlier) {

    enum How {
        REQUIRED,
        OPTIONAL,
        SEED,
        OPTIONAL_SEED,
        CONVERGING_SEED;

        boolean isSeed() {
            return this == SEED || this == OPTIONAL_SEED || this == CONVERGING_SEED;
        }
    }

    record Value(String name, How how) {}

    /** Values that must be there. */
    static Takes takes(String... names) {
        return new Takes(List.of(), List.of(), List.of()).and(How.REQUIRED, names);
    }

    /** Values that may be absent. */
    Takes maybe(String... names) {
        return and(How.OPTIONAL, names);
    }

    /** Inputs of the graph the first time, later what the cycle gives. */
    Takes seed(String... names) {
        return and(How.SEED, names);
    }

    /** Seeds that the caller may leave out. */
    Takes maybeSeed(String... names) {
        return and(How.OPTIONAL_SEED, names);
    }

    /** Seeds that make the cycle turn only where they change. */
    Takes converging(String... names) {
        return and(How.CONVERGING_SEED, names);
    }

    /** Signals, or values, that it waits for without taking them. */
    Takes waitsFor(String... names) {
        return new Takes(values, plus(signals, names), earlier);
    }

    /** The nodes that give a shared value before this one reads it. */
    Takes after(String... nodes) {
        return new Takes(values, signals, plus(earlier, nodes));
    }

    Takes and(How how, String... names) {
        List<Value> more =
                Arrays.stream(names).map(name -> new Value(name, how)).toList();
        return new Takes(plus(values, more), signals, earlier);
    }

    List<String> names() {
        return values.stream().map(Value::name).toList();
    }

    void describe(NodeBuilder node) {
        for (Value value : values) {
            switch (value.how) {
                case REQUIRED -> node.takes(value.name, "Object");
                case OPTIONAL -> node.mayTake(value.name, "Object");
                case SEED -> node.seeds(value.name, "Object");
                case OPTIONAL_SEED -> node.maySeed(value.name, "Object");
                case CONVERGING_SEED -> node.seeds(value.name, "Object").converging(value.name);
            }
        }
        node.waitsFor(signals.toArray(String[]::new)).after(earlier.toArray(String[]::new));
    }

    private static List<String> plus(List<String> list, String... more) {
        return plus(list, List.of(more));
    }

    private static <T> List<T> plus(List<T> list, List<T> more) {
        return Stream.concat(list.stream(), more.stream()).toList();
    }
}
