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
    private final boolean isSync;

    WorkJob(String what, Work<T> work) {
        this(what, true, work);
    }

    /**
     * Any work.
     *
     * @param isSync whether it has to be on disk before it is told
     */
    WorkJob(String what, boolean isSync, Work<T> work) {
        super(what);
        this.work = work;
        this.isSync = isSync;
    }

    @Override
    boolean isSync() {
        return isSync;
    }

    @Override
    boolean isOurs() {
        return true;
    }

    @Override
    void run(Transaction transaction) throws SQLException {
        result(work.run(transaction));
    }
}
