package dev.hypergraph4j.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A clock that stands still until it is set forward.
 *
 * <pre>{@code
 * ManualClock clock = ManualClock.at(1_000_000);
 * Checkpointer store = MemoryCheckpointer.on(clock);
 * clock.advance(Duration.ofMinutes(1));
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class ManualClock implements LongSupplier {
    private final AtomicLong millis;

    private ManualClock(long millis) {
        this.millis = new AtomicLong(millis);
    }

    /** A clock that shows {@code millis} milliseconds since 1970. */
    public static ManualClock at(long millis) {
        return new ManualClock(millis);
    }

    /** What it shows, in milliseconds since 1970. */
    @Override
    public long getAsLong() {
        return millis.get();
    }

    /**
     * Sets it forward.
     *
     * @throws IllegalArgumentException if {@code by} is negative: clocks that go back are no clocks
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("a clock does not go back by " + by);
        }
        millis.addAndGet(by.toMillis());
    }
}
