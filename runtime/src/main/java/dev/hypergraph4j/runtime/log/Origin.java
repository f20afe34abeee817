package dev.hypergraph4j.runtime.log;

/** Where the outcome of a node comes from. */
public enum Origin {
    /** The node ran. */
    EXECUTED,
    /** The node did not run: the same was computed before, elsewhere, and taken from a cache. */
    CACHED,
    /** The node did not run again: it is this run's own earlier step, from before the run was resumed. */
    REPLAYED
}
