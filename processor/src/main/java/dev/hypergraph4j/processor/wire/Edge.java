package dev.hypergraph4j.processor.wire;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why one node waits for another.
 *
 * @param from the node that goes first
 * @param to the node that waits for it
 * @param kind what goes along it
 * @param label the name of the value or signal; of a gate's choice the name of {@code to}
 * @param give where the value comes from, if it is one
 * @param take who takes it, if it is a value
 */
public record Edge(
        GraphNode from,
        GraphNode to,
        Kind kind,
        String label,
        @Nullable Give give,
        @Nullable Take take) {

    /** What goes along an edge. */
    public enum Kind {
        /** A value, from the node that gives it to one that takes it. */
        VALUE,
        /** A signal, or a value that the node waits for without taking it. */
        SIGNAL,
        /** The decision of a gate, to one of its targets. */
        CHOICE
    }

    static Edge value(Give give, Take take) {
        return new Edge(give.node(), take.node(), Kind.VALUE, give.value(), give, take);
    }

    static Edge signal(GraphNode from, GraphNode to, String signal) {
        return new Edge(from, to, Kind.SIGNAL, signal, null, null);
    }

    static Edge choice(GraphNode gate, GraphNode target) {
        return new Edge(gate, target, Kind.CHOICE, target.name(), null, null);
    }

    /** Whether it carries a value. */
    public boolean isValue() {
        return kind == Kind.VALUE;
    }

    /** Whether it leads to where a cycle begins again. */
    public boolean isSeed() {
        return take != null && take.parameter().isSeed();
    }

    /** Who takes the value that it carries. */
    public Take taken() {
        return Objects.requireNonNull(take);
    }

    /** Where the value that it carries comes from. */
    public Give given() {
        return Objects.requireNonNull(give);
    }
}
