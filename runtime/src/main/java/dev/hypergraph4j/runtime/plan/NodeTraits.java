package dev.hypergraph4j.runtime.plan;

/**
 * What an execution of a node goes through beside a call of its method.
 *
 * @param retry how often it is tried
 * @param timeoutNanos how long an attempt may take; 0 for any time
 * @param cached whether its outputs may come from a cache
 * @param takesContext whether its method takes the {@link dev.hypergraph4j.NodeContext}
 * @param publishing whether its method returns a {@link java.util.concurrent.Flow.Publisher}
 * @param effectOnce whether a durable run must not repeat an attempt whose outcome is unknown; see {@link dev.hypergraph4j.Effect#ONCE}
 */
public record NodeTraits(
        RetryPolicy retry,
        long timeoutNanos,
        boolean cached,
        boolean takesContext,
        boolean publishing,
        boolean effectOnce) {
    /** Those of a node whose method is called, and nothing else. */
    public static final NodeTraits PLAIN = new NodeTraits(RetryPolicy.NEVER, 0, false, false, false, false);

    /** Whether an attempt may not be the last one, or may be ended from outside. */
    public boolean isGuarded() {
        return timeoutNanos != 0 || retry.maxAttempts() > 1;
    }

    /** Whether its method can be called straight away, whatever the run. */
    boolean isStraight() {
        return !isGuarded() && !cached && !takesContext;
    }
}
