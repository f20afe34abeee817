package dev.hypergraph4j.jdbc;

import java.time.Duration;

/** Reckons with times and durations of any length. */
final class Times {
    /** Added to any time it overflows nothing. */
    private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE / 4);

    private Times() {}

    static long in(long now, Duration delay) {
        return now + millis(delay);
    }

    static long before(long now, Duration span) {
        return now - millis(span);
    }

    private static long millis(Duration duration) {
        return (duration.compareTo(LONGEST) > 0 ? LONGEST : duration).toMillis();
    }
}
