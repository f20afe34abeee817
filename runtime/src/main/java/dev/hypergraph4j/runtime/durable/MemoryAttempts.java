package dev.hypergraph4j.runtime.durable;

import org.jspecify.annotations.Nullable;

/** How attempts go on from one status to the next. */
final class MemoryAttempts {
    private MemoryAttempts() {}

    static Attempt started(StepEvent event, String effectId, Transition transition) {
        return new Attempt(
                event.step().key(),
                event.attempt(),
                transition.lease().epoch(),
                transition.claimant().worker(),
                AttemptStatus.STARTED,
                event.at(),
                0,
                null,
                null,
                0,
                null,
                effectId);
    }

    /** It has ended well: completed, or with a question. */
    static Attempt ended(Attempt attempt, AttemptStatus status, long startedAt, long at) {
        return with(attempt, status, startedAt, at, null, null, 0, attempt.checkpoint());
    }

    static Attempt failed(Attempt attempt, StepEvent.Failed event) {
        return with(
                attempt,
                AttemptStatus.FAILED,
                event.startedAt(),
                event.at(),
                event.error(),
                event.verdict(),
                event.notBefore(),
                attempt.checkpoint());
    }

    /** Somebody says that it did nothing, and has the step tried again. */
    static Attempt failedByHand(Attempt attempt, String by, long at) {
        StepError error = new StepError("OutcomeUnknown", by + " has it tried again");
        return with(
                attempt, AttemptStatus.FAILED, attempt.startedAt(), at, error, Verdict.RETRY, 0, attempt.checkpoint());
    }

    static Attempt unknown(Attempt attempt) {
        return with(
                attempt, AttemptStatus.OUTCOME_UNKNOWN, attempt.startedAt(), 0, null, null, 0, attempt.checkpoint());
    }

    static Attempt saved(Attempt attempt, Payload checkpoint) {
        return with(
                attempt,
                attempt.status(),
                attempt.startedAt(),
                attempt.finishedAt(),
                attempt.error(),
                attempt.verdict(),
                attempt.notBefore(),
                checkpoint);
    }

    private static Attempt with(
            Attempt attempt,
            AttemptStatus status,
            long startedAt,
            long finishedAt,
            @Nullable StepError error,
            @Nullable Verdict verdict,
            long notBefore,
            @Nullable Payload checkpoint) {
        return new Attempt(
                attempt.step(),
                attempt.number(),
                attempt.epoch(),
                attempt.worker(),
                status,
                startedAt,
                finishedAt,
                error,
                verdict,
                notBefore,
                checkpoint,
                attempt.effectId());
    }
}
