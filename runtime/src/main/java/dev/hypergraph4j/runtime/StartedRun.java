package dev.hypergraph4j.runtime;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The handle of a run: a future that the run completes, and a way to tell the run to stop. */
final class StartedRun<O> extends CompletableFuture<RunResult<O>> implements RunHandle<O> {
    /** {@code null} once the run is over: a handle does not keep the values of its run. */
    private volatile @Nullable Consumer<String> stop;

    StartedRun(Consumer<String> stop) {
        this.stop = stop;
    }

    /** Completes this with what {@code run} gives or throws. */
    void endWith(Supplier<RunResult<O>> run) {
        try {
            complete(lastOf(run));
        } catch (Throwable failed) {
            completeExceptionally(failed);
        }
    }

    private RunResult<O> lastOf(Supplier<RunResult<O>> run) {
        try {
            return run.get();
        } finally {
            stop = null;
        }
    }

    @Override
    public void stop(String reason) {
        Objects.requireNonNull(reason, "reason");
        Consumer<String> run = stop;
        if (run != null) {
            run.accept(reason);
        }
    }

    @Override
    public RunResult<O> await() throws InterruptedException {
        try {
            return get();
        } catch (ExecutionException failed) {
            throw unchecked(failed.getCause());
        }
    }

    /** What a run threw, to be thrown again. */
    static RuntimeException unchecked(@Nullable Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException exception ? exception : new IllegalStateException(thrown);
    }

    /** Stages derived from this one are plain futures: they are not the run. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }

    /** Cancelling the future stops the run; the future then tells how the run ended, as without. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        stop("cancelled");
        return false;
    }
}
