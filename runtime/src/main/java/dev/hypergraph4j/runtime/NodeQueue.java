package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Slice;
import dev.hypergraph4j.runtime.plan.Trace;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes of a run are ready, how many are under way, and how many workers it takes to run them. A node becomes ready when the last one it
 * waits for has ended; a failed node never ends in this sense, so what lies downstream of it never becomes ready.
 *
 * <p>Not thread-safe: guarded by the lock of its {@link DataflowRun}.
 */
final class NodeQueue {
    static final int NONE = -1;

    private final Plan plan;
    private final Trace trace;
    private final int maxConcurrency;
    private final int size;

    /** How many nodes each node still waits for; those that are not in the slice wait for ever. */
    private final int[] waiting;

    // The ready nodes, from `first` to `end`; each node is in here once at most.
    private final int[] ready;
    private int first;
    private int end;

    /** Of a limit that other runs share; {@code null} where there is none. */
    private final @Nullable Permits permits;

    private int running;
    private int completed;
    private int called;
    private boolean closed;

    NodeQueue(Plan plan, Slice<?> slice, Trace trace, int maxConcurrency, @Nullable Permits permits) {
        this.plan = plan;
        this.trace = trace;
        this.maxConcurrency = maxConcurrency;
        this.permits = permits;
        this.size = slice.size();
        this.waiting = new int[plan.size()];
        this.ready = new int[size];
        Arrays.fill(waiting, Integer.MAX_VALUE);
        for (int range = 0; range < slice.ranges(); range++) {
            for (int node = slice.from(range); node < slice.to(range); node++) {
                waiting[node] = plan.predecessorCount(node);
                if (waiting[node] == 0) {
                    add(node, trace.began());
                }
            }
        }
    }

    /** The next node to run, which counts as running from now on; {@link #NONE} if there is none, or as many as may be are running. */
    int take() {
        if (!hasWork() || (permits != null && !permits.take())) {
            return NONE;
        }
        running++;
        return ready[first++];
    }

    /** {@code node} has ended well: those that waited for nothing else are ready. */
    void completed(int node) {
        nodeEnded();
        completed++;
        for (int i = 0; i < plan.successorCount(node); i++) {
            int successor = plan.successor(node, i);
            if (--waiting[successor] == 0 && !closed) {
                add(successor, trace.end(node));
            }
        }
    }

    /** A node has failed. */
    void failed() {
        nodeEnded();
    }

    /** Nothing more becomes ready, and what is ready does not run. */
    void close() {
        closed = true;
        first = end;
    }

    /** Whether {@link #take()} would give a node. */
    boolean hasWork() {
        return first != end && running != maxConcurrency;
    }

    boolean isClosed() {
        return closed;
    }

    /** How many workers to call so that all nodes run that can; they count as called from now on. Spare permits are given back. */
    int callWorkers() {
        int possible = Math.min(end - first, maxConcurrency - running);
        if (permits != null) {
            permits.giveBack();
            possible = permits.enoughFor(possible);
        }
        int wanted = possible - called;
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
        return running == 0 && first == end;
    }

    /** Whether all nodes have ended well. */
    boolean isComplete() {
        return completed == size;
    }

    private void nodeEnded() {
        running--;
        if (permits != null) {
            permits.nodeEnded();
        }
    }

    private void add(int node, long nanos) {
        trace.ready(node, nanos);
        ready[end++] = node;
    }
}
