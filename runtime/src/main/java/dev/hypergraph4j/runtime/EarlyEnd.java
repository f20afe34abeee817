package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.RetryDecision.Verdict;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * That an attempt at a recorded node ended early, since its run is to stop. It has not failed then: its step stays open, as if a crash had cut it short.
 *
 * <p>Decided once, when the attempt has ended. Who interrupts nodes has told the journal's {@link StopSignal} before, and where a node is the first to learn of
 * an interrupt, its end tells it: so what an interrupt does to nodes is never recorded as their failure. And since only that first one is an interrupt of
 * which nobody knows, only it is passed on to the thread; a node that ends as it was asked to leaves those beside it alone.
 *
 * @param reason why the run stops; {@code null} where only this part of it does, which knows why
 * @param isInterrupt whether the run did not know that it is to stop: it was the node's thread that somebody interrupted
 */
record EarlyEnd(@Nullable String reason, boolean isInterrupt) {

    /** Who can tell whether a run starts no more nodes. */
    interface Stopping {
        boolean isStopping();
    }

    /**
     * Whether an attempt ended early, and why; {@code null} if it has failed.
     *
     * @param error what it threw
     * @param verdict what the node's policy says of that
     * @param isInterrupted whether the thread was interrupted that made the attempt
     * @param run the run that the node is part of
     */
    static @Nullable EarlyEnd of(
            Throwable error, Verdict verdict, boolean isInterrupted, Stopping run, Journal journal) {
        boolean tellsOfInterrupt = verdict == Verdict.INTERRUPTED || (isInterrupted && verdict != Verdict.CRASH);
        if (run.isStopping() || journal.stopReason() != null) {
            return tellsOfInterrupt || error instanceof CancellationException
                    ? new EarlyEnd(journal.stopReason(), false)
                    : null;
        }
        if (!tellsOfInterrupt) {
            return null;
        }
        boolean isFirst = journal.stop().stop("interrupted");
        return new EarlyEnd(journal.stopReason(), isFirst);
    }
}
