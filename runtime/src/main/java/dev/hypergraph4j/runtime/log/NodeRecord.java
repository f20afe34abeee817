package dev.hypergraph4j.runtime.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a node that ended, or asked a question that has no answer yet. Immutable, as far as captured values are; thread-safe.
 *
 * <p>The time from {@code ready} to {@code end} falls into two parts: {@linkplain #waiting() waiting} for a thread and {@linkplain #working()
 * working}. The three instants are exact to each other (to what {@link System#nanoTime()} measures); see {@link RunLog} for how far they agree
 * with the clock on the wall.
 *
 * @param node the node's path: its name, where it is not in a nested graph
 * @param iteration which turn of a cycle it was, from 0; 0 outside of cycles
 * @param attempts how many attempts it took; 0 where its outcome does not come from this run
 * @param ready when all that it waits for was there
 * @param start when it began
 * @param end when it ended
 * @param origin where its outcome comes from
 * @param status how it ended
 * @param error what it threw; {@code null} unless it failed
 * @param inputs what it took, by name, if the run captured values, without those that were absent; empty otherwise
 * @param outputs what it gave, by name, if the run captured values, without those that were absent; empty otherwise and if it failed
 */
public record NodeRecord(
        String node,
        int iteration,
        int attempts,
        Instant ready,
        Instant start,
        Instant end,
        Origin origin,
        NodeStatus status,
        @Nullable Throwable error,
        Map<String, Object> inputs,
        Map<String, Object> outputs) {

    /** How long it was ready and did not run, because its thread, or all threads, had other nodes to run. */
    public Duration waiting() {
        return Duration.between(ready, start);
    }

    /** How long it ran, pauses between attempts included. */
    public Duration working() {
        return Duration.between(start, end);
    }
}
