package dev.hypergraph4j.processor.wire;

/**
 * A value that the graph gives.
 *
 * @param give where it comes from
 */
public record GraphOutput(Give give) {

    /** Its name in the graph. */
    public String name() {
        return give.value();
    }

    /** Whether a successful run may end without it. */
    public boolean mayBeAbsent() {
        return give.port().nullable();
    }
}
