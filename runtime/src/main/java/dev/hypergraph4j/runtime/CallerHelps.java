package dev.hypergraph4j.runtime;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * The executor of the graphs nested in a run whose caller works too. What they have for one more thread is done by a thread of the run's executor, or
 * by the caller, whoever comes first: as in a run without nested graphs, an executor that is busy with the callers of other runs holds nobody up.
 *
 * <p>Thread-safe.
 */
final class CallerHelps implements Executor {
    private final Executor threads;
    private final Runnable wakeCaller;
    private final ConcurrentLinkedQueue<Task> tasks = new ConcurrentLinkedQueue<>();

    /** Equal to no other one, as the task it holds may be. */
    private static final class Task {
        private final Runnable task;

        Task(Runnable task) {
            this.task = task;
        }
    }

    /** @param wakeCaller called when there is something to do, and no lock is held */
    CallerHelps(Executor threads, Runnable wakeCaller) {
        this.threads = threads;
        this.wakeCaller = wakeCaller;
    }

    @Override
    public void execute(Runnable task) {
        Task added = new Task(task);
        tasks.add(added);
        wakeCaller.run();
        try {
            threads.execute(this::runOne);
        } catch (RuntimeException | Error refused) {
            if (tasks.remove(added)) {
                throw refused;
            }
        }
    }

    /** Whether there is something to do. */
    boolean hasTask() {
        return !tasks.isEmpty();
    }

    /** Does what has waited longest, if there is anything. */
    void runOne() {
        Task next = tasks.poll();
        if (next != null) {
            next.task.run();
        }
    }
}
