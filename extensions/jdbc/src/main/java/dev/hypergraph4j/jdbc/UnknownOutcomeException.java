package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.io.Serial;

/** A commit failed, and the database could not be asked in time whether it went through. What was to be recorded may be recorded. */
public final class UnknownOutcomeException extends StoreException {
    @Serial
    private static final long serialVersionUID = 1;

    UnknownOutcomeException(Throwable cause) {
        super(
                Message.of(
                                "OutcomeUnknown",
                                "The store failed at a commit, and nobody knows whether it went through: "
                                        + cause.getMessage())
                        .fix(
                                "see to the database, then run the workflow again under the same id: it goes on with what is recorded")
                        .text(),
                cause);
    }
}
