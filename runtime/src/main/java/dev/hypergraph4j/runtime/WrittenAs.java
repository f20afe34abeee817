package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.UnpersistableValueException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What progress and messages are written down as. Who reads them has no more than a class; so this must be the same one, and it must tell all. In any
 * store what it does not is refused, lest a node that works with one of them fails with another, or nobody can read what it has sent.
 */
final class WrittenAs {
    private WrittenAs() {}

    /**
     * What a node says that {@code value} is.
     *
     * @throws UnpersistableValueException if that is a generic type
     */
    static Class<?> said(Class<?> type) {
        if (type.getTypeParameters().length != 0) {
            throw new UnpersistableValueException(
                    type.getName(),
                    "nothing tells at run time what a " + type.getSimpleName()
                            + " has in it; put it into a record: record Progress(List<Integer> done)",
                    null);
        }
        return type;
    }

    /**
     * The class of {@code value}, of which a node says nothing.
     *
     * @param how the call by which it does
     * @throws UnpersistableValueException if the class is a generic one, or one of those that a sealed type permits: it may be read as either
     */
    static Class<?> unsaid(Object value, String how) {
        Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        Class<?> sealed = type.isRecord() || type.isEnum() ? sealedAbove(type) : null;
        if (sealed != null) {
            String name = sealed.getSimpleName();
            throw new UnpersistableValueException(
                    type.getName(),
                    "it may be read as a " + type.getSimpleName() + " or as a " + name + ", so say which: "
                            + String.format(how, name),
                    null);
        }
        return said(type);
    }

    /** The nearest sealed type that {@code type} is one of; {@code null} if there is none. */
    private static @Nullable Class<?> sealedAbove(Class<?> type) {
        Deque<Class<?>> open = new ArrayDeque<>();
        open.add(type);
        while (!open.isEmpty()) {
            Class<?> next = open.remove();
            if (next.isSealed() && next != type) {
                return next;
            }
            open.addAll(List.of(next.getInterfaces()));
            if (next.getSuperclass() != null) {
                open.add(next.getSuperclass());
            }
        }
        return null;
    }
}
