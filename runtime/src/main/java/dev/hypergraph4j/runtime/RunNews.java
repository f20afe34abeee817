package dev.hypergraph4j.runtime;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What happens under the lock of a run on many threads and is told outside of it: which nodes are skipped, and that the run is to stop. The thread that
 * {@linkplain #take takes} it tells it once it has left the lock; until it has, the run is not over, lest its end be told first.
 *
 * <p>Not thread-safe: guarded by the lock of the {@link Coordination}.
 */
final class RunNews {
    private final @Nullable RunEvents events;
    private @Nullable String stop;

    /** How many threads have taken something and not told it yet. */
    private int telling;

    /** Something to tell, without the lock. */
    record Untold(
            RunEvents events,
            @Nullable BitSet skipped,
            @Nullable String stop) {
        void tell() {
            if (skipped != null) {
                long now = System.nanoTime();
                skipped.stream().forEach(node -> events.skipped(node, now));
            }
            if (stop != null) {
                events.stopRequested(stop);
            }
        }
    }

    /** @param events {@code null} where nobody is to be told */
    RunNews(@Nullable RunEvents events) {
        this.events = events;
    }

    void stopRequested(String reason) {
        stop = reason;
    }

    /** What this thread is to tell, and then to say so by {@link #told()}; {@code null} if there is nothing. */
    @Nullable
    Untold take(NodeQueue queue) {
        BitSet skipped = events == null ? null : queue.takeSkipped();
        if (events == null || (skipped == null && stop == null)) {
            return null;
        }
        Untold untold = new Untold(events, skipped, stop);
        stop = null;
        telling++;
        return untold;
    }

    void told() {
        telling--;
    }

    boolean isBeingTold() {
        return telling != 0;
    }
}
