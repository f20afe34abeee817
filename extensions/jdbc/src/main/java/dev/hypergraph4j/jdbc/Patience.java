package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Tries again what fails for a moment, until it is closed. An interrupt of the caller is kept from the driver, which might take the connection down. */
final class Patience implements AutoCloseable {

    /** What may be tried again. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws SQLException;
    }

    private final Database database;
    private final Duration longest;
    private volatile boolean closed;

    Patience(Database database, Duration longest) {
        this.database = database;
        this.longest = longest;
    }

    /** Tries it, and gives what came of it. */
    <T> T with(String what, Attempt<T> attempt) {
        long start = System.nanoTime();
        Backoff backoff = new Backoff();
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                if (closed) {
                    throw StoreException.failedTo(what + ": it is closed", null);
                }
                try {
                    return attempt.run();
                } catch (SQLException failure) {
                    boolean isLate = System.nanoTime() - start > longest.toNanos();
                    if (closed || isLate || !database.isTransient(failure)) {
                        throw StoreException.failedTo(what, failure);
                    }
                    interrupted |= Thread.interrupted();
                    LockSupport.parkNanos(backoff.nanos());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
