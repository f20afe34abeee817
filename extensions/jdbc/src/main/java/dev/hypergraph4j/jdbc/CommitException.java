package dev.hypergraph4j.jdbc;

import java.io.Serial;
import java.sql.SQLException;

/** A commit failed: the transaction may be in the database, or not. */
final class CommitException extends SQLException {
    @Serial
    private static final long serialVersionUID = 1;

    private final SQLException failure;

    CommitException(SQLException failure) {
        super(failure);
        this.failure = failure;
    }

    /** One of what broke the driver, or what is around it: that says nothing of the database. */
    static CommitException of(Throwable broken) {
        return new CommitException(new SQLException(broken));
    }

    /** What the driver said. */
    SQLException failure() {
        return failure;
    }
}
