package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.io.Serial;

/** A value that a workflow needs is not in the store any more, or not as it was written: it was not computed anew in silence. */
public final class MissingValueException extends StoreException {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * A value is missing.
     *
     * @param hash the SHA-256 of the value, by which {@code hg_blob} should have it
     * @param why what is wrong
     */
    MissingValueException(String hash, String why) {
        super(
                Message.of("ValueMissing", "A recorded value " + why + ".")
                        .fact("hash", hash, "in table hg_blob")
                        .fix("restore the row from a backup, then resume the workflow")
                        .fix("fork the workflow at a step before the one that gave the value")
                        .text(),
                null);
    }
}
