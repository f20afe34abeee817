package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.NestedCall;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What a node that is a nested graph has to run, as runners see it. */
interface NestedWork extends NestedCall {

    /** Runs on this thread, as part of a run that goes on one thread, and waits for the end. */
    NestedEnd runHere(Around around, StopSignal stop);

    /** Gets ready to run beside other nodes of a run. */
    Underway prepare(Around around, Threading threading);

    /**
     * What a nested graph takes over from the run that it is part of.
     *
     * @param node the node of that run
     * @param options that run's, with the answers that are for it; who is told what happens is told by {@code events}
     * @param settings that run's
     * @param events that run's
     */
    record Around(
            int node,
            RunOptions options,
            ExecutionSettings settings,
            @Nullable RunEvents events) {

        /** The same with other settings. */
        Around with(ExecutionSettings other) {
            return new Around(node, options, other, events);
        }

        /** What tells of {@code inner}, which is what the node runs; {@code null} if nobody wants it. */
        @Nullable
        RunEvents of(PreparedRun<?> inner) {
            return events == null ? null : events.nested(node, inner);
        }

        /** What tells of {@code inner}, which is what the node runs and starts now; {@code null} if nobody wants it. */
        @Nullable
        MapEvents of(PreparedMap<?> inner) {
            return events == null ? null : events.nested(node, inner);
        }
    }

    /** The threads of a run, and how many nodes may be under way on them. */
    record Threading(Executor threads, @Nullable ConcurrencyLimit limit) {}

    /** A nested graph that is about to run, or runs, beside other nodes. */
    interface Underway {

        /** Whether it runs on this thread from begin to end, as any other node does. */
        boolean isOneThread();

        /** Begins, and works on it as far as this thread can. It may go on after that on other threads. */
        void workHere();

        /** Completes with how it ended. */
        CompletionStage<NestedEnd> end();

        /** Asks it to stop. */
        void stop(String reason);

        /** Asks it to stop, and what is under way in it to end early. */
        void interrupt();
    }
}
