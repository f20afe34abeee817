package dev.hypergraph4j.runtime.plan;

import dev.hypergraph4j.RetryAfter;
import dev.hypergraph4j.runtime.plan.RetryDecision.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * How often, and when, a node that failed is tried again: what {@link dev.hypergraph4j.Retry} says, with all times in nanoseconds. A pure function
 * decides, so that it does not matter which runner asks, or whether the run was resumed in between.
 *
 * @param maxAttempts how often the node is run at most, the first time included
 * @param on what is worth another attempt; if empty, the failures that are known to pass
 * @param initialDelay the wait before the second attempt
 * @param multiplier how many times longer each wait is than the one before
 * @param maxDelay the longest wait
 * @param jitter which part of a wait is left to chance, from 0 to 1
 * @param window how long after the begin of the first attempt another one may begin; {@link #ANY_TIME} for no limit
 */
public record RetryPolicy(
        int maxAttempts,
        List<Class<? extends Throwable>> on,
        long initialDelay,
        double multiplier,
        long maxDelay,
        double jitter,
        long window) {
    /** The {@link #window} that never closes. */
    public static final long ANY_TIME = Long.MAX_VALUE;

    /** One attempt, and no other. */
    public static final RetryPolicy NEVER = new RetryPolicy(1, List.of(), 0, 1, 0, 0, ANY_TIME);

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public RetryPolicy {
        on = List.copyOf(on);
        require(maxAttempts >= 1, "maxAttempts is at least 1", maxAttempts);
        require(initialDelay >= 0, "initialDelay is not negative", initialDelay);
        require(multiplier >= 1 && multiplier < Double.POSITIVE_INFINITY, "multiplier is at least 1", multiplier);
        require(maxDelay >= 0, "maxDelay is not negative", maxDelay);
        require(jitter >= 0 && jitter <= 1, "jitter is between 0 and 1", jitter);
        require(window >= 0, "window is not negative", window);
    }

    /**
     * What becomes of a node whose attempt failed. It is tried again if the failure is worth it, there is an attempt left, and the next one would
     * begin inside the window. The delay is the one that a {@link RetryAfter} among the causes asks for, else the policy's.
     *
     * <p>Worth it is an exception that is an instance of one in {@link #on}, or has such a cause; and a {@link RetryAfter}, since who throws it
     * knows. Where {@link #on} is empty, a table decides that {@link dev.hypergraph4j.Retry} has; what is not in it is not worth it. An {@link Error}
     * never is, nor what tells of an interrupt, not even behind other exceptions. A {@link VirtualMachineError} is a crash, whatever the policy says.
     *
     * @param error what the attempt threw
     * @param attempt the number of the attempt, from 1
     * @param nanosSinceFirstAttempt how long ago the first attempt began
     * @param random a random number from 0 (inclusive) to 1 (exclusive), for the jitter
     */
    public RetryDecision decide(Throwable error, int attempt, long nanosSinceFirstAttempt, double random) {
        CauseChain chain = CauseChain.of(error);
        Optional<RetryAfter> wish = chain.first(RetryAfter.class);
        if (chain.isOfABrokenJvm()) {
            return RetryDecision.fail(Verdict.CRASH);
        }
        if (chain.tellsOfInterrupt()) {
            return RetryDecision.fail(Verdict.INTERRUPTED);
        }
        if (chain.isOfBrokenCode() || (wish.isEmpty() && !isWorthIt(chain))) {
            return RetryDecision.fail(Verdict.NOT_WORTH_IT);
        }
        if (attempt >= maxAttempts) {
            return RetryDecision.fail(Verdict.NO_ATTEMPT_LEFT);
        }
        long delay = wish.map(CauseChain::nanos).orElseGet(() -> delay(attempt, random));
        if (delay > window - Math.max(0, nanosSinceFirstAttempt)) {
            return RetryDecision.fail(Verdict.WINDOW_CLOSES);
        }
        return RetryDecision.retryAfter(delay);
    }

    private boolean isWorthIt(CauseChain chain) {
        return on.isEmpty() ? Transience.isIn(chain) : chain.hasAnyOf(on);
    }

    /** The wait after the given attempt. A double can't overflow, and its conversion to a long ends at the greatest one. */
    private long delay(int attempt, double random) {
        if (initialDelay == 0) {
            return 0; // Zero times an infinite power would be no number.
        }
        double grown = initialDelay * Math.pow(multiplier, attempt - 1.0);
        long longest = Math.min(maxDelay, (long) grown);
        return longest - (long) (longest * jitter * random);
    }

    private static void require(boolean holds, String rule, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", not " + value);
        }
    }
}
