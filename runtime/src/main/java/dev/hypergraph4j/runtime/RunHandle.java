package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.concurrent.CompletionStage;

/**
 * A run that goes on, as the stage of its result. The stage completes when the run is over, with the {@link NodeExecutionException} that
 * {@link Runner#run(PreparedRun)} would have thrown, where it would have.
 *
 * <p>Thread-safe.
 *
 * @param <O> what the run gives back
 */
public interface RunHandle<O> extends CompletionStage<RunResult<O>> {

    /**
     * Asks the run to stop: nodes that are running end, no other starts, and the result is {@link RunStatus#STOPPED}, even if one of them
     * fails. A run is not changed by it that is over, that a failing node has ended, or whose last nodes are running and end well; of several
     * reasons the first counts.
     *
     * @param reason why, for the result and its readers
     */
    void stop(String reason);

    /** Whether the run is over. */
    boolean isDone();

    /**
     * Waits for the end of the run.
     *
     * @throws NodeExecutionException if a node threw, under {@link ErrorHandling#RAISE}
     * @throws InterruptedException if the waiting thread is interrupted; the run goes on
     */
    RunResult<O> await() throws InterruptedException;
}
