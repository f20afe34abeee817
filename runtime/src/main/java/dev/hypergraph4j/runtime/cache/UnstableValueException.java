package dev.hypergraph4j.runtime.cache;

import java.io.Serial;

/** A value has no stable content. Without a stack trace: it never leaves this package, and may come often. */
final class UnstableValueException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    UnstableValueException(String reason) {
        super(reason, null, false, false);
    }

    static UnstableValueException holds(Class<?> type, String reason) {
        return new UnstableValueException("holds a " + type.getTypeName() + ", " + reason);
    }
}
