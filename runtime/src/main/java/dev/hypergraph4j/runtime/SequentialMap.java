package dev.hypergraph4j.runtime;

import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map that runs one item after the other, each when its result is asked for. */
abstract class SequentialMap<O> extends MapRun<O> {
    private final PreparedMap<O> map;
    private long nextItem;
    private boolean closed;
    private volatile @Nullable String stopReason;

    SequentialMap(PreparedMap<O> map, @Nullable MapEvents events) {
        super(map, events);
        this.map = map;
    }

    /** A map on the thread of who asks for its results. */
    static <O> SequentialMap<O> of(
            PreparedMap<O> map, @Nullable MapEvents events, Function<PreparedRun<O>, RunResult<O>> runner) {
        return new SequentialMap<>(map, events) {
            @Override
            RunResult<O> run(PreparedRun<O> item) {
                return runner.apply(item);
            }
        };
    }

    @Override
    final @Nullable PreparedRun<O> pulled() {
        return null;
    }

    /** Runs an item. */
    abstract RunResult<O> run(PreparedRun<O> item);

    @Override
    public final boolean hasNext() {
        boolean hasNext = !closed && stopReason == null && map.runs().hasNext();
        if (!hasNext) {
            over();
        }
        return hasNext;
    }

    @Override
    public final RunResult<O> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more items.");
        }
        boolean failed = true;
        try {
            RunResult<O> result = run(map.runs().next().asItem(nextItem));
            nextItem++;
            if (!result.isCompleted()) {
                // An interrupt is not meant for one item.
                result.stopReason().ifPresent(this::stop);
            }
            failed = false;
            return given(result);
        } finally {
            if (failed) {
                close();
            }
        }
    }

    @Override
    public final void close() {
        closed = true;
        over();
    }

    @Override
    public synchronized void stop(String reason) {
        if (stopReason == null) {
            stopReason = reason;
        }
    }

    @Override
    final @Nullable String stopReason() {
        return stopReason;
    }
}
