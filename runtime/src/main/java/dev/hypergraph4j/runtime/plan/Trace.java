package dev.hypergraph4j.runtime.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a run notes of its nodes while it goes on, as raw readings of {@link System#nanoTime()}: as little as can be, since it is always on.
 * {@link dev.hypergraph4j.runtime.log.RunLog} makes sense of it afterwards. It holds no value of the run.
 *
 * <p>A sequential run of a straight graph notes the ends only: each node begins where the one before it ended. Other runs note for each node when
 * it was ready, started and ended. A node of a cycle is noted by its latest execution, and by all of them in {@link Executions}.
 *
 * <p>Not thread-safe by itself: each node's entries are written by the one thread that runs it, and whoever reads them first waits for the
 * run to end. Failures are added under the lock of the runner.
 */
public final class Trace {
    // Written by generated code through GraphState, hence no accessor in between.
    final long[] ends;
    final @Nullable CompletionStage<?> @Nullable [] stages;
    final @Nullable NestedCall @Nullable [] calls;

    private final long began;
    private final ControlFlow flow;
    private final boolean concurrent;
    private final long @Nullable [] readies;
    private final long @Nullable [] starts;
    private final @Nullable Executions @Nullable [] executions;
    private final @Nullable Object @Nullable [] children;
    private @Nullable BitSet skipped;
    private long finished;
    private @Nullable List<Failure> failures;

    /** A node that threw, and in which turn of its cycle; the node is -1 where the cycle with the index {@code iteration} did not end. */
    public record Failure(int node, int iteration, Throwable error) {}

    private Trace(Plan plan, boolean concurrent) {
        int nodes = plan.size();
        this.flow = plan.flow();
        this.concurrent = concurrent;
        this.ends = new long[nodes];
        this.readies = concurrent ? new long[nodes] : null;
        this.starts = concurrent || !plan.isStraight() ? new long[nodes] : null;
        this.stages = concurrent && plan.isAsynchronous() ? new CompletionStage<?>[nodes] : null;
        this.calls = plan.isNesting() ? new NestedCall[nodes] : null;
        this.children = plan.isNesting() ? new Object[nodes] : null;
        this.executions = plan.flow().regions().isEmpty() ? null : new Executions[nodes];
        this.began = System.nanoTime();
    }

    /** A trace for a run of {@code plan} on one thread, which begins now. */
    public static Trace sequential(Plan plan) {
        return new Trace(plan, false);
    }

    /** A trace for a run of {@code plan} on many threads, which begins now. */
    public static Trace concurrent(Plan plan) {
        return new Trace(plan, true);
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

    /** Notes that {@code node}, whose times were noted, was executed in this turn of its cycle, if it is part of one. */
    public void executed(int node, int iteration) {
        if (executions != null && flow.regionOf(node) >= 0) {
            Executions all = executions[node];
            if (all == null) {
                all = new Executions();
                executions[node] = all;
            }
            long start = start(node);
            long ready = ready(node);
            all.add(iteration, ready == 0 ? start : ready, start, ends[node]);
        }
    }

    /** Notes that the run failed with {@code error}, which no node threw, because {@code region} did not end. */
    public void failRun(Region region, Throwable error) {
        fail(-1, region.index(), error);
    }

    /** Notes that {@code node}, which is part of no cycle, failed with {@code error}; its end is noted apart. */
    public void fail(int node, Throwable error) {
        fail(node, 0, error);
    }

    /** Notes that {@code node} failed with {@code error}; its end is noted apart. */
    public void fail(int node, int iteration, Throwable error) {
        if (failures == null) {
            failures = new ArrayList<>(1);
        }
        failures.add(new Failure(node, iteration, error));
    }

    /** Keeps {@code child}: how the nested graph that {@code node} is ended, the latest time it ran. The runner knows what it is. */
    public void child(int node, Object child) {
        if (children != null) {
            children[node] = child;
        }
    }

    /** How the nested graph that {@code node} is ended; {@code null} where it did not, or the node is none. */
    public @Nullable Object child(int node) {
        return children == null ? null : children[node];
    }

    /** Notes that {@code node} was skipped. */
    public void skip(int node) {
        if (skipped == null) {
            skipped = new BitSet();
        }
        skipped.set(node);
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

    /** The executions of {@code node}; {@code null} where it is part of no cycle, or has not ended. */
    public @Nullable Executions executions(int node) {
        return executions == null ? null : executions[node];
    }

    /** Whether {@code node} ended well, if only in some turns of its cycle, so that its values are there. */
    public boolean hasGiven(int node) {
        Executions all = executions(node);
        return hasEnded(node) && (failure(node) == null || (all != null && all.count() > 1));
    }

    /** Whether {@code node} was skipped. */
    public boolean isSkipped(int node) {
        return skipped != null && skipped.get(node);
    }

    /** Whether the run was one on many threads. */
    public boolean isConcurrent() {
        return concurrent;
    }

    /** The cycles that did not end, then the nodes that threw, each in the order of the plan. */
    public List<Failure> failures() {
        return failures == null
                ? List.of()
                : failures.stream()
                        .sorted(Comparator.comparingInt(Failure::node).thenComparingInt(Failure::iteration))
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
