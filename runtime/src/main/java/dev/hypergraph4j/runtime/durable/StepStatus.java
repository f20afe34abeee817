package dev.hypergraph4j.runtime.durable;

/** What a step is at: the execution of one node, in one turn of its cycle and for one item of its map. */
public enum StepStatus {
    /** It has been begun, or is to be tried again. */
    OPEN,
    /** It has its outputs, which never change. */
    COMPLETED,
    /** It has failed, for good. */
    FAILED,
    /** It has asked a question that has no answer yet. */
    PAUSED
}
