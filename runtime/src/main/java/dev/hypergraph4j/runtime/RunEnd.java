package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.plan.Trace;
import org.jspecify.annotations.Nullable;

/**
 * How a run on many threads comes to its end. It starts no further node once it is closed, be it by a failure, a stop, or an executor that has no
 * threads, and what closes it first decides how it ends; it is over when nothing is under way any more and all that happened was told.
 *
 * <p>Not thread-safe: guarded by the lock of the {@link Coordination}. Once the run is over nothing changes, and who learned of that under the lock may
 * ask for the result.
 */
final class RunEnd {
    private final NodeQueue queue;
    private final Trace trace;
    private final RunNews news;
    private boolean over;
    private @Nullable String stopReason;
    private @Nullable Throwable rejection;

    RunEnd(NodeQueue queue, Trace trace, RunNews news) {
        this.queue = queue;
        this.trace = trace;
        this.news = news;
    }

    /** Closes the run because somebody wants it to stop. */
    void stop(String reason) {
        if (isOpen()) {
            stopReason = reason;
            news.stopRequested(reason);
            queue.close();
        }
    }

    /** Closes the run because its executor has said {@code refused}. */
    void refuse(Throwable refused) {
        if (isOpen()) {
            rejection = refused;
            queue.close();
        }
    }

    private boolean isOpen() {
        return !over && !queue.isClosed();
    }

    boolean isOver() {
        return over;
    }

    /** Whether the run is over now and was not before. */
    boolean comes() {
        if (over || news.isBeingTold() || !queue.isOver()) {
            return false;
        }
        over = true;
        trace.finish(System.nanoTime());
        return true;
    }

    /** The result of {@code run}, which is over; or throws what it ended with. */
    <O> RunResult<O> result(PreparedRun<O> run, Outset outset, @Nullable RunEvents events) {
        if (queue.isComplete()) {
            return RunResult.completed(run, trace, events);
        }
        if (rejection != null) {
            RunResult.failed(run, trace, events).error().ifPresent(rejection::addSuppressed);
            throw Started.unchecked(rejection);
        }
        if (stopReason != null) {
            return RunResult.stopped(run, trace, events, stopReason);
        }
        boolean raises = run.options().errorHandling() == ErrorHandling.RAISE
                && !trace.failures().isEmpty();
        if (queue.isPaused() && !raises) {
            return RunResult.paused(run, outset.pausedHere(), events);
        }
        RunResult<O> failed = RunResult.failed(run, trace, events);
        if (raises) {
            throw failed.error().orElseThrow();
        }
        return failed;
    }
}
