package dev.hypergraph4j.runtime.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a run notes of its nodes while it goes on, as raw readings of {@link System#nanoTime()}: as little as can be, since it is always on.
 * {@link dev.hypergraph4j.runtime.log.RunLog} makes sense of it afterwards. It holds no value of the run.
 *
 * <p>A sequential run notes the ends only: each node begins where the one before it ended. A run on many threads notes for each node when it
 * was ready, started and ended.
 *
 * <p>Not thread-safe by itself: each node's entries are written by the one thread that runs it, and whoever reads them first waits for the
 * run to end. Failures are added under the lock of the runner.
 */
public final class Trace {
    // Written by generated code through GraphState, hence no accessor in between.
    final long[] ends;
    final @Nullable CompletionStage<?> @Nullable [] stages;

    private final long began;
    private final long @Nullable [] readies;
    private final long @Nullable [] starts;
    private long finished;
    private @Nullable List<Failure> failures;

    /** A node that threw. */
    public record Failure(int node, Throwable error) {}

    private Trace(int nodes, boolean concurrent, boolean asynchronous) {
        this.ends = new long[nodes];
        this.readies = concurrent ? new long[nodes] : null;
        this.starts = concurrent ? new long[nodes] : null;
        this.stages = asynchronous ? new CompletionStage<?>[nodes] : null;
        this.began = System.nanoTime();
    }

    /** A trace for a run of {@code plan} on one thread, which begins now. */
    public static Trace sequential(Plan plan) {
        return new Trace(plan.size(), false, false);
    }

    /** A trace for a run of {@code plan} on many threads, which begins now. */
    public static Trace concurrent(Plan plan) {
        return new Trace(plan.size(), true, plan.isAsynchronous());
    }

    /** Notes that {@code node} could have started at {@code nanos}. */
    public void ready(int node, long nanos) {
        if (readies != null) {
            readies[node] = nanos;
        }
    }

    /** Notes that {@code node} started at {@code nanos}. */
    public void start(int node, long nanos) {
        if (starts != null) {
            starts[node] = nanos;
        }
    }

    /** Notes that {@code node} ended at {@code nanos}. */
    public void end(int node, long nanos) {
        ends[node] = nanos;
    }

    /** Notes that {@code node} failed with {@code error}; its end is noted apart. */
    public void fail(int node, Throwable error) {
        if (failures == null) {
            failures = new ArrayList<>(1);
        }
        failures.add(new Failure(node, error));
    }

    /** Notes that the run is over. */
    public void finish(long nanos) {
        finished = nanos;
    }

    /** When the run began, as {@link System#nanoTime()}. */
    public long began() {
        return began;
    }

    /** When the run was over; 0 while it is not. */
    public long finished() {
        return finished;
    }

    /** Whether {@code node} ended, well or not. */
    public boolean hasEnded(int node) {
        return ends[node] != 0;
    }

    /** When {@code node} ended; 0 if it did not. */
    public long end(int node) {
        return ends[node];
    }

    /** When {@code node} started; 0 where that was not noted, as in a sequential run. */
    public long start(int node) {
        return starts == null ? 0 : starts[node];
    }

    /** When {@code node} could have started; 0 where that was not noted, as in a sequential run. */
    public long ready(int node) {
        return readies == null ? 0 : readies[node];
    }

    /** Whether ready and start times were noted. */
    public boolean isConcurrent() {
        return starts != null;
    }

    /** The nodes that threw, in the order of the plan. */
    public List<Failure> failures() {
        return failures == null
                ? List.of()
                : failures.stream()
                        .sorted((a, b) -> Integer.compare(a.node(), b.node()))
                        .toList();
    }

    /** What {@code node} threw; {@code null} if it did not. */
    public @Nullable Throwable failure(int node) {
        if (failures != null) {
            for (Failure failure : failures) {
                if (failure.node() == node) {
                    return failure.error();
                }
            }
        }
        return null;
    }
}
