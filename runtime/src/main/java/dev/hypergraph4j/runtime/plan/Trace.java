package dev.hypergraph4j.runtime.plan;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    /** What {@link #attempts} says of a node whose outcome is an earlier one of the same run. */
    public static final int REPLAYED = -1;

    private static final int NOTED_CACHED = -1;
    private static final int NOTED_REPLAYED = -2;

    // Written by generated code through GraphState, hence no accessor in between.
    final long[] ends;
    final @Nullable CompletionStage<?> @Nullable [] stages;
    final @Nullable NestedCall @Nullable [] calls;

    private long began;
    private final ControlFlow flow;
    private final boolean concurrent;
    private final long @Nullable [] readies;
    private final long @Nullable [] starts;
    private final @Nullable Executions @Nullable [] executions;
    private final @Nullable Object @Nullable [] children;
    private final int @Nullable [] attempts;
    private @Nullable BitSet skipped;
    private long finished;
    private @Nullable List<Failure> failures;
    private @Nullable List<Pause> pauses;
    private @Nullable Set<String> notes; // Guarded by this

    /**
     * A node that threw, in which turn of its cycle and which attempt; the node is -1 where the cycle with the index {@code iteration} did not
     * end.
     */
    public record Failure(int node, int iteration, int attempt, Throwable error) {}

    /** A node that asked a question which has no answer yet, in which turn of its cycle, and when. */
    public record Pause(int node, int iteration, long ready, long start, long end) {}

    private Trace(Plan plan, boolean concurrent, boolean withStarts) {
        this(plan, concurrent, withStarts, !plan.isStraight());
    }

    private Trace(Plan plan, boolean concurrent, boolean withStarts, boolean withAttempts) {
        int nodes = plan.size();
        this.flow = plan.flow();
        this.concurrent = concurrent;
        this.ends = new long[nodes];
        this.readies = concurrent ? new long[nodes] : null;
        this.starts = withStarts ? new long[nodes] : null;
        this.stages = concurrent && plan.awaitsAny() ? new CompletionStage<?>[nodes] : null;
        this.attempts = withAttempts ? new int[nodes] : null;
        this.calls = plan.isNesting() ? new NestedCall[nodes] : null;
        this.children = plan.isNesting() ? new Object[nodes] : null;
        this.executions = plan.flow().regions().isEmpty() ? null : new Executions[nodes];
        this.began = System.nanoTime();
    }

    /** A trace for a run of {@code plan} on one thread, which begins now. */
    public static Trace sequential(Plan plan) {
        return new Trace(plan, false, !plan.isStraight());
    }

    /** A trace for a run of {@code plan} on one thread, on which nodes may wait before they start, and which begins now. */
    public static Trace waiting(Plan plan) {
        return new Trace(plan, false, true);
    }

    /** A trace for a run of {@code plan} on many threads, which begins now. */
    public static Trace concurrent(Plan plan) {
        return new Trace(plan, true, true);
    }

    /** A trace for a run of {@code plan} whose steps are recorded, and which begins now. */
    public static Trace journaled(Plan plan, boolean concurrent) {
        return new Trace(plan, concurrent, true, true);
    }

    /** Goes on where {@code earlier}, the trace of the same run until it paused, has ended; that one stays as it is. */
    public void goOn(Trace earlier) {
        began = earlier.began;
        copy(earlier.ends, ends);
        copy(earlier.starts, starts);
        copy(earlier.readies, readies);
        copy(earlier.attempts, attempts);
        copy(earlier.children, children);
        skipped = earlier.skipped == null ? null : (BitSet) earlier.skipped.clone();
        failures = earlier.failures == null ? null : new ArrayList<>(earlier.failures);
        earlier.notes().forEach(this::note);
        for (int node = 0; executions != null && earlier.executions != null && node < executions.length; node++) {
            Executions all = earlier.executions[node];
            executions[node] = all == null ? null : all.copy();
        }
    }

    /** Copies an array that both traces have. */
    private static void copy(@Nullable Object from, @Nullable Object to) {
        if (from != null && to != null) {
            System.arraycopy(from, 0, to, 0, Array.getLength(from));
        }
    }

    /** Notes that {@code node}, whose start was noted, has asked a question, which has no answer at {@code nanos}. */
    public void pause(int node, int iteration, long nanos) {
        if (pauses == null) {
            pauses = new ArrayList<>(1);
        }
        pauses.add(new Pause(node, iteration, ready(node) == 0 ? start(node) : ready(node), start(node), nanos));
    }

    /** The nodes that wait for an answer, in the order of the plan. */
    public List<Pause> pauses() {
        return pauses == null
                ? List.of()
                : pauses.stream()
                        .sorted((a, b) -> Integer.compare(a.node(), b.node()))
                        .toList();
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

    /** Notes that {@code node} is at this attempt, from 1, or, if it is 0, that its outputs come from a cache. */
    public void attempt(int node, int attempt) {
        if (attempts != null) {
            attempts[node] = attempt == 0 ? NOTED_CACHED : attempt;
        }
    }

    /** Notes that {@code node} started and ended at these times, before the run was resumed, and did not run again. */
    public void replayed(int node, long start, long end) {
        if (attempts != null) {
            attempts[node] = NOTED_REPLAYED;
        }
        ready(node, start);
        start(node, start);
        end(node, end);
    }

    /** Adds something that its readers should know of the run; twice the same counts once. Thread-safe. */
    public synchronized void note(String text) {
        if (notes == null) {
            notes = new LinkedHashSet<>(1);
        }
        notes.add(text);
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
            all.add(iteration, ready == 0 ? start : ready, start, ends[node], attempts(node));
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
        failures.add(new Failure(node, iteration, node < 0 ? 1 : Math.max(1, attempts(node)), error));
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

    /** How many attempts the latest execution of {@code node} took; 0 where its outputs came from a cache, and {@link #REPLAYED}. */
    public int attempts(int node) {
        if (attempts == null || attempts[node] == 0) {
            return 1;
        }
        return switch (attempts[node]) {
            case NOTED_CACHED -> 0;
            case NOTED_REPLAYED -> REPLAYED;
            default -> attempts[node];
        };
    }

    /** What its readers should know of the run. */
    public synchronized List<String> notes() {
        return notes == null ? List.of() : List.copyOf(notes);
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
