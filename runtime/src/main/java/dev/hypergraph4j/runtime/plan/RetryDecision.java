package dev.hypergraph4j.runtime.plan;

/**
 * What becomes of a node whose attempt failed.
 *
 * @param verdict whether it is tried again, and if not, why
 * @param delayNanos how long to wait before the next attempt; 0 if there is none
 */
public record RetryDecision(Verdict verdict, long delayNanos) {

    /** The node is not tried again, and no policy was asked: it did not fail by itself. */
    public static final RetryDecision NONE = new RetryDecision(Verdict.NOT_WORTH_IT, 0);

    static RetryDecision retryAfter(long nanos) {
        return new RetryDecision(Verdict.RETRY, nanos);
    }

    static RetryDecision fail(Verdict why) {
        return new RetryDecision(why, 0);
    }

    /** Whether there is another attempt. If not, the node has failed with what its last attempt threw. */
    public boolean isRetry() {
        return verdict == Verdict.RETRY;
    }

    /** How a {@link RetryPolicy} judges a failure. */
    public enum Verdict {
        /** There is another attempt. */
        RETRY,
        /** The policy does not name this kind of failure, or it is one that no attempt can mend. */
        NOT_WORTH_IT,
        /** Somebody wants the thread to end, which no attempt can mend. What that means for the node is for its run to say. */
        INTERRUPTED,
        /**
         * The JVM is broken, as an {@link OutOfMemoryError} tells: the node has failed here. A run that is durable may be gone on with in another process.
         */
        CRASH,
        /** This was the last attempt. */
        NO_ATTEMPT_LEFT,
        /** The next attempt would begin too long after the first one. */
        WINDOW_CLOSES
    }
}
