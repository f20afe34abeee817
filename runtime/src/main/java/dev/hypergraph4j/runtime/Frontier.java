package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.Course.Verdict;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Region;
import dev.hypergraph4j.runtime.plan.Slice;
import dev.hypergraph4j.runtime.plan.Trace;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * How far the nodes of a run are through, and which ones become ready by that. A node is looked at when the last one it waits for is through; then it
 * is ready, or, as the {@link Course} says, through itself. In a cycle this goes turn by turn.
 *
 * <p>Not thread-safe: guarded by the lock of the {@link Coordination}.
 */
final class Frontier {
    private final Plan plan;
    private final Course course;
    private final Trace trace;
    private final boolean raises;
    private final ReadyNodes ready;

    /** How many nodes each node still waits for; those that are not in the slice wait for ever. */
    private final int[] waiting;

    /** By cycle: how many of its nodes are not through in this turn. */
    private final int[] turning;

    // The nodes that are through and whose successors have not been told; empty outside of through().
    private final int[] through;
    private int throughCount;

    /** How many nodes, and whole cycles, are not through. */
    private int open;

    /** Those that were skipped and not yet taken note of; {@code null} if there are none. */
    private @Nullable BitSet skipped;

    private boolean incomplete;
    private boolean asking;

    /** @param ready takes the nodes that are ready, from now on */
    Frontier(PreparedRun<?> run, Outset outset, ReadyNodes ready) {
        Slice<?> slice = run.slice();
        this.plan = run.plan();
        this.course = outset.course();
        this.trace = outset.trace();
        this.raises = run.options().errorHandling() == ErrorHandling.RAISE;
        this.ready = ready;
        this.waiting = new int[plan.size()];
        this.turning = new int[plan.flow().regions().size()];
        this.through = new int[slice.size()];
        Arrays.fill(waiting, Integer.MAX_VALUE);
        if (outset.goesOn()) {
            goOn(slice);
        } else {
            begin(slice);
        }
    }

    private void begin(Slice<?> slice) {
        for (int range = 0; range < slice.ranges(); range++) {
            for (int node = slice.from(range); node < slice.to(range); node++) {
                waiting[node] = plan.waitCount(node);
                int region = plan.flow().regionOf(node);
                if (region < 0 || turning[region]++ == 0) {
                    open++;
                }
            }
        }
        for (int range = 0; range < slice.ranges(); range++) {
            for (int node = slice.from(range); node < slice.to(range); node++) {
                if (plan.waitCount(node) == 0) {
                    reach(node, trace.began());
                }
            }
        }
        spread(trace.began());
    }

    /** Takes up a run that has paused. */
    private void goOn(Slice<?> slice) {
        incomplete = !trace.failures().isEmpty();
        BitSet pending = pending(slice);
        pending.stream().forEach(node -> waiting[node] = 0);
        for (int range = 0; range < slice.ranges(); range++) {
            for (int node = slice.from(range); node < slice.to(range); node++) {
                waitFor(node, pending);
            }
        }
        long now = System.nanoTime();
        pending.stream().filter(node -> waiting[node] == 0).forEach(node -> reach(node, now));
        spread(now);
    }

    /** The nodes that are to be looked at. Counts them, and the cycles that they are part of. */
    private BitSet pending(Slice<?> slice) {
        BitSet pending = new BitSet(plan.size());
        for (int range = 0; range < slice.ranges(); range++) {
            for (int node = slice.from(range); node < slice.to(range); node++) {
                if (!course.isThrough(node)) {
                    pending.set(node);
                    int region = plan.flow().regionOf(node);
                    if (region < 0 || turning[region]++ == 0) {
                        open++;
                    }
                }
            }
        }
        return pending;
    }

    /** Lets those that come after {@code node} wait for it, if it, or the cycle that it is part of, is not through. */
    private void waitFor(int node, BitSet pending) {
        int region = plan.flow().regionOf(node);
        boolean isOpenOutside = region < 0 ? pending.get(node) : turning[region] != 0;
        for (int i = 0; i < plan.successorCount(node); i++) {
            int successor = plan.successor(node, i);
            boolean isWithin = region >= 0 && plan.flow().regionOf(successor) == region;
            if (pending.get(successor) && (isWithin ? pending.get(node) : isOpenOutside)) {
                waiting[successor]++;
            }
        }
    }

    /** {@code node} has ended well. */
    void completed(int node) {
        course.completed(node);
        through(node, trace.end(node));
    }

    /** {@code node} has failed. */
    void lost(int node) {
        incomplete = true;
        course.lost(node);
        through(node, trace.end(node));
    }

    /** {@code node} waits for something that another run goes on with. */
    void waits(int node, long nanos) {
        asking = true;
        course.paused(node);
        through(node, nanos);
    }

    private void through(int node, long nanos) {
        through[throughCount++] = node;
        spread(nanos);
    }

    /** Tells the successors of nodes that are through, and theirs, if they are through with that as well. */
    private void spread(long nanos) {
        while (throughCount > 0) {
            int node = through[--throughCount];
            int region = plan.flow().regionOf(node);
            tellSuccessors(node, region, region >= 0, nanos);
            if (region < 0) {
                open--;
                noteIfSkipped(node);
            } else if (--turning[region] == 0) {
                endTurn(plan.flow().regions().get(region), nanos);
            }
        }
    }

    /** @param within whether to tell those in the same region, or those outside of it */
    private void tellSuccessors(int node, int region, boolean within, long nanos) {
        for (int i = 0; i < plan.successorCount(node); i++) {
            int successor = plan.successor(node, i);
            boolean isWithin = region >= 0 && plan.flow().regionOf(successor) == region;
            if (isWithin == within && --waiting[successor] == 0) {
                reach(successor, nanos);
            }
        }
    }

    private void endTurn(Region region, long nanos) {
        if (course.turn(region)) {
            if (!course.isExhausted(region)) {
                beginTurn(region, nanos);
                return;
            }
            exhaust(region);
        }
        open--;
        for (int node = region.from(); node < region.to(); node++) {
            noteIfSkipped(node);
            tellSuccessors(node, region.index(), false, nanos);
        }
    }

    /** A cycle would not end. */
    private void exhaust(Region region) {
        trace.failRun(region, InfiniteLoopException.of(plan, region, course));
        course.exhaust(region);
        incomplete = true;
        if (raises) {
            ready.close();
        }
    }

    private void beginTurn(Region region, long nanos) {
        turning[region.index()] = region.size();
        for (int node = region.from(); node < region.to(); node++) {
            waiting[node] = plan.turnWaitCount(node);
        }
        for (int node = region.from(); node < region.to(); node++) {
            if (plan.turnWaitCount(node) == 0) {
                reach(node, nanos);
            }
        }
    }

    private void reach(int node, long nanos) {
        Verdict verdict = course.look(node);
        if (verdict == Verdict.RUN) {
            ready.add(node, nanos);
        } else {
            through[throughCount++] = node;
        }
    }

    private void noteIfSkipped(int node) {
        if (course.isSkipped(node)) {
            trace.skip(node);
            if (skipped == null) {
                skipped = new BitSet(0);
            }
            skipped.set(node);
        }
    }

    /** The nodes that were skipped since this was last called; {@code null} if there are none. */
    @Nullable
    BitSet takeSkipped() {
        BitSet taken = skipped;
        skipped = null;
        return taken;
    }

    /** Whether the run has come to its end, and nothing failed. */
    boolean isComplete() {
        return open == 0 && !incomplete && !asking;
    }

    /** Whether all has run that could without an answer to a question, or whatever else nodes wait for. */
    boolean isPaused() {
        return open == 0 && asking;
    }
}
