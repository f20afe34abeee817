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
 * Which nodes of a run are ready, how many are under way, and how many workers it takes to run them. A node is looked at when the last one it
 * waits for is through; then it is ready, or, as the {@link Course} says, through itself. In a cycle this goes turn by turn.
 *
 * <p>Not thread-safe: guarded by the lock of the {@link Coordination}.
 */
final class NodeQueue {
    static final int NONE = -1;

    private static final int MOST_ON_THEIR_WAY = 8;

    private final Plan plan;
    private final Course course;
    private final Trace trace;
    private final boolean raises;
    private final int maxConcurrency;

    /** How many nodes each node still waits for; those that are not in the slice wait for ever. */
    private final int[] waiting;

    /** By cycle: how many of its nodes are not through in this turn. */
    private final int[] turning;

    // The ready nodes, from `first` on, in a ring; each node is in here once at most.
    private final int[] ready;
    private int first;
    private int count;

    // The nodes that are through and whose successors have not been told; empty outside of through().
    private final int[] through;
    private int throughCount;

    /** How many nodes, and whole cycles, are not through. */
    private int open;

    /** Of a limit that other runs share; {@code null} where there is none. */
    private final @Nullable Permits permits;

    /** The nodes under way that have given their permit back. */
    private final BitSet withoutPermit = new BitSet(0);

    /** Those that were skipped and not yet taken note of. */
    private BitSet skipped = new BitSet(0);

    /** Those that have begun, or wait to, and have no thread. */
    private final PausedNodes paused = new PausedNodes();

    private boolean incomplete;
    private boolean asking;
    private int running;
    private int called;
    private boolean closed;

    NodeQueue(PreparedRun<?> run, Outset outset, int maxConcurrency, @Nullable Permits permits) {
        Slice<?> slice = run.slice();
        this.plan = run.plan();
        this.course = outset.course();
        this.trace = outset.trace();
        this.raises = run.options().errorHandling() == ErrorHandling.RAISE;
        this.maxConcurrency = maxConcurrency;
        this.permits = permits;
        this.waiting = new int[plan.size()];
        this.turning = new int[plan.flow().regions().size()];
        this.ready = new int[slice.size()];
        this.through = new int[slice.size()];
        Arrays.fill(waiting, Integer.MAX_VALUE);
        if (outset.goesOn()) {
            goOn(slice);
            return;
        }
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

    /** The next node to run, which counts as running from now on; {@link #NONE} if there is none, or as many as may be are running. */
    int take() {
        int resumed = paused.take();
        if (resumed != NONE) {
            return resumed;
        }
        if (count == 0 || running == maxConcurrency || (permits != null && !permits.take())) {
            return NONE;
        }
        running++;
        int node = ready[first];
        paused.taken(node);
        first = first + 1 == ready.length ? 0 : first + 1;
        count--;
        return node;
    }

    /** {@code node} has ended well. */
    void completed(int node) {
        nodeEnded(node);
        course.completed(node);
        through[throughCount++] = node;
        spread(trace.end(node));
    }

    /** {@code node}, a nested graph, runs on as other nodes: it needs no permit of its own. */
    void nested(int node) {
        if (permits != null) {
            withoutPermit.set(node);
            permits.nodeEnded();
        }
    }

    /** {@code node} has failed. */
    void failed(int node) {
        nodeEnded(node);
        lost(node);
    }

    private void lost(int node) {
        incomplete = true;
        course.lost(node);
        through[throughCount++] = node;
        spread(trace.end(node));
    }

    /**
     * {@code node}, which runs, has nothing to do for now; it may keep its place among those that do.
     *
     * @param maySleep whether that is so for long, so that it may be left to another run
     */
    void pause(int node, boolean keepsPlace, boolean maySleep) {
        paused.add(node, keepsPlace, maySleep);
        if (!keepsPlace) {
            nodeEnded(node);
        }
    }

    /** {@code node} has something to do again, unless it was cut off. */
    void resume(int node) {
        if (!closed && paused.resume(node)) {
            enqueue(node);
        }
    }

    /** Of a closed run: the paused nodes, each once. They are to be {@linkplain #cutOff cut off}; until then the run is not over. */
    @Nullable
    BitSet takePaused() {
        return closed ? paused.takeAll() : null;
    }

    /** The paused nodes, each once, where all of them may sleep, and nothing else can go on. They {@linkplain #fellAsleep fall asleep}; until then the run is not over. */
    @Nullable
    BitSet takeAsleep() {
        return !closed && running == 0 && count == 0 && paused.maySleep() ? paused.takeAll() : null;
    }

    /** {@code node} was left to another run. */
    void fellAsleep(int node, long nanos) {
        if (paused.cutOff(node)) {
            nodeEnded(node);
        }
        waits(node, nanos);
    }

    /** {@code node} goes on no more: it is lost if it {@code hasFailed}, else it never ran. */
    void cutOff(int node, boolean hasFailed) {
        if (paused.cutOff(node)) {
            nodeEnded(node);
        }
        if (hasFailed) {
            lost(node);
        }
    }

    /** {@code node} has asked a question that has no answer yet. */
    void asked(int node, long nanos) {
        nodeEnded(node);
        waits(node, nanos);
    }

    private void waits(int node, long nanos) {
        asking = true;
        course.paused(node);
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
            close();
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
            add(node, nanos);
        } else {
            through[throughCount++] = node;
        }
    }

