package dev.hypergraph4j.runtime.log;

/** How a node ended. */
public enum NodeStatus {
    /** It gave what it promises. */
    COMPLETED,
    /** It threw. */
    FAILED,
    /** It is a nested graph, and was stopped before it came to its end. */
    STOPPED,
    /** It asked a question that had no answer yet. */
    PAUSED
}
