package dev.hypergraph4j.runtime.durable;

import org.jspecify.annotations.Nullable;

/**
 * An attempt at a step as it stands in the store.
 *
 * @param step the key of the step
 * @param number which attempt, from 1, across all workers
 * @param epoch of the claim under which it was made
 * @param worker who made it
 * @param status how it went
 * @param startedAt when it began, in milliseconds since 1970
 * @param finishedAt when it ended; 0 where it has not, or nobody knows
 * @param error what it failed with; {@code null} unless it has
 * @param verdict what became of the step; {@code null} unless it failed
 * @param notBefore when the next attempt may begin; 0 where there is none
 * @param checkpoint what the node kept for its next attempt; {@code null} where it kept nothing
 * @param effectId the key that all attempts at the step pass on to the outside
 */
public record Attempt(
        String step,
        int number,
        long epoch,
        String worker,
        AttemptStatus status,
        long startedAt,
        long finishedAt,
        @Nullable StepError error,
        @Nullable Verdict verdict,
        long notBefore,
        @Nullable Payload checkpoint,
        String effectId) {}
