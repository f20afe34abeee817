package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.log.MapLog;
import java.util.Iterator;

/**
 * The results of a map one by one, in the order of the items, as they are asked for. It holds no more of them than a runner needs to keep its
 * threads busy, so that it goes through any number of items in bounded memory.
 *
 * <pre>{@code
 * try (MapIterator<RagOutputs> results = rag.mapIter(inputs)) {
 *     while (results.hasNext()) {
 *         System.out.println(results.next().outputs().answer());
 *     }
 * }
 * }</pre>
 *
 * <p>Under {@link ErrorHandling#RAISE} {@link #next()} throws the {@link NodeExecutionException} of the first item that fails, in the order of the
 * items, and the map is over. What the items come from throws is thrown in the place of the next result, too.
 *
 * <p>For one thread.
 *
 * @param <O> what the run of an item gives back
 */
public interface MapIterator<O> extends Iterator<RunResult<O>>, AutoCloseable {

    /** What the items did whose results were given so far. */
    MapLog log();

    /** Ends the map: no further item starts, and of those that are under way running nodes end. They have ended when this returns. */
    @Override
    void close();
}
