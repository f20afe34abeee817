package dev.hypergraph4j.runtime.log;

/** How a node ended. */
public enum NodeStatus {
    /** It gave what it promises. */
    COMPLETED,
    /** It threw. */
    FAILED
}
