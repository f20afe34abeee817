package dev.hypergraph4j.runtime.durable;

import org.jspecify.annotations.Nullable;

/**
 * A step as it stands in the store.
 *
 * @param id which step
 * @param status what it is at
 * @param attempt its latest attempt, from 1; 0 where its outputs came from a cache or were given by an operator, and
 *     where it waits and was copied: the attempt that asked is the other workflow's
 * @param outcome what it gave; {@code null} unless it has completed
 * @param error what it failed with; {@code null} unless it has
 * @param startedAt when its latest attempt began, in milliseconds since 1970
 * @param finishedAt when it came to its end; 0 where it has not
 * @param copiedFrom the workflow that it was copied from when this one was forked; empty where it is this one's own
 */
public record Step(
        StepId id,
        StepStatus status,
        int attempt,
        @Nullable StepOutcome outcome,
        @Nullable StepError error,
        long startedAt,
        long finishedAt,
        String copiedFrom) {}
