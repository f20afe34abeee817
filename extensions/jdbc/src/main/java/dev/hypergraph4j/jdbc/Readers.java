package dev.hypergraph4j.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** Reads for all, on a few connections; each read sees the database at one moment. */
final class Readers implements AutoCloseable {

    /** What is read. */
    @FunctionalInterface
    interface Read<T> {
        T from(Session session) throws SQLException;
    }

    private final Database database;
    private final Patience patience;
    private final int most;
    private final Semaphore permits;
    private final Queue<Session> idle = new ConcurrentLinkedQueue<>();
    private final boolean keeps;

    /**
     * Readers.
     *
     * @param keeps whether connections are kept for the next one to read; where there is a pool, that does it
     * @param most how many read at once
     */
    Readers(Database database, Duration patience, boolean keeps, int most) {
        this.database = database;
        this.patience = new Patience(database, patience);
        this.keeps = keeps;
        this.most = most;
        this.permits = new Semaphore(most);
    }

    /** Reads. */
    <T> T read(String what, Read<T> read) {
        Stack.require();
        permits.acquireUninterruptibly();
        try {
            return patience.with(what, () -> readOnce(read));
        } finally {
            permits.release();
        }
    }

    private <T> T readOnce(Read<T> read) throws SQLException {
        Session session = idle.poll();
        if (session == null) {
            session = database.openReader();
        }
        boolean isGood = false;
        try {
            database.dialect().beginSnapshot(session);
            T result = read.from(session);
            database.dialect().endSnapshot(session);
            isGood = true;
            return result;
        } catch (Error broken) {
            session.abort(); // Its server may wait for the rest of a word.
            throw broken;
        } finally {
            if (!isGood) {
                abandon(session);
            } else if (keeps && !patience.isClosed()) {
                idle.add(session);
            } else {
                session.close();
            }
        }
    }

    /** What went wrong is told already; the connection may go back to a pool, or be broken. */
    private void abandon(Session session) {
        try {
            database.dialect().endSnapshot(session);
        } catch (SQLException broken) {
            // It goes now.
        }
        session.close();
    }

    /** Waits for those that read. */
    @Override
    public void close() {
        patience.close();
        permits.acquireUninterruptibly(most);
        permits.release(most);
        Session session = idle.poll();
        while (session != null) {
            session.close();
            session = idle.poll();
        }
    }
}
