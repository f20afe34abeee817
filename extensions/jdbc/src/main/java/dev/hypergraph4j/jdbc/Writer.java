package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes for all, on one connection: whatever waits becomes one transaction, so that a commit, which costs as much for many as for one, is shared. Who
 * comes while nobody writes and nothing waits writes himself: to hand a job to another thread, and what comes of it back, takes as long as a commit on
 * a good disk.
 *
 * <p>What fails is tried again on a thread of its own: who wants something written may be interrupted, which a driver may not survive. A transaction
 * that fails because of the database is tried again for some time. One that fails because of something in it is tried again piece by piece, so that
 * only the piece at fault fails. If a commit itself fails, the database is asked whether it went through: each transaction leaves a trace.
 */
final class Writer implements AutoCloseable {
    private static final int MOST = 512;
    private static final long PAUSE_NANOS = 10_000_000;

    private final Database database;
    private final Duration patience;
    private final StoreClock clock;
    private final WriteQueue queue = new WriteQueue();
    private final WriterRow row = new WriterRow();
    private final Thread thread = new Thread(this::work, "hypergraph4j-writer");

    /** Held by whoever writes. */
    private final ReentrantLock turn = new ReentrantLock();

    private final WriterConnection connection; // Guarded by turn, as below
    private Trace trace = row;

    /** Those written last, of whom some may not know it yet. */
    private List<Job<?>> written = List.of();

