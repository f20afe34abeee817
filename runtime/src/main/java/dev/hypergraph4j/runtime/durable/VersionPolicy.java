package dev.hypergraph4j.runtime.durable;

/** What becomes of recorded steps when a workflow goes on under changed code. */
public enum VersionPolicy {
    /**
     * They have to belong to unchanged nodes of an unchanged {@code @Graph(version)}; what lies ahead may differ. Otherwise the workflow is refused,
     * with the differences. The default.
     */
    COMPATIBLE,
    /**
     * Steps of changed nodes, and of whatever consumed their values, do not count any more and run afresh; all of them where the graph's version has
     * changed.
     */
    RERUN_CHANGED,
    /** They are taken as they are. */
    TRUST
}
