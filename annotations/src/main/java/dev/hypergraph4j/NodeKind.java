package dev.hypergraph4j;

/** What kind of work a node does, for those who read diagrams, logs and traces. It has no bearing on how the node is run. */
public enum NodeKind {
    /** Work in this process. */
    STEP,
    /** A call to another process: a model, a database, a web service. */
    RPC,
    /** Anything else. */
    OTHER
}
