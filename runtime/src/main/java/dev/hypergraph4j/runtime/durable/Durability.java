package dev.hypergraph4j.runtime.durable;

/** When a transition of a workflow counts as recorded. */
public enum Durability {
    /** When it is on disk: it survives a killed process and a power cut. The default. */
    SYNC,
    /** When it is committed, though maybe not on disk yet: it survives a killed process; a power cut may take the last moments. */
    RELAXED,
    /**
     * Only the result is recorded, at the end: there is no history, and nothing to recover. What takes more is refused: a question that would wait for its
     * answer, a node with {@code effect = ONCE}, waiting for a spawned workflow.
     */
    EXIT
}
