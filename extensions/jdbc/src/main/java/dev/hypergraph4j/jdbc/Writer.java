package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes for all, on one connection: whatever waits becomes one transaction, so that a commit, which costs as much for many as for one, is shared.
 * On a thread of its own, since those who want something written may be interrupted, and a driver may not survive that.
 *
 * <p>A transaction that fails because of the database is tried again for some time. One that fails because of something in it is tried again piece by
 * piece, so that only the piece at fault fails. If a commit itself fails, the database is asked whether it went through: each transaction leaves its
 * number in the writer's row.
 */
final class Writer implements AutoCloseable {
    private static final int MOST = 512;

    private final Database database;
    private final Duration patience;
    private final LongConsumer clockSeen;
    private final WriteQueue queue = new WriteQueue();
    private final WriterRow row = new WriterRow();
    private final Thread thread = new Thread(this::work, "hypergraph4j-writer");

    // The writer's thread alone uses it
    private @Nullable Session session;

    /**
     * A writer, to be started.
     *
     * @param patience for how long what fails for a moment is tried again
     * @param clockSeen is told what the store's clock said
     */
    Writer(Database database, Duration patience, LongConsumer clockSeen) {
        this.database = database;
        this.patience = patience;
        this.clockSeen = clockSeen;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Has a job done, and waits for what comes of it. */
    <T> T run(Job<T> job) {
        if (Thread.currentThread() == thread) {
            throw StoreException.failedTo("be used by work that is part of a transaction: it has a connection", null);
        }
        if (!queue.add(job)) {
            throw StoreException.failedTo("write: it is closed", null);
        }
        return job.await();
    }

    <T> T run(String what, WorkJob.Work<T> work) {
        return run(new WorkJob<>(what, work));
    }

    /** How many jobs wait that no transaction has taken up yet. */
    int waiting() {
        return queue.size();
    }

    /** Writes what waits, and refuses what comes later. */
    @Override
    public void close() {
        queue.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        List<Job<?>> jobs = queue.take(MOST);
        while (!jobs.isEmpty()) {
            try {
                write(jobs);
            } catch (Throwable ours) {
                // Nobody may wait for ever because of a mistake of ours.
                for (Job<?> job : jobs) {
                    job.fail(ours);
                }
                drop();
            }
            jobs = queue.take(MOST);
        }
        drop();
    }

    private void write(List<Job<?>> jobs) {
        List<Job<?>> left = jobs;
        Backoff backoff = new Backoff();
        while (!left.isEmpty()) {
            try {
                transact(left);
                left.forEach(Job::tell);
                return;
            } catch (UnknownOutcomeException unknown) {
                fail(left, unknown);
                return;
            } catch (SQLException failure) {
                drop();
                if (!database.isTransient(failure)) {
                    writeApart(left, failure);
                    return;
                }
                left = inTime(left, failure);
                queue.pause(left.isEmpty() ? 0 : backoff.nanos());
            } catch (RuntimeException | Error failure) {
                rollBack();
                writeApart(left, failure);
                return;
            }
        }
    }

    private void writeApart(List<Job<?>> jobs, Throwable failure) {
        if (jobs.size() == 1) {
            jobs.get(0).fail(failure);
        } else {
            jobs.forEach(job -> write(List.of(job)));
        }
    }

    private static void fail(List<Job<?>> jobs, Throwable failure) {
        jobs.forEach(job -> job.fail(failure));
    }

    /** Those that may be tried again; the others fail. */
    private List<Job<?>> inTime(List<Job<?>> jobs, SQLException failure) {
        List<Job<?>> left = new ArrayList<>();
        for (Job<?> job : jobs) {
            if (job.nanosSinceSubmitted() < patience.toNanos() && !queue.isClosed()) {
                left.add(job);
            } else {
                job.fail(failure);
            }
        }
        return left;
    }

    private void transact(List<Job<?>> jobs) throws SQLException {
        jobs.forEach(Job::forget);
        Session open = session();
        long now = database.dialect().begin(open, jobs.stream().anyMatch(Job::isSync), row);
        Transaction transaction = new Transaction(open, database.dialect(), now);
        clockSeen.accept(transaction.now());
        new Group(transaction).write(jobs);
        Thread.interrupted(); // What the work of a step did to it ends here.
        try {
            database.dialect().commit(open);
        } catch (SQLException failure) {
            if (!wentThrough(failure)) {
                throw failure;
            }
        }
    }

    /** Whether the last transaction, whose commit failed, is there nevertheless. */
    private boolean wentThrough(SQLException commit) {
        long start = System.nanoTime();
        Backoff backoff = new Backoff();
        while (true) {
            drop();
            try {
                Session open = session();
                database.dialect().begin(open, true);
                boolean wentThrough = row.isThere(open, database.dialect().forUpdate());
                database.dialect().rollback(open);
                return wentThrough;
            } catch (SQLException failure) {
                commit.addSuppressed(failure);
            }
            if (System.nanoTime() - start > patience.toNanos() || queue.isClosed()) {
                throw new UnknownOutcomeException(commit);
            }
            queue.pause(backoff.nanos());
        }
    }

    /** The connection, on which the writer's row can be locked. */
    private Session session() throws SQLException {
        if (session == null) {
            Session opened = database.openWriter();
            session = opened;
            database.dialect().begin(opened, true);
            row.ensure(opened);
            database.dialect().commit(opened);
        }
        return session;
    }

    private void rollBack() {
        if (session != null) {
            try {
                database.dialect().rollback(session);
            } catch (SQLException broken) {
                drop();
            }
        }
    }

    /** Closes the connection, which takes back what was not committed: it may be broken, or have statements that are. */
    private void drop() {
        if (session != null) {
            database.dialect().closeWriter(session);
            session = null;
        }
    }
}
