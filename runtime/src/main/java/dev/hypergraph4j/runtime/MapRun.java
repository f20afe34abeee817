package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.log.MapLog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A map that is under way: its results in order, and, for those who want them all, all of them. */
abstract class MapRun<O> implements MapIterator<O>, StopSignal.Listener {
    private final PreparedMap<O> map;
    private final @Nullable MapEvents events;
    private final MapLog.Collector collected;

    MapRun(PreparedMap<O> map, @Nullable MapEvents events) {
        this.map = map;
        this.events = events;
        this.collected = new MapLog.Collector(map.plan());
    }

    @Override
    public final MapLog log() {
        return collected.log();
    }

    /** Asks it to stop; of several reasons the first counts. */
    @Override
    public abstract void stop(String reason);

    /** Why it was stopped; {@code null} if it was not. */
    abstract @Nullable String stopReason();

    /** A run that was taken from the source but did not start any more; {@code null} if there is none. */
    abstract @Nullable PreparedRun<O> pulled();

    /** No item is under way, and none will be. */
    final void over() {
        if (events != null) {
            events.ended();
        }
    }

    /** Adds a result that is given out to the log. */
    final RunResult<O> given(RunResult<O> result) {
        result.addTo(collected);
        return result;
    }

    /** Runs all items, until it is told to stop by {@code stop}. */
    final MapResult<O> gather(StopSignal stop) {
        stop.tell(this);
        try {
            return gather();
        } finally {
            stop.forget(this);
        }
    }

    /** Runs all items. */
    final MapResult<O> gather() {
        List<RunResult<O>> results = new ArrayList<>();
        try {
            while (hasNext()) {
                results.add(next());
            }
        } finally {
            close();
        }
        int started = results.size();
        String reason = stopReason();
        if (reason != null) {
            addUnstarted(reason, results);
        }
        return new MapResult<>(map, results, started, reason, log());
    }

    private void addUnstarted(String reason, List<RunResult<O>> results) {
        PreparedRun<O> first = pulled();
        if (first != null) {
            results.add(RunResult.unstarted(first, reason));
        }
        while (map.runs().hasNext()) {
            results.add(RunResult.unstarted(map.runs().next().asItem(results.size()), reason));
        }
    }
}
