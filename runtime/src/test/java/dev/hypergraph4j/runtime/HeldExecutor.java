package dev.hypergraph4j.runtime;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** An executor that holds tasks until it is told to run one. */
final class HeldExecutor implements Executor {
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    int held() {
        return tasks.size();
    }

    /** Runs the oldest task on this thread. */
    void runNext() {
        tasks.remove().run();
    }
}
