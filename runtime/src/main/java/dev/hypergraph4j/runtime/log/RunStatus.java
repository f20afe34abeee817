package dev.hypergraph4j.runtime.log;

/** How a run ended. */
public enum RunStatus {
    /** All its nodes ran. */
    COMPLETED,
    /** A node failed, and the run was asked to give back what there is. */
    FAILED,
    /** All of it ran that needs no answer to a question; some node waits for one. It can go on. */
    PAUSED,
    /** It was stopped before all its nodes had run. */
    STOPPED,
    /** Some items of a map completed and others failed. A run by itself is never this. */
    PARTIAL
}
