package dev.hypergraph4j.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a {@link ConcurrentMap}, the caller among them while it wants a result, and the tasks that the runs of the items have for them: from
 * that follows how many more workers to call.
 *
 * <p>Not thread-safe: guarded by the lock of the map.
 */
final class MapThreads {
    private final int most;
    private final Condition callerNeeded;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Set<Thread> atWork = new HashSet<>();
    private int called;
    private boolean callerIdle;

    MapThreads(int most, ReentrantLock lock) {
        this.most = most;
        this.callerNeeded = lock.newCondition();
    }

    void add(Runnable task) {
        tasks.add(task);
    }

    /** A task for this thread; {@code null} if there is none. */
    @Nullable
    Runnable takeTask() {
        return tasks.poll();
    }

    boolean hasTask() {
        return !tasks.isEmpty();
    }

    /** This thread is a worker that was called. */
    void workerCame() {
        called--;
        begin();
    }

    /** So many workers that were called do not come. */
    void workersWillNotCome(int workers) {
        called -= workers;
    }

    /** This thread is at work. */
    void begin() {
        atWork.add(Thread.currentThread());
    }

    /** This thread is at work no more. */
    void end() {
        atWork.remove(Thread.currentThread());
    }

    /** Whether this thread is at work. */
    boolean isAtWork() {
        return atWork.contains(Thread.currentThread());
    }

    /** The caller looks again whether what it waits for has come. */
    void wakeCaller() {
        callerNeeded.signal();
    }

    /** Lets the caller, which has nothing to do, wait until there is a step for it or {@code state} is reached. */
    void awaitStep(BooleanSupplier state) throws InterruptedException {
        callerIdle = true;
        try {
            while (callerIdle && !state.getAsBoolean()) {
                callerNeeded.await();
            }
        } finally {
            callerIdle = false;
        }
    }

    /**
     * How many workers to call for the steps there are; they count as called from now on. An idle caller is woken in place of one.
     *
     * @param claims whether there is an item to be claimed, by another thread than this one
     * @param callerMayClaim whether the caller may be the one
     */
    int workersToCall(boolean claims, boolean callerMayClaim) {
        int wanted = tasks.size() + (claims ? 1 : 0);
        if (wanted > 0 && callerIdle && (!tasks.isEmpty() || callerMayClaim)) {
            callerIdle = false;
            callerNeeded.signal();
            wanted--;
        }
        int present = atWork.size() - (callerIdle ? 1 : 0);
        int more = Math.min(wanted, most - present) - called;
        if (more <= 0) {
            return 0;
        }
        called += more;
        return more;
    }
}
