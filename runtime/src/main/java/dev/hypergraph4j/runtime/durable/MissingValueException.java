package dev.hypergraph4j.runtime.durable;

import dev.hypergraph4j.internal.Message;
import java.io.Serial;

/** A value that a workflow needs is not in the store any more, or not as it was written: it was not computed anew in silence. */
public final class MissingValueException extends StoreException {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * A value is missing.
     *
     * @param hash the SHA-256 of the value, by which the store should have it
     * @param where in which table
     * @param why what is wrong
     */
    public MissingValueException(String hash, String where, String why) {
        super(
                Message.of("ValueMissing", "A recorded value " + why + ".")
                        .fact("hash", hash, "in table " + where)
                        .fix("restore the row from a backup, then resume the workflow")
                        .fix("fork the workflow at a step before the one that gave the value")
                        .text(),
                null);
    }
}
