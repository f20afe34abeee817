package dev.hypergraph4j.runtime;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The handle of a run or a map: a future that it completes, and a way to tell it to stop. */
abstract class Started<R> extends CompletableFuture<R> {
    /** {@code null} once the run is over: a handle does not keep the values of its run. */
    private volatile @Nullable Consumer<String> stop;

    Started(Consumer<String> stop) {
        this.stop = stop;
    }

    /** Completes this with what {@code run} gives or throws. */
    final void endWith(Supplier<R> run) {
        try {
            complete(lastOf(run));
        } catch (Throwable failed) {
            completeExceptionally(failed);
        }
    }

    private R lastOf(Supplier<R> run) {
        try {
            return run.get();
        } finally {
            stop = null;
        }
    }

    /** Asks it to stop. */
    public final void stop(String reason) {
        Objects.requireNonNull(reason, "reason");
        Consumer<String> run = stop;
        if (run != null) {
            run.accept(reason);
        }
    }

    /** Waits for its end. */
    public final R await() throws InterruptedException {
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
