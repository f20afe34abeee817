package dev.hypergraph4j.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A transaction of the writer, and when it takes place on the store's clock. */
final class Transaction {
    private static final AtomicLong TICKS = new AtomicLong(System.currentTimeMillis() * 1_000);

    private final Session session;
    private final Dialect dialect;
    private final long now;
    private final boolean isBulk;

    /**
     * A transaction that has begun.
     *
     * @param isBulk whether several jobs are written in it together, all by the store's own statements; each of them is written apart if that fails
     */
    Transaction(Session session, Dialect dialect, long now, boolean isBulk) {
        this.session = session;
        this.dialect = dialect;
        this.now = now;
        this.isBulk = isBulk;
    }

    /** The same for one job alone. */
    Transaction alone() {
        return new Transaction(session, dialect, now, false);
    }

    Session session() {
        return session;
    }

    /** The connection, for the work of a step. */
    LentConnection lend() throws SQLException {
        return new LentConnection(session.connection(), dialect);
    }

    long now() {
        return now;
    }

    /** Executes a statement once for each of the rows, and tells how many rows of the database each of them has changed. */
    int[] batch(String sql, List<@Nullable Object[]> rows) throws SQLException {
        return dialect.batch(session, sql, rows, isBulk);
    }

    /** The same with several statements, one after the other. */
    int[] batches(Map<String, List<@Nullable Object[]>> batches) throws SQLException {
        return dialect.batches(session, batches, isBulk);
    }

    /** Whether a statement that is given arrays of values changes the rows of all of them. */
    boolean hasArrays() {
        return isBulk && dialect.hasArrays();
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
    static long tick() {
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
        } catch (VirtualMachineError broken) {
            throw broken; // As may be the connection.
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
