package dev.hypergraph4j.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the values of a type from being written and read back exactly.
 *
 * @param kind why the type at fault does
 * @param path the types that lead from that of the value to the one at fault, each a part of the one before; one type where it is at fault itself
 * @param component where the last record on the way leads on; {@code null} where there is none
 * @param own whether the type at fault is part of this compilation, so that it can be changed
 * @param instead a type that can be declared instead of the one at fault; empty where none is known
 */
public record Obstacle(
        Kind kind, List<ValueType> path, @Nullable Component component, boolean own, String instead) {

    /** A component of a record. */
    public record Component(ValueType owner, String name, ValueType type) {}

    /** Why values of a type can't be read back. */
    public enum Kind {
        /** It is {@code Object}, a type variable, or a wildcard without an upper bound. */
        ANYTHING,
        /** It has type parameters and got no arguments. */
        RAW,
        /** A class that is no record: nobody knows what it is made of. */
        CLASS,
        /** An interface or an abstract class: any class may be behind it. */
        OPEN,
        /** A functional interface. */
        CODE,
        /** Something whose elements come once. */
        STREAM,
        /** A collection or map of a class that is not kept. */
        COLLECTION,
        /** A collection or map whose order is made by a comparator. */
        COMPARATOR,
        /** An exception. */
        THROWABLE,
        /** A buffer of {@code java.nio}. */
        BUFFER,
        /** A class whose instances belong to one of the class around it. */
        INNER,
        /** {@code Void}, which has no values. */
        NOTHING,
        /** The key of a map, and none that keeps its meaning. */
        KEY,
        /** A sealed type, two of whose subtypes have one simple name. */
        NAMES,
        /** A record that nests itself with ever other type arguments. */
        ENDLESS
    }

    /** Copies the list. */
    public Obstacle {
        path = List.copyOf(path);
    }

    /** The type at fault. */
    public ValueType type() {
        return path.get(path.size() - 1);
    }
}
