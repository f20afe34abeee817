package dev.hypergraph4j.runtime.durable;

/** What becomes of a step whose attempt failed. */
public enum Verdict {
    /** It is tried again, not before the time that stands beside the verdict. */
    RETRY,
    /** It has failed for good. */
    FAIL,
    /** The JVM is broken: another process may try it again, this one must not. */
    CRASH
}
