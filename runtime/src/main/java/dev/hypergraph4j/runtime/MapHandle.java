package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.concurrent.CompletionStage;

/**
 * A map that goes on, as the stage of its result. The stage completes when the map is over, with the {@link NodeExecutionException} that
 * {@link Runner#map(PreparedMap)} would have thrown, where it would have.
 *
 * <p>Thread-safe.
 *
 * @param <O> what the run of an item gives back
 */
public interface MapHandle<O> extends CompletionStage<MapResult<O>> {

    /**
     * Asks the map to stop: nodes that are running end, no other starts, no further item starts, and the result is {@link RunStatus#STOPPED}. A map
     * is not changed by it that is over, or whose last nodes are running and end well; of several reasons the first counts.
     *
     * @param reason why, for the result and its readers
     */
    void stop(String reason);

    /** Whether the map is over. */
    boolean isDone();

    /**
     * Waits for the end of the map.
     *
     * @throws NodeExecutionException if a node threw, under {@link ErrorHandling#RAISE}
     * @throws InterruptedException if the waiting thread is interrupted; the map goes on
     */
    MapResult<O> await() throws InterruptedException;
}
