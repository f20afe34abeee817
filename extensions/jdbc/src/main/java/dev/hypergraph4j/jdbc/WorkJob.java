package dev.hypergraph4j.jdbc;

import java.sql.SQLException;

/** Any work on the store that is no transition. */
final class WorkJob<T> extends Job<T> {

    /** What is done in the transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(Transaction transaction) throws SQLException;
    }

    private final Work<T> work;

    WorkJob(String what, Work<T> work) {
        super(what);
        this.work = work;
    }

    @Override
    boolean isSync() {
        return true;
    }

    @Override
    void run(Transaction transaction) throws SQLException {
        result(work.run(transaction));
    }
}
