package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.ParkReason;
import org.jspecify.annotations.Nullable;

/**
 * How a workflow is to end when its run is over, as far as that is not the result's to say: what its steps have met meanwhile, and what others want.
 *
 * <p>Thread-safe.
 */
final class Outlook {
    // Guarded by this
    private @Nullable Ending parked;
    private boolean crashed;
    private boolean cancelled;
    private boolean refused;
    private boolean waits;
    private long wakeAt;

    /** Has the workflow wait for an operator. The first reason counts. */
    synchronized void park(ParkReason why, String reason) {
        if (parked == null) {
            parked = Ending.parked(why, reason);
        }
    }

    /** How the workflow is to be parked; {@code null} if it is not. */
    synchronized @Nullable Ending parked() {
        return parked;
    }

    /** The JVM has failed a step: the workflow is left to another process. */
    synchronized void crash() {
        crashed = true;
    }

    synchronized boolean hasCrashed() {
        return crashed;
    }

    /** Whether the run stops for what a step met, which is no failure of it. */
    synchronized boolean isCutShort() {
        return parked != null || crashed;
    }

    /** An executor of the run has no thread for it: it stops, and may go on when there is one, or elsewhere. */
    synchronized void refuse() {
        refused = true;
    }

    synchronized boolean isRefused() {
        return refused;
    }

    /** Has the workflow wait for others that it has spawned. */
    synchronized void awaitChildren() {
        waits = true;
    }

    synchronized boolean waits() {
        return waits;
    }

    /** Has the workflow sleep until an attempt may be made. Of several times the first counts. */
    synchronized void sleepUntil(long time) {
        wakeAt = wakeAt == 0 ? time : Math.min(wakeAt, time);
    }

    /** Until when it is to sleep, in milliseconds since 1970; 0 if it is not. */
    synchronized long wakeAt() {
        return wakeAt;
    }

    /** Somebody wants the workflow cancelled. */
    synchronized void cancel() {
        cancelled = true;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }
}
