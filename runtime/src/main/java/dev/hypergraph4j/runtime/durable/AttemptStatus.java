package dev.hypergraph4j.runtime.durable;

/** How an attempt at a step went. */
public enum AttemptStatus {
    /** It is under way, or its worker has died, or its workflow was parked since nobody knows what it did, and nobody has claimed that since. */
    STARTED,
    /** The node's method returned, and what it gave is recorded. */
    COMPLETED,
    /** The node's method threw, or what it gave could not be recorded. */
    FAILED,
    /** The node asked a question. */
    PAUSED,
    /** Its worker died or lost its lease: the node's method may have done its work, or part of it. */
    OUTCOME_UNKNOWN
}
