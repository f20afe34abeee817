package dev.hypergraph4j.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;

/** A timer whose tasks run when the test says so, on the test's thread. */
final class ManualTimer implements Timer {
    private record Pending(long nanos, FutureTask<?> task) {}

    private final List<Pending> pending = new CopyOnWriteArrayList<>();

    @Override
    public Alarm after(long nanos, Runnable task) {
        FutureTask<?> future = new FutureTask<>(task, null);
        pending.add(new Pending(nanos, future));
        return () -> future.cancel(false);
    }

    /** How many tasks are neither cancelled nor run. */
    long waiting() {
        return pending.stream().filter(one -> !one.task().isDone()).count();
    }

    /** Waits until so many tasks wait. */
    void awaitWaiting(long count) {
        while (waiting() < count) {
            Thread.onSpinWait();
        }
    }

    /** How long the {@code index}-th task was to wait. */
    long nanos(int index) {
        return pending.get(index).nanos();
    }

    /** Runs the {@code index}-th task, unless it was cancelled. */
    void ring(int index) {
        pending.get(index).task().run();
    }
}
