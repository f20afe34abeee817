package dev.hypergraph4j.runtime.durable;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.internal.Message;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The store can't be read or written. The run that needed it has stopped with this error, nothing of it went on unrecorded, and its workflow can be
 * claimed once its lease is over.
 */
public class StoreException extends HypergraphException {
    @Serial
    private static final long serialVersionUID = 1;

    /** A failure of the store. */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** A failure of the store while it was to do {@code what}: a whole clause, as in {@code "record a step of 'order-17'"}. */
    public static StoreException failedTo(String what, @Nullable Throwable cause) {
        String why = cause == null ? "" : ": " + cause.getMessage();
        return new StoreException(
                Message.of("StoreFailed", "The store could not " + what + why)
                        .fix("see to the store, then run the workflow again under the same id: it goes on where it was")
                        .text(),
                cause);
    }
}
