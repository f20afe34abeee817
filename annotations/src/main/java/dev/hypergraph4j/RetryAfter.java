package dev.hypergraph4j;

import java.time.Duration;
import java.util.Objects;

/**
 * Thrown by a node that knows when another attempt is worth it, as a server told it. If the node may be {@linkplain Retry retried}, it is after this
 * delay instead of the policy's, whatever {@link Retry#on()} says.
 */
public class RetryAfter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration delay;

    /** To be tried again after {@code delay}, because of {@code cause}. */
    public RetryAfter(Duration delay, Throwable cause) {
        super("try again after " + delay, cause);
        this.delay = Objects.requireNonNull(delay, "delay");
    }

    /** To be tried again after {@code delay}. */
    public RetryAfter(Duration delay) {
        super("try again after " + delay);
        this.delay = Objects.requireNonNull(delay, "delay");
    }

    /** How long to wait. */
    public Duration delay() {
        return delay;
    }
}
