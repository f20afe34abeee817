package dev.hypergraph4j.runtime.durable;

/** Why a workflow is {@linkplain WorkflowStatus#PARKED parked}. */
public enum ParkReason {
    /** It was claimed again and again after its worker died, without a step in between. */
    RECOVERY_EXHAUSTED,
    /** The outcome of an attempt at a node with {@code effect = ONCE} is unknown. */
    UNKNOWN_EFFECT,
    /** A value that it needs is not in the store any more. */
    VALUE_MISSING,
    /** A value that it needs can't be read as what the code takes it for now. */
    VALUE_UNREADABLE,
    /** Its caller stopped it. */
    STOPPED
}
