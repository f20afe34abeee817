package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Slice;
import dev.hypergraph4j.runtime.plan.Trace;
import java.util.BitSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One run on one thread. While nothing has failed and nobody can stop it, generated code runs whole ranges of nodes without coming back; after
 * that it goes node by node.
 */
final class SequentialRun<O> {
    private final PreparedRun<O> run;
    private final Plan plan;
    private final GraphState state;
    private final Trace trace;

    /** The nodes that failed and those that wait for one of them; {@code null} while there is none. */
    private @Nullable BitSet lost;

    private final AtomicReference<@Nullable String> stopReason = new AtomicReference<>();

    SequentialRun(PreparedRun<O> run) {
        this(run, Trace.sequential(run.plan()));
        run.state().begin(trace);
    }

    private SequentialRun(PreparedRun<O> run, Trace trace) {
        this.run = run;
        this.plan = run.plan();
        this.state = run.state();
        this.trace = trace;
    }

    /** Runs on this thread. The hot path: it makes nothing but the trace and the result. */
    static <O> RunResult<O> run(PreparedRun<O> run) {
        Trace trace = Trace.sequential(run.plan());
        GraphState state = run.state();
        state.begin(trace);
        Slice<O> slice = run.slice();
        for (int range = 0; range < slice.ranges(); range++) {
            try {
                state.run(slice.from(range), slice.to(range));
            } catch (Throwable error) {
                SequentialRun<O> rest = new SequentialRun<>(run, trace);
                return rest.nodeByNode(range, rest.failed(error, slice.from(range)) + 1);
            }
        }
        trace.finish(slice.last() < 0 ? trace.began() : trace.end(slice.last()));
        return RunResult.completed(run, trace);
    }

    /** Runs on a thread of {@code executor}. */
    RunHandle<O> start(Executor executor) {
        StartedRun<O> handle = new StartedRun<>(this::stop);
        int first = run.slice().ranges() == 0 ? 0 : run.slice().from(0);
        executor.execute(() -> handle.endWith(() -> nodeByNode(0, first)));
        return handle;
    }

    private void stop(String reason) {
        stopReason.compareAndSet(null, reason);
    }

    /** Goes on with the node {@code first} of the range {@code firstRange}. */
    private RunResult<O> nodeByNode(int firstRange, int first) {
        boolean ranAll = runUntilStopped(firstRange, first);
        trace.finish(System.nanoTime());
        if (ranAll && lost == null) {
            return RunResult.completed(run, trace);
        }
        String reason = stopReason.get();
        return reason == null ? RunResult.failed(run, trace) : RunResult.stopped(run, trace, reason);
    }

    private boolean runUntilStopped(int firstRange, int first) {
        Slice<O> slice = run.slice();
        for (int range = firstRange; range < slice.ranges(); range++) {
            int from = range == firstRange ? first : slice.from(range);
            for (int node = from; node < slice.to(range); node++) {
                if (stopReason.get() != null) {
                    return false;
                }
                if (!isLost(node)) {
                    runOne(node);
                }
            }
        }
        return true;
    }

    private void runOne(int node) {
        try {
            state.run(node, node + 1);
        } catch (Throwable error) {
            failed(error, node);
        }
    }

    /** Notes that the first node from {@code from} on that has not ended threw {@code error}, and gives its number. */
    private int failed(Throwable error, int from) {
        int node = from;
        while (trace.hasEnded(node)) {
            node++;
        }
        trace.end(node, System.nanoTime());
        trace.fail(node, error);
        if (error instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (run.options().errorHandling() == ErrorHandling.RAISE && stopReason.get() == null) {
            trace.finish(trace.end(node));
            throw RunResult.failed(run, trace).error().orElseThrow();
        }
        if (error instanceof InterruptedException) {
            stop("interrupted");
        }
        if (lost == null) {
            lost = new BitSet(plan.size());
        }
        lost.set(node);
        return node;
    }

    /** Whether {@code node} waits for one that is lost, and so is lost itself. */
    private boolean isLost(int node) {
        if (lost != null) {
            for (int i = 0; i < plan.predecessorCount(node); i++) {
                if (lost.get(plan.predecessor(node, i))) {
                    lost.set(node);
                    return true;
                }
            }
        }
        return false;
    }
}
