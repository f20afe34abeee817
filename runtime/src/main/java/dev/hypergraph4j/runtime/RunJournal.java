package dev.hypergraph4j.runtime;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The journal as a run or a map needs it beside its nodes.
 *
 * <p>Ends of steps are loose which no next step follows on the same thread. What is recorded travels with the start of the next step; where none is about
 * to start that would take the ends along, they are recorded by themselves, on a thread of ours.
 */
final class RunJournal {
    private final Journal journal;
    private final Executor executor;
    private final Consumer<String> stop;

    private RunJournal(Journal journal, Executor executor, Consumer<String> stop) {
        this.journal = journal;
        this.executor = executor;
        this.stop = stop;
    }

    /**
     * That of a run whose steps are recorded in {@code scope}; {@code null} where they are not.
     *
     * @param stop stops the run, where the journal can't be written
     */
    static @Nullable RunJournal of(@Nullable JournalScope scope, Executor executor, Consumer<String> stop) {
        return scope == null ? null : new RunJournal(scope.journal(), executor, stop);
    }

    /**
     * Records the loose ends.
     *
     * @param isOurs whether this thread may wait for the journal, as one that only completes somebody else's stage may not
     */
    void recordEnds(boolean isOurs) {
        if (isOurs) {
            flush();
        } else {
            hand(this::flush);
        }
    }

    private void flush() {
        try {
            journal.flush();
        } catch (RuntimeException | Error broken) {
            stop.accept("the journal can't be written"); // Whoever waits for the workflow is told why.
        }
    }

    private void hand(Runnable task) {
        try {
            executor.execute(task);
        } catch (RuntimeException refused) {
            task.run();
        }
    }

    /** Stops a run whose executor has {@code refused} it a thread, and all around it, and gives whether it has: not where that tells of a broken JVM. */
    boolean stops(Throwable refused) {
        if (refused instanceof Error) {
            return false;
        }
        journal.refused(refused);
        stop.accept(Objects.requireNonNull(journal.stopReason()));
        return true;
    }

    /** The run is about to interrupt its nodes, whose ends then count for nothing; gives the reason for which it stops, which may be an earlier one. */
    String interrupted() {
        journal.stop().stop("interrupted");
        return Objects.requireNonNull(journal.stopReason());
    }
}
