package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.ValueType;

/**
 * A value that the graph gives.
 *
 * @param value what it is
 */
public record GraphOutput(GraphValue value) {

    /** Its name in the graph. */
    public String name() {
        return value.name();
    }

    /** Its type. */
    public ValueType type() {
        return value.type();
    }

    /** Where it comes from; the first, where there are several. */
    public Give give() {
        return value.gives().get(0);
    }

    /** Whether a successful run may end without it. */
    public boolean mayBeAbsent() {
        return value.mayBeAbsent();
    }
}
