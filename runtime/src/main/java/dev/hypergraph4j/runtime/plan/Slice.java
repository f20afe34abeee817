package dev.hypergraph4j.runtime.plan;

import java.util.Map;
import java.util.function.Function;

/**
 * One way into a graph: the nodes that run and what comes out. The whole graph is one, each entry method of a graph interface another. A slice
 * is closed upstream: with a node it has all that the node waits for.
 *
 * <p>Immutable.
 *
 * @param <O> what a run of it gives back
 */
public final class Slice<O> {
    /** The index of the whole graph. */
    static final int WHOLE = 0;

    private final int index;
    private final int[] ranges;
    private final int size;
    private final Function<O, Map<String, Object>> byName;

    Slice(int index, int[] ranges, Function<O, Map<String, Object>> byName) {
        this.index = index;
        this.ranges = ranges;
        this.byName = byName;
        int nodes = 0;
        for (int i = 0; i < ranges.length; i += 2) {
            nodes += ranges[i + 1] - ranges[i];
        }
        this.size = nodes;
    }

    /** What {@link GraphState#result} knows it by. */
    public int index() {
        return index;
    }

    /** Whether it is the whole graph. */
    public boolean isWhole() {
        return index == WHOLE;
    }

    /** How many nodes run. */
    public int size() {
        return size;
    }

    /** How many runs of neighbouring nodes there are. */
    public int ranges() {
        return ranges.length / 2;
    }

    /** The first node of the range {@code i}. */
    public int from(int i) {
        return ranges[2 * i];
    }

    /** The node behind the last of the range {@code i}. */
    public int to(int i) {
        return ranges[2 * i + 1];
    }

    /** The node that is last in the plan; -1 where no node runs. */
    public int last() {
        return ranges.length == 0 ? -1 : ranges[ranges.length - 1] - 1;
    }

    /** What a run gave back, by the names of the outputs; absent ones are left out. */
    public Map<String, Object> byName(O result) {
        return byName.apply(result);
    }
}
