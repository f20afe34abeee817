package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.NestedWork.Underway;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a run on many threads has under way and can ask to end early: the threads of its workers, the stages of its asynchronous nodes, and the graphs
 * nested in it.
 *
 * <p>Guarded by the lock of the {@link Coordination}, which methods take by themselves unless they say that they need it.
 */
final class WorkUnderWay {
    private final ReentrantLock lock;

    // Guarded by the lock; made when there is something to keep, since in many runs one thread does it all
    private @Nullable Set<Thread> threads;
    private @Nullable Map<Arrival, CompletionStage<?>> stages;
    private @Nullable Set<Underway> nested;
    private boolean interrupted;

    WorkUnderWay(ReentrantLock lock) {
        this.lock = lock;
    }

    /** This thread is one of the run's now. Needs the lock. */
    void threadCame() {
        if (threads == null) {
            threads = new HashSet<>();
        }
        threads.add(Thread.currentThread());
    }

    /** This thread goes back to its executor. */
    void threadLeaves() {
        lock.lock();
        try {
            if (threads != null) {
                threads.remove(Thread.currentThread());
            }
            if (interrupted) {
                // It was meant for this run. The executor's next task must not see it.
                Thread.interrupted();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Remembers a stage, unless it has arrived; one that is returned after the interrupt is cancelled at once. */
    void add(Arrival arrival, CompletionStage<?> stage) {
        boolean isLate;
        lock.lock();
        try {
            if (arrival.isOver()) {
                return;
            }
            if (stages == null) {
                stages = new HashMap<>();
            }
            stages.put(arrival, stage);
            isLate = interrupted;
        } finally {
            lock.unlock();
        }
        if (isLate) {
            cancel(stage);
        }
    }

    /** Forgets a stage: in a cycle there is no end to them. It may not even be noted yet, if it completes on another thread. */
    void remove(Arrival arrival) {
        lock.lock();
        try {
            arrival.setOver();
            if (stages != null) {
                stages.remove(arrival);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Needs the lock. */
    void add(Underway inner) {
        if (nested == null) {
            nested = new HashSet<>();
        }
        nested.add(inner);
    }

    /** Needs the lock. */
    void remove(Underway inner) {
        if (nested != null) {
            nested.remove(inner);
        }
    }

    /** Asks the nested graphs to stop. Needs no lock to be held. */
    void stopNested(String reason) {
        List<Underway> running;
        lock.lock();
        try {
            running = all(nested);
        } finally {
            lock.unlock();
        }
        running.forEach(inner -> inner.stop(reason));
    }

    /** Asks all of it to end early. Needs no lock to be held. */
    void interrupt() {
        List<CompletionStage<?>> pending;
        List<Underway> running;
        lock.lock();
        try {
            interrupted = true;
            all(threads).forEach(Thread::interrupt);
            pending = all(stages == null ? null : stages.values());
            running = all(nested);
        } finally {
            lock.unlock();
        }
        pending.forEach(WorkUnderWay::cancel);
        running.forEach(Underway::interrupt);
    }

    private static <T> List<T> all(@Nullable Collection<T> kept) {
        return kept == null ? List.of() : List.copyOf(kept);
    }

    private static void cancel(CompletionStage<?> stage) {
        try {
            stage.toCompletableFuture().cancel(true);
        } catch (RuntimeException uncancellable) {
            // Not every stage is a future. The run waits for this one, as it does for a node that ignores interrupts.
        }
    }
}
