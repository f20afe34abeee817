package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants written, and waits for. It may be tried more than once, in one transaction with others or alone. What came of it is told when
 * the transaction is committed, refusals too: they may rest on what others wrote in it.
 */
abstract class Job<T> {
    private final String what;
    private final long submittedAt = System.nanoTime();
    private final CompletableFuture<T> told = new CompletableFuture<>();

    // What came of it in the present transaction, which is seen by who has the writer's turn
    private @Nullable T result;
    private @Nullable Throwable refusal;
    private @Nullable CommitException met;
    private boolean isApart;

    /** Those that who waits for this one tells what came of them. */
    private List<Job<?>> behind = List.of();

    /** A clause that says what it does, as in {@code "claim 'order-17'"}. */
    Job(String what) {
        this.what = what;
    }

    /** Whether it has to be on disk before it is told. */
    abstract boolean isSync();

    /** Whether it executes the store's own statements and no others. */
    abstract boolean isOurs();

    /** Does it. What it throws takes back what it did, and nothing else. */
    abstract void run(Transaction transaction) throws SQLException;

    final void result(T value) {
        result = value;
    }

    /** Refuses it; what it wrote in the present transaction must be taken back, or be nothing. */
    final void refuse(Throwable why) {
        refusal = why;
    }

    final boolean isRefused() {
        return refusal != null;
    }

    /** Forgets what came of it: it is tried again. */
    final void forget() {
        result = null;
        refusal = null;
    }

    @SuppressWarnings("NullAway") // A job without a result gives null, to a caller that takes none.
    final void tell() {
        if (refusal != null) {
            told.completeExceptionally(refusal);
        } else {
            told.complete(result);
        }
    }

    /**
     * Tells the first of them, whose thread tells the next two, and so on: to wake all threads takes a good part of the time in which a group is written. Who
     * calls this has to {@link #tell} them all at some time, in case one of the threads does not get so far.
     */
    static void tellOneAfterTheOther(List<Job<?>> jobs) {
        for (int i = 0; 2 * i + 1 < jobs.size(); i++) {
            jobs.get(i).behind = jobs.subList(2 * i + 1, Math.min(2 * i + 3, jobs.size()));
        }
        jobs.get(0).tell();
    }

    final void fail(Throwable why) {
        if (why instanceof SQLException) {
            told.completeExceptionally(StoreException.failedTo(what, why));
        } else {
            told.completeExceptionally(why);
        }
    }

    final long nanosSinceSubmitted() {
        return System.nanoTime() - submittedAt;
    }

    /** Has it written alone from now on: with others it would keep these from being written. */
    final void keepApart() {
        isApart = true;
    }

    final boolean isApart() {
        return isApart;
    }

    /** Notes what it met when it was tried on the thread of who wants it, if it is not known whether it was written. */
    final void met(@Nullable CommitException failure) {
        met = failure;
    }

    /** What it has {@link #met}, once. */
    final @Nullable CommitException hasMet() {
        CommitException failure = met;
        met = null;
        return failure;
    }

    /** Waits for what comes of it, whether interrupted or not: somebody has to know. */
    final T await() {
        try {
            return told.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw StoreException.failedTo(what, failure.getCause());
        } finally {
            behind.forEach(Job::tell);
        }
    }
}