    /**
     * A writer, to be started.
     *
     * @param patience for how long what fails for a moment is tried again
     * @param clock is told what the database's says
     */
    Writer(Database database, Duration patience, StoreClock clock) {
        this.database = database;
        this.patience = patience;
        this.clock = clock;
        this.connection = new WriterConnection(database, row);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Has a job done, and waits for what comes of it. */
    <T> T run(Job<T> job) {
        Stack.require();
        if (turn.isHeldByCurrentThread()) {
            throw StoreException.failedTo("be used by work that is part of a transaction: it has a connection", null);
        }
        if (!hasRun(job) && !queue.add(job)) {
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

    /** Does the job on the thread of who wants it done, unless others have the turn. */
    private boolean hasRun(Job<?> job) {
        if (!queue.isIdle() || !turn.tryLock()) {
            return false;
        }
        try {
            if (!queue.isIdle()) {
                return false;
            }
            Throwable failure = tried(List.of(job));
            if (failure != null) {
                job.met(failure instanceof CommitException commit ? commit : null);
                if (failure instanceof SQLException sql && database.isLocked(sql)) {
                    job.keepApart();
                }
                queue.putBack(job);
            }
            return true;
        } finally {
            turn.unlock();
        }
    }

    private void work() {
        boolean isOpen = true;
        while (isOpen) {
            try {
                isOpen = workOnSome();
            } catch (Throwable ours) {
                // What waits has nobody else: there may be memory for a list of it in a moment.
                queue.pause(PAUSE_NANOS);
            }
        }
    }

    /** Works on what waits, once something does; {@code false} where the queue is closed, and nothing is left. */
    private boolean workOnSome() {
        boolean some = queue.awaitSome();
        turn.lock();
        try {
            List<Job<?>> jobs = queue.take(MOST);
            workOn(jobs);
            if (queue.size() == 0) {
                tellWritten();
            }
            // Who had the turn may have put back what he did.
            boolean isOpen = some || !jobs.isEmpty();
            if (!isOpen) {
                connection.drop();
            }
            return isOpen;
        } finally {
            turn.unlock();
        }
    }

    private void workOn(List<Job<?>> jobs) {
        try {
            List<Job<?>> together = new ArrayList<>();
            List<Job<?>> apart = new ArrayList<>();
            for (Job<?> job : jobs) {
                CommitException commit = job.hasMet();
                if (commit == null) {
                    (job.isApart() ? apart : together).add(job);
                } else {
                    writeAfter(commit, List.of(job));
                }
            }
            write(together);
            apart.forEach(job -> write(List.of(job)));
        } catch (Throwable ours) {
            // Nobody may wait for ever because of a mistake of ours.
            fail(jobs, ours);
            connection.drop();
        }
    }

    private void write(List<Job<?>> jobs) {
        if (!jobs.isEmpty()) {
            writeAfter(tried(jobs), jobs);
        }
    }

    /** Goes on after jobs were tried, until each has been written or refused or has failed. */
    private void writeAfter(@Nullable Throwable first, List<Job<?>> jobs) {
        Throwable failure = first;
        if (failure != null) {
            tellWritten(); // What comes now may take long.
        }
        List<Job<?>> left = jobs;
        Backoff backoff = new Backoff();
        while (failure != null) {
            left = leftAfter(failure, left);
            if (left.isEmpty()) {
                return;
            }
            queue.pause(backoff.nanos());
            failure = tried(left);
        }
    }

    /** Tries to write jobs in one transaction, and tells what came of them. What kept it from being written, or {@code null}. */
    private @Nullable Throwable tried(List<Job<?>> jobs) {
        try {
            transact(jobs);
        } catch (SQLException | StoreException | ApartException failure) {
            return failure;
        } catch (RuntimeException | Error failure) {
            connection.distrust();
            return failure;
        }
        tell(jobs);
        return null;
    }

    /** Goes on as soon as it can, where others wait. A server does better with larger groups than with earlier ones. */
    private void tell(List<Job<?>> jobs) {
        tellWritten();
        if (database.dialect().isInProcess() && jobs.size() > 1 && queue.size() > 0) {
            written = jobs;
            Job.tellOneAfterTheOther(jobs);
        } else {
            jobs.forEach(Job::tell);
        }
    }

    /** Tells those who have not been told one after the other: each is told once. */
    private void tellWritten() {
        written.forEach(Job::tell);
        written = List.of();
    }

    /** Of jobs that could not be written together, those that are to be tried again; all others have been seen to. */
    private List<Job<?>> leftAfter(Throwable failure, List<Job<?>> jobs) {
        if (failure instanceof CommitException commit) {
            return leftAfter(commit, jobs);
        }
        if (failure instanceof SQLException sql) {
            connection.drop();
            if (database.isLocked(sql)) {
                putBehind(inTime(jobs, sql), sql);
                return List.of();
            }
            if (database.isTransient(sql)) {
                return inTime(jobs, sql);
            }
        } else {
            connection.rollBack();
        }
        if (jobs.size() == 1) {
            fail(jobs, failure);
        } else {
            jobs.forEach(job -> write(List.of(job)));
        }
        return List.of();
    }

    private List<Job<?>> leftAfter(CommitException commit, List<Job<?>> jobs) {
        try {
            if (!wentThrough(commit.failure())) {
                return leftAfter(commit.failure(), jobs);
            }
            jobs.forEach(Job::tell);
        } catch (UnknownOutcomeException unknown) {
            fail(jobs, unknown);
        }
        return List.of();
    }

    private static void fail(List<Job<?>> jobs, Throwable failure) {
        jobs.forEach(job -> job.fail(failure));
    }

    /** Others are not to wait for as long as somebody has locked what these are about. */
    private void putBehind(List<Job<?>> jobs, SQLException failure) {
        for (Job<?> job : jobs) {
            job.keepApart();
            if (!queue.add(job)) {
                job.fail(failure);
            }
        }
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
        writeOn(connection.begin(), jobs);
        connection.hasEnded();
    }

    private void writeOn(Session open, List<Job<?>> jobs) throws SQLException {
        LastLine line = LastLine.of(jobs);
        trace = line == null ? row : line;
        if (hasWrittenAtOnce(open, jobs)) {
            return;
        }
        boolean isBulk = jobs.size() > 1 && jobs.stream().allMatch(Job::isOurs);
        boolean isSync = jobs.stream().anyMatch(Job::isSync);
        long asked = System.currentTimeMillis();
        long now = database.dialect().begin(open, isSync, isBulk, line == null ? row : null);
        long told = System.currentTimeMillis();
        clock.seen(now, asked, told, told);
        Transaction transaction = new Transaction(open, database.dialect(), now, isBulk);
        new Group(transaction).write(jobs);
        if (Thread.currentThread() == thread) {
            Thread.interrupted(); // What the work of a step did to it ends here.
        }
        try {
            database.dialect().commit(open);
        } catch (SQLException failure) {
            throw database.dialect().mayHaveCommitted(failure) ? new CommitException(failure) : failure;
        } catch (RuntimeException | Error broken) {
            throw CommitException.of(broken);
        }
    }

    private boolean hasWrittenAtOnce(Session open, List<Job<?>> jobs) throws SQLException {
        List<TransitionJob> transitions = transitions(jobs);
        if (transitions.size() < jobs.size()) {
            return false;
        }
        // The server tells when it got the statement, which may be long before it is done.
        long sent = System.currentTimeMillis();
        OptionalLong written = jobs.size() == 1
                ? database.dialect().writeAtOnce(open, transitions.get(0), trace == row ? row : null)
                : database.dialect().writeAtOnce(open, transitions, row);
        long told = System.currentTimeMillis();
        written.ifPresent(millis -> clock.seen(millis, sent, told, sent));
        return written.isPresent();
    }

    private static List<TransitionJob> transitions(List<Job<?>> jobs) {
        List<TransitionJob> transitions = new ArrayList<>();
        for (Job<?> job : jobs) {
            if (job instanceof TransitionJob transition) {
                transitions.add(transition);
            }
        }
        return transitions;
    }

    /** Whether the last transaction, whose commit failed, is there nevertheless. */
    private boolean wentThrough(SQLException commit) {
        // The server's process may yet commit what was sent to it. It ends before it is said that nothing is there.
        Backend lost = connection.backend();
        connection.distrust();
        long start = System.nanoTime();
        Backoff backoff = new Backoff();
        while (true) {
            connection.drop();
            try {
                Optional<Boolean> isThere = isThere(lost);
                if (isThere.isPresent()) {
                    return isThere.get();
                }
            } catch (SQLException failure) {
                commit.addSuppressed(failure);
            }
            if (System.nanoTime() - start > patience.toNanos() || queue.isClosed()) {
                connection.drop(); // The question may have failed in the middle of a transaction.
                throw new UnknownOutcomeException(commit);
            }
            queue.pause(backoff.nanos());
        }
    }

    /** Whether the last transaction is there, as far as that can be said already. */
    private Optional<Boolean> isThere(@Nullable Backend lost) throws SQLException {
        Session open = connection.open();
        database.dialect().begin(open, true);
        if (lost != null && !lost.isGone(open)) {
            return Optional.empty();
        }
        // Nobody has to wait for the end of a transaction whose process is gone, nor for who else may have locked its
        // row.
        boolean isThere = trace.isThere(open, lost == null ? database.dialect().forUpdate() : "");
        database.dialect().rollback(open);
        return Optional.of(isThere);
    }
}
