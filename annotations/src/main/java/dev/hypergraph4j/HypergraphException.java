package dev.hypergraph4j;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What all exceptions of Hypergraph4j extend. Unchecked; each message says what was wrong, where, and how to mend it. */
public abstract class HypergraphException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** An exception with a message of our form, and what caused it. */
    protected HypergraphException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
