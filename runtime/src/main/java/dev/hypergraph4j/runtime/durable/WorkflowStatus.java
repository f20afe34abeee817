package dev.hypergraph4j.runtime.durable;

/** What a workflow is at. */
public enum WorkflowStatus {
    /** It waits for a worker. */
    QUEUED,
    /** A worker has it, as long as its lease lasts. */
    RUNNING,
    /** It waits for answers to its questions, and holds nothing meanwhile: no thread, no lease, no connection. */
    PAUSED,
    /**
     * It waits for workflows that it spawned, and holds nothing meanwhile: to go on with their results, or, where it is to be cancelled, to be CANCELLED when
     * they have ended.
     */
    WAITING_CHILD,
    /**
     * Its next attempt is to be made at a later time, or its executor had no thread for it: a worker claims it when its time has come, and it holds nothing
     * meanwhile.
     */
    SLEEPING,
    /** It does not go on by itself, for the {@link ParkReason} that it states, until an operator resumes it. */
    PARKED,
    /** It has its outputs. */
    COMPLETED,
    /** It has failed, for good: another workflow may be made of it by retry or fork. */
    FAILED,
    /** It was cancelled before it came to its end. */
    CANCELLED;

    /** Whether it waits for an answer, a child's end or a time, holds nothing meanwhile, and goes on with the first of these that comes. */
    public boolean isWaiting() {
        return this == PAUSED || this == WAITING_CHILD || this == SLEEPING;
    }

    /** Whether it never changes again. */
    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
