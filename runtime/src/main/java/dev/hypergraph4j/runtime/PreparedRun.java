package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.event.EventProcessor;
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
 * @param <O> what the run gives back
 */
public record PreparedRun<O>(Plan plan, Slice<O> slice, GraphState state, RunOptions options) {

    /** The same run with more processors. */
    PreparedRun<O> withProcessors(List<EventProcessor> more) {
        return new PreparedRun<>(plan, slice, state, options.withProcessors(more));
    }

    /** What the state's run gave back. */
    // Generated code makes slice and state together: the result is of the slice's type, and null only where that may
    // be.
    @SuppressWarnings({"unchecked", "NullAway"})
    O outputs() {
        return (O) state.result(slice.index());
    }
}
