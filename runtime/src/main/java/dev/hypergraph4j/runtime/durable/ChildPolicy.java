package dev.hypergraph4j.runtime.durable;

/**
 * What becomes of a workflow that another one has spawned, its child, when that one is cancelled. Where its parent completes or fails, a child goes on,
 * whatever its policy is.
 */
public enum ChildPolicy {
    /** It goes on by itself: it is neither cancelled nor waited for. */
    ABANDON,
    /** It is cancelled too. */
    CANCEL,
    /** It goes on, and its parent is CANCELLED only when it has ended; until then the parent is WAITING_CHILD, and none of its own steps runs. */
    WAIT
}
