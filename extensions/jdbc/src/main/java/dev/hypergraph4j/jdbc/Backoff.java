package dev.hypergraph4j.jdbc;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before something is tried again: longer each time, and never as long as others do. */
final class Backoff {
    private static final long FIRST = Duration.ofMillis(5).toNanos();
    private static final long LONGEST = Duration.ofSeconds(1).toNanos();

    private long next = FIRST;

    /** The time to wait now, in nanoseconds. */
    long nanos() {
        long nanos = next / 2 + ThreadLocalRandom.current().nextLong(next / 2);
        next = Math.min(LONGEST, next * 2);
        return nanos;
    }
}
