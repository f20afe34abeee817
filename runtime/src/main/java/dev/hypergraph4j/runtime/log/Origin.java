package dev.hypergraph4j.runtime.log;

import dev.hypergraph4j.runtime.plan.Trace;

/** Where the outcome of a node comes from. */
public enum Origin {
    /** The node ran. */
    EXECUTED,
    /** The node did not run: the same was computed before, elsewhere, and taken from a cache. */
    CACHED,
    /** The node did not run again: it is this run's own earlier step, from before the run was resumed. */
    REPLAYED;

    /** The origin that a run's {@link Trace#attempts} tell of. */
    public static Origin ofAttempts(int attempts) {
        return switch (attempts) {
            case 0 -> CACHED;
            case Trace.REPLAYED -> REPLAYED;
            default -> EXECUTED;
        };
    }
}
