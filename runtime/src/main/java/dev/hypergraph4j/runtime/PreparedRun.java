package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.event.EventProcessor;
import dev.hypergraph4j.runtime.event.Span;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Slice;
import java.util.List;

/**
 * A run that has its inputs and waits for a {@link Runner}. It is run once.
 *
 * @param plan the graph's plan
 * @param slice the nodes to run, and what comes out
 * @param state the values, with the inputs in place
 * @param options what is special about the run
 * @param item which one it is of the runs of a map, from 0; {@link #NO_ITEM} where it is a run by itself
 * @param <O> what the run gives back
 */
public record PreparedRun<O>(Plan plan, Slice<O> slice, GraphState state, RunOptions options, long item) {
    /** What {@code item} is of a run by itself. */
    public static final long NO_ITEM = Span.NO_ITEM;

    /** A run by itself. */
    public PreparedRun(Plan plan, Slice<O> slice, GraphState state, RunOptions options) {
        this(plan, slice, state, options, NO_ITEM);
    }

    /** The same run as the one numbered {@code number} of a map. Only one of the two can be run: they share their state. */
    PreparedRun<O> asItem(long number) {
        return new PreparedRun<>(plan, slice, state, options, number);
    }

    /** The same run with other options. Only one of the two can be run: they share their state. */
    PreparedRun<O> with(RunOptions other) {
        return new PreparedRun<>(plan, slice, state, other, item);
    }

    /** The same run with more processors. */
    PreparedRun<O> withProcessors(List<EventProcessor> more) {
        return new PreparedRun<>(plan, slice, state, options.withProcessors(more), item);
    }

    /** The same run, of a plan that knows the graphs nested in it. */
    PreparedRun<O> of(Plan newPlan) {
        return plan == newPlan ? this : new PreparedRun<>(newPlan, slice, state, options, item);
    }

    /** What the state's run gave back. */
    // Generated code makes slice and state together: the result is of the slice's type, and null only where that may
    // be.
    @SuppressWarnings({"unchecked", "NullAway"})
    O outputs() {
        return (O) state.result(slice.index());
    }
}
