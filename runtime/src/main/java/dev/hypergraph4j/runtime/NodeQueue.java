package dev.hypergraph4j.runtime;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes of a run are to run next, how many are under way, and how many workers it takes to run them. Which ones become ready, since the nodes that they
 * wait for are through, is the business of the {@link Frontier}.
 *
 * <p>Not thread-safe: guarded by the lock of the {@link Coordination}.
 */
final class NodeQueue {
    static final int NONE = -1;

    private static final int MOST_ON_THEIR_WAY = 8;

    private final int maxConcurrency;
    private final ReadyNodes ready;
    private final Frontier frontier;

    /** Of a limit that other runs share; {@code null} where there is none. */
    private final @Nullable Permits permits;

    /** Those that have begun, or wait to, and have no thread; {@code null} until one has paused, which it does in few runs. */
    private @Nullable PausedNodes paused;

    private int running;
    private int called;

    NodeQueue(PreparedRun<?> run, Outset outset, int maxConcurrency, @Nullable Permits permits) {
        this.maxConcurrency = maxConcurrency;
        this.permits = permits;
        this.ready = new ReadyNodes(outset.trace(), run.slice().size());
        this.frontier = new Frontier(run, outset, ready);
    }

    /** The next node to run, which counts as running from now on; {@link #NONE} if there is none, or as many as may be are running. */
    int take() {
        int resumed = paused == null ? NONE : paused.take();
        if (resumed != NONE) {
            return resumed;
        }
        if (ready.count() == 0 || running == maxConcurrency || (permits != null && !permits.take())) {
            return NONE;
        }
        running++;
        int node = ready.take();
        if (paused != null) {
            paused.taken(node);
        }
        return node;
    }

    /** {@code node} has ended well. */
    void completed(int node) {
        nodeEnded(node);
        frontier.completed(node);
    }

    /** {@code node}, a nested graph, runs on as other nodes: it needs no permit of its own. */
    void nested(int node) {
        if (permits != null) {
            permits.givenUpBy(node);
        }
    }

    /** {@code node} has failed. */
    void failed(int node) {
        nodeEnded(node);
        frontier.lost(node);
    }

    /**
     * {@code node}, which runs, has nothing to do for now; it may keep its place among those that do.
     *
     * @param maySleep whether that is so for long, so that it may be left to another run
     */
    void pause(int node, boolean keepsPlace, boolean maySleep) {
        if (paused == null) {
            paused = new PausedNodes();
        }
        paused.add(node, keepsPlace, maySleep);
        if (!keepsPlace) {
            nodeEnded(node);
        }
    }

    /** {@code node} has something to do again, unless it was cut off. */
    void resume(int node) {
        if (!isClosed() && paused != null && paused.resume(node)) {
            ready.addAgain(node);
        }
    }

    /** Of a closed run: the paused nodes, each once. They are to be {@linkplain #cutOff cut off}; until then the run is not over. */
    @Nullable
    BitSet takePaused() {
        return isClosed() && paused != null ? paused.takeAll() : null;
    }

    /** The paused nodes, each once, where all of them may sleep, and nothing else can go on. They {@linkplain #fellAsleep fall asleep}; until then the run is not over. */
    @Nullable
    BitSet takeAsleep() {
        if (paused == null || isClosed() || running != 0 || ready.count() != 0 || !paused.maySleep()) {
            return null;
        }
        return paused.takeAll();
    }

    /** {@code node} was left to another run. */
    void fellAsleep(int node, long nanos) {
        leavePlace(node);
        frontier.waits(node, nanos);
    }

    /** {@code node} goes on no more: it is lost if it {@code hasFailed}, else it never ran. */
    void cutOff(int node, boolean hasFailed) {
        leavePlace(node);
        if (hasFailed) {
            frontier.lost(node);
        }
    }

    /** {@code node}, which is paused, gives back the place that it may have kept. */
    private void leavePlace(int node) {
        if (paused != null && paused.cutOff(node)) {
            nodeEnded(node);
        }
    }

    /** {@code node} has asked a question that has no answer yet. */
    void asked(int node, long nanos) {
        nodeEnded(node);
        frontier.waits(node, nanos);
    }

    /** The nodes that were skipped since this was last called; {@code null} if there are none. */
    @Nullable
    BitSet takeSkipped() {
        return frontier.takeSkipped();
    }

    /** Nothing more becomes ready, and what is ready does not run. */
    void close() {
        ready.close();
    }

    /** Whether {@link #take()} would give a node. */
    boolean hasWork() {
        return (paused != null && paused.haveResumed()) || (ready.count() != 0 && running != maxConcurrency);
    }

    boolean isClosed() {
        return ready.isClosed();
    }

    /**
     * How many workers to call so that all nodes run that can; they count as called from now on. Spare permits are given back. There are never more than a
     * few on their way: each that comes calls further ones as long as there is work, so that nodes which take no time do not call a thousand threads
     * that find nothing left to do.
     */
    int callWorkers() {
        int possible = Math.min(ready.count(), maxConcurrency - running);
        if (permits != null) {
            permits.giveBack();
            possible = permits.enoughFor(possible);
        }
        int resumed = paused == null ? 0 : paused.resumed();
        int wanted = Math.min(possible + resumed, MOST_ON_THEIR_WAY) - called;
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
        return running == 0 && ready.count() == 0 && (paused == null || !paused.areAny());
    }

    /** Whether the run has come to its end, and nothing failed. */
    boolean isComplete() {
        return frontier.isComplete();
    }

    /** Whether all has run that could without an answer to a question, or whatever else nodes wait for. */
    boolean isPaused() {
        return frontier.isPaused();
    }

    private void nodeEnded(int node) {
        running--;
        if (permits != null) {
            permits.nodeEnded(node);
        }
    }
}
