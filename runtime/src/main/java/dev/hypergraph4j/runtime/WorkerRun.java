package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import org.jspecify.annotations.Nullable;

/**
 * A workflow that a worker runs: how it is stopped, and, where that takes too long, given up.
 *
 * <p>The race: a run ends while it is given up. Its thread goes on to something else then, and must not be interrupted; so it takes its leave under the
 * lock. Thread-safe.
 */
final class WorkerRun {
    private final StopSignal stop = new StopSignal();

    // Guarded by this
    private @Nullable Thread thread;
    private @Nullable Journal journal;
    private boolean isGivenUp;

    StopSignal stop() {
        return stop;
    }

    /** This thread has the run now, and until {@link #ended()}. */
    synchronized void began() {
        thread = Thread.currentThread();
    }

    /** The run records in {@code newJournal} what it does. */
    synchronized void records(Journal newJournal) {
        journal = newJournal;
    }

    /** This thread has nothing to do with the run any more: an interrupt that was meant for it is over. */
    synchronized void ended() {
        thread = null;
        if (isGivenUp) {
            Thread.interrupted();
        }
    }

    synchronized boolean isGivenUp() {
        return isGivenUp;
    }

    /** Whether a step's work is done in the transaction that records it, and not to be waited for. */
    synchronized boolean isAtWork() {
        return journal != null && journal.isAtWork();
    }

    /**
     * Leaves the workflow to other workers, whatever its nodes do yet; several calls are one. Where it has just ended, it stays so.
     *
     * @return whether they may claim it now; if not, when its lease has run out
     */
    boolean giveUp() {
        Journal having;
        synchronized (this) {
            having = isGivenUp ? null : journal;
            isGivenUp = true;
        }
        if (having == null) {
            return true;
        }
        try {
            return having.leave(Ending.of(WorkflowStatus.QUEUED, Worker.DRAINED));
        } catch (LeaseLostException over) {
            return true; // It has ended, or somebody else has it.
        }
    }

    /** Interrupts the nodes that run, if they run yet. What they give or throw then is not recorded, once it was given up. */
    void interrupt() {
        synchronized (this) {
            if (thread != null) {
                thread.interrupt();
            }
        }
        // Nodes on other threads don't wait until this one notices. What hangs on stages that are cancelled is not
        // ours, and may take long.
        Threads.shared().execute(stop::interrupt);
    }
}
