package dev.hypergraph4j.runtime.durable;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * A message that was not delivered yet.
 *
 * @param message the message, which knows how often its delivery has failed
 * @param dueAt from when on it may be delivered, in milliseconds since 1970, 0 if from the beginning; what its workflow sent before may hold it up longer
 */
public record WaitingMessage(OutboxMessage message, long dueAt) {
    /** The delay after which no delivery is tried any more. */
    public static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

    /** Later than anybody means who sets a time. */
    private static final long NEVER = Long.MAX_VALUE / 4;

    /** Whether it was left alone: it is not tried any more before somebody says so. */
    public boolean isLeftAlone() {
        return dueAt >= NEVER;
    }
}
