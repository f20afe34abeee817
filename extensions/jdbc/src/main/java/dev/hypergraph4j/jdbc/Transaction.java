package dev.hypergraph4j.jdbc;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/** A transaction of the writer, and when it takes place on the store's clock. */
final class Transaction {
    private static final AtomicLong TICKS = new AtomicLong(System.currentTimeMillis() * 1_000);

    private final Session session;
    private final Dialect dialect;
    private final long now;

    Transaction(Session session, Dialect dialect, long now) {
        this.session = session;
        this.dialect = dialect;
        this.now = now;
    }

    Session session() {
        return session;
    }

    long now() {
        return now;
    }

    /** What is put behind a query whose rows nobody else is to change meanwhile. */
    String forUpdate() {
        return dialect.forUpdate();
    }

    /** The same, where rows are left out that somebody else is changing. */
    String forUpdateUnlessLocked() {
        return dialect.forUpdateUnlessLocked();
    }

    /** Greater with each call: tells the order of what happens in one millisecond. */
    long tick() {
        return TICKS.incrementAndGet();
    }

    /** Work that takes place as a whole or not at all, whatever becomes of the rest. */
    @FunctionalInterface
    interface Part {
        void run() throws SQLException;
    }

    /** Does some work, and takes it back where it throws. */
    void part(Part work) throws SQLException {
        session.execute("SAVEPOINT part");
        try {
            work.run();
        } catch (SQLException | RuntimeException | Error failure) {
            takeBack(failure);
            throw failure;
        }
        session.execute("RELEASE SAVEPOINT part");
    }

    private void takeBack(Throwable failure) throws SQLException {
        try {
            session.execute("ROLLBACK TO SAVEPOINT part");
            session.execute("RELEASE SAVEPOINT part");
        } catch (SQLException worse) {
            worse.addSuppressed(failure);
            throw worse; // The transaction is gone, and with it more than this part.
        }
    }
}
