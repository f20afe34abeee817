package dev.hypergraph4j.runtime.durable;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The clock of a {@link MemoryCheckpointer}, and a count that tells the order of what happens in one millisecond. */
final class MemoryClock {
    private static final Duration LONGEST =
            Duration.ofMillis(Long.MAX_VALUE / 4); // Added to any time it overflows nothing.

    private final LongSupplier millis;
    private long ticks;

    MemoryClock(LongSupplier millis) {
        this.millis = millis;
    }

    long now() {
        return millis.getAsLong();
    }

    long in(Duration delay) {
        return now() + shortened(delay).toMillis();
    }

    boolean isOver(long since, Duration span) {
        return since <= now() - shortened(span).toMillis();
    }

    /** A number greater than those before. */
    long tick() {
        return ++ticks;
    }

    private static Duration shortened(Duration duration) {
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }
}
