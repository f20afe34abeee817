package dev.hypergraph4j.runtime;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A map that runs one item after the other on a thread of its own, and can be stopped meanwhile. */
final class StartedSequentialMap<O> extends SequentialMap<O> {

    /** Starts a run: on {@code executor}, unless the runner has threads of its own. */
    @FunctionalInterface
    interface Start<O> {
        RunHandle<O> start(PreparedRun<O> run, Executor executor);
    }

    private final Start<O> start;

    // Guarded by this
    private @Nullable RunHandle<O> current;

    private StartedSequentialMap(PreparedMap<O> map, @Nullable MapEvents events, Start<O> start) {
        super(map, events);
        this.start = start;
    }

    /** Runs the items on a thread of {@code executor}. */
    static <O> MapHandle<O> start(PreparedMap<O> map, @Nullable MapEvents events, Start<O> start, Executor executor) {
        StartedSequentialMap<O> run = new StartedSequentialMap<>(map, events, start);
        StartedMap<O> handle = new StartedMap<>(run::stop);
        executor.execute(() -> handle.endWith(run::gather));
        return handle;
    }

    @Override
    public synchronized void stop(String reason) {
        super.stop(reason);
        if (current != null) {
            current.stop(reason);
        }
    }

    @Override
    RunResult<O> run(PreparedRun<O> item) {
        // The handle must be known before the run goes on, on this thread, so that it can be stopped.
        Later later = new Later();
        RunHandle<O> handle = start.start(item, later);
        begins(handle);
        later.run();
        try {
            return handle.await();
        } catch (InterruptedException interrupted) {
            handle.stop("interrupted");
            return ended(handle);
        } finally {
            begins(null);
        }
    }

    /** Waits for the end of a run that was stopped, and keeps the interrupt for those who come later. */
    private RunResult<O> ended(RunHandle<O> handle) {
        while (true) {
            try {
                RunResult<O> result = handle.await();
                Thread.currentThread().interrupt();
                return result;
            } catch (InterruptedException again) {
                handle.stop("interrupted again");
            }
        }
    }

    /** A stop that came between two items is for the next one. */
    private synchronized void begins(@Nullable RunHandle<O> handle) {
        current = handle;
        String reason = stopReason();
        if (handle != null && reason != null) {
            handle.stop(reason);
        }
    }

    /** Runs its task when it is told to. */
    private static final class Later implements Executor, Runnable {
        private Runnable task = () -> {};

        @Override
        public void execute(Runnable newTask) {
            task = newTask;
        }

        @Override
        public void run() {
            task.run();
        }
    }
}
