package dev.hypergraph4j.processor.model;

import java.util.List;

/**
 * What {@code @Retry} says.
 *
 * @param maxAttempts how often the node is run at most
 * @param on the exceptions that are worth another attempt; none for those that are known to pass
 * @param initialDelayNanos the wait before the second attempt, in nanoseconds
 * @param multiplier how many times longer each wait is than the one before
 * @param maxDelayNanos the longest wait, in nanoseconds
 * @param jitter which part of a wait is left to chance, from 0 to 1
 * @param windowNanos how long after the begin of the first attempt another may begin, in nanoseconds; 0 for any time
 */
public record RetryRule(
        int maxAttempts,
        List<ValueType> on,
        long initialDelayNanos,
        double multiplier,
        long maxDelayNanos,
        double jitter,
        long windowNanos) {

    /** Copies the list. */
    public RetryRule {
        on = List.copyOf(on);
    }
}
