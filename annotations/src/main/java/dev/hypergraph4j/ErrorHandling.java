package dev.hypergraph4j;

/** What a run does when a node fails. */
public enum ErrorHandling {
    /** It starts no further node, and throws a {@code NodeExecutionException}. The default. */
    RAISE,
    /**
     * It goes on with the nodes that do not need the failed one, and returns a result with the status {@code FAILED} and what was produced. A node that
     * throws {@link InterruptedException} stops the run instead: an interrupt is not meant for one node.
     */
    CONTINUE
}
