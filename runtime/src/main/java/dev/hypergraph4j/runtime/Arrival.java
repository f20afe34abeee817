package dev.hypergraph4j.runtime;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What the stage of an asynchronous node completes with. A stage that had completed when it was returned is taken in by the thread that asked for
 * it, any other by the thread that completes it: of the two, who comes second to {@link #meet()} takes it in.
 */
final class Arrival {
    private final AtomicBoolean oneIsHere = new AtomicBoolean();
    private @Nullable Object value;
    private @Nullable Throwable error;
    private boolean over;

    /**
     * Watches {@code stage}.
     *
     * @return whether it has completed; if not, {@code late} is run by the thread that completes it
     */
    boolean watch(CompletionStage<?> stage, Runnable late) {
        stage.whenComplete((completedWith, failedWith) -> {
            value = completedWith;
            error = failedWith == null ? null : unwrapped(failedWith);
            if (meet()) {
                late.run();
            }
        });
        return meet();
    }

    @Nullable
    Object value() {
        return value;
    }

    /** What the stage failed with; {@code null} if it did not. */
    @Nullable
    Throwable error() {
        return error;
    }

    /** The run waits for it no longer. Guarded, as {@link #isOver()} is, by the lock of the run. */
    void setOver() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** Whether the other one was here before. The swap is what makes its fields visible. */
    private boolean meet() {
        return oneIsHere.getAndSet(true);
    }

    /** What was thrown, without the wrapping that stages put around it. */
    private static Throwable unwrapped(Throwable error) {
        boolean wrapped = error instanceof CompletionException || error instanceof ExecutionException;
        return wrapped && error.getCause() != null ? error.getCause() : error;
    }
}