    private void noteIfSkipped(int node) {
        if (course.isSkipped(node)) {
            trace.skip(node);
            skipped.set(node);
        }
    }

    /** The nodes that were skipped since this was last called; {@code null} if there are none. */
    @Nullable
    BitSet takeSkipped() {
        if (skipped.isEmpty()) {
            return null;
        }
        BitSet taken = skipped;
        skipped = new BitSet(0);
        return taken;
    }

    /** Nothing more becomes ready, and what is ready does not run. */
    void close() {
        closed = true;
        count = 0;
    }

    /** Whether {@link #take()} would give a node. */
    boolean hasWork() {
        return paused.haveResumed() || (count != 0 && running != maxConcurrency);
    }

    boolean isClosed() {
        return closed;
    }

    /**
     * How many workers to call so that all nodes run that can; they count as called from now on. Spare permits are given back. There are never more than a
     * few on their way: each that comes calls further ones as long as there is work, so that nodes which take no time do not call a thousand threads
     * that find nothing left to do.
     */
    int callWorkers() {
        int possible = Math.min(count, maxConcurrency - running);
        if (permits != null) {
            permits.giveBack();
            possible = permits.enoughFor(possible);
        }
        int wanted = Math.min(possible + paused.resumed(), MOST_ON_THEIR_WAY) - called;
        if (wanted <= 0) {
            return 0;
        }
        called += wanted;
        return wanted;
    }

    /** A worker was called in another way. */
    void workerCalled() {
        called++;
    }

    /** A worker that was called has come, or will never come. */
    void workerCame() {
        called--;
    }

    /** Whether nothing runs and nothing will. */
    boolean isOver() {
        return running == 0 && count == 0 && !paused.areAny();
    }

    /** Whether the run has come to its end, and nothing failed. */
    boolean isComplete() {
        return open == 0 && !incomplete && !asking;
    }

    /** Whether all has run that could without an answer to a question, or whatever else nodes wait for. */
    boolean isPaused() {
        return open == 0 && asking;
    }

    private void nodeEnded(int node) {
        running--;
        if (withoutPermit.get(node)) {
            withoutPermit.clear(node);
        } else if (permits != null) {
            permits.nodeEnded();
        }
    }

    /** In a closed run, what would be ready stays open: unless there is none, the run was cut short. */
    private void add(int node, long nanos) {
        if (closed) {
            return;
        }
        trace.ready(node, nanos);
        enqueue(node);
    }

    private void enqueue(int node) {
        int end = first + count;
        ready[end >= ready.length ? end - ready.length : end] = node;
        count++;
    }
}
