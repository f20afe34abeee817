package dev.hypergraph4j.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** The handle of a run: a future that the run completes, and a way to tell the run to stop. */
final class StartedRun<O> extends CompletableFuture<RunResult<O>> implements RunHandle<O> {
    private final Consumer<String> stop;

    StartedRun(Consumer<String> stop) {
        this.stop = stop;
    }

    @Override
    public void stop(String reason) {
        stop.accept(reason);
    }

    @Override
    public RunResult<O> await() throws InterruptedException {
        try {
            return get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Stages derived from this one are plain futures: they are not the run. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }

    /** Cancelling the future stops the run; the future then tells how the run ended, as without. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        stop.accept("cancelled");
        return false;
    }
}
