package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.NodeQueue.NONE;

import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The thread that has called a run and works on it too: it takes nodes while there are some, helps the graphs nested in the run, and else waits here. In
 * a run that nobody waits for it never comes.
 *
 * <p>Guarded by the lock of the {@link Coordination}, but for what it does for nested graphs.
 */
final class CallingThread {
    private final ReentrantLock lock;
    private final Condition needed;
    private final NodeQueue queue;
    private final RunEnd end;
    private final @Nullable ConcurrencyLimit limit;

    /** For nested graphs, where the caller works too. */
    private final @Nullable CallerHelps helped;

    // Guarded by the lock
    private boolean idle;
    private boolean called;

    CallingThread(ReentrantLock lock, NodeQueue queue, RunEnd end, Workforce workforce, boolean isNesting) {
        this.lock = lock;
        this.needed = lock.newCondition();
        this.queue = queue;
        this.end = end;
        this.limit = workforce.limit();
        this.helped =
                workforce.hasCaller() && isNesting ? new CallerHelps(workforce.executor(), this::wakeForTask) : null;
    }

    /** What the graphs nested in the run are to use for their executor; {@code null} where that is the run's. */
    @Nullable
    Executor helped() {
        return helped;
    }

    /** Does one thing for a nested graph, if there is any to do. */
    void helpNested() {
        if (helped != null) {
            helped.runOne();
        }
    }

    private boolean isToHelp() {
        return helped != null && helped.hasTask();
    }

    private void wakeForTask() {
        lock.lock();
        try {
            if (idle) {
                wake();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Wakes it for a node, even if enough workers were called: a busy executor may let none of them come. Needs the lock. */
    void callIfIdle() {
        if (idle && queue.hasWork()) {
            queue.workerCalled();
            called = true;
            wake();
        }
    }

    /** Needs the lock. */
    void wake() {
        idle = false;
        needed.signal();
    }

    /** Waits for a node to run; {@link NodeQueue#NONE} when the run is over, or somebody else was faster. */
    int awaitNode() throws InterruptedException {
        int node;
        lock.lock();
        try {
            node = queue.take();
            boolean passesOn = false;
            while (node == NONE && !end.isOver() && !passesOn && !isToHelp()) {
                idle = true;
                try {
                    needed.await();
                } finally {
                    idle = false;
                    if (called) {
                        called = false;
                        queue.workerCame();
                    }
                }
                node = queue.take();
                // If it was woken for a permit and takes none, others are to be woken.
                passesOn = limit != null || isToHelp();
            }
        } finally {
            lock.unlock();
        }
        if (node == NONE && limit != null) {
            limit.wake();
        }
        return node;
    }
}
