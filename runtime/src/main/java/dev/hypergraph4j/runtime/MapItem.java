package dev.hypergraph4j.runtime;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An item of a {@link ConcurrentMap} that has started. How it ended is guarded by the map's lock. */
final class MapItem<O> {
    private final long number;

    /** {@code null} once it is over: a result that waits keeps no other values of its run. */
    private @Nullable DataflowRun<O> run;

    private @Nullable RunResult<O> result;
    private @Nullable Throwable error;

    MapItem(long number, DataflowRun<O> run) {
        this.number = number;
        this.run = run;
    }

    /** Its place, from 0. */
    long number() {
        return number;
    }

    /** Its run; none if it is over. */
    Stream<DataflowRun<O>> run() {
        return Stream.ofNullable(run);
    }

    /** Its run is over and has given or thrown one of these. */
    void ended(@Nullable RunResult<O> given, @Nullable Throwable thrown) {
        result = given;
        error = thrown;
        run = null;
    }

    boolean isOver() {
        return run == null;
    }

    /** What its run gave; throws what it threw. It is over. */
    RunResult<O> result() {
        if (result == null) {
            throw Started.unchecked(error);
        }
        return result;
    }
}
