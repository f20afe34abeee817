package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.event.EventStream;
import dev.hypergraph4j.runtime.event.RunIdentity;
import dev.hypergraph4j.runtime.event.Span;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Tells what happens in a map that was asked for, and in the runs of its items. Made only where somebody is to be told. */
final class MapEvents {
    private final EventStream stream;
    private final Span span;
    private final String graph;

    /** Whether the stream is that of the run around it. */
    private final boolean isNested;

    private final long began = System.nanoTime();

    private final AtomicLong completed = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();

    private MapEvents(EventStream stream, Span span, PreparedMap<?> map, boolean isNested) {
        this.stream = stream;
        this.graph = map.plan().name();
        this.span = span;
        this.isNested = isNested;
        stream.emit(new Event.MapStarted(span, began, graph, map.size()));
    }

    /** The events of {@code map}, which starts now; {@code null} where there is no stream for them. */
    static @Nullable MapEvents of(@Nullable EventStream stream, PreparedMap<?> map) {
        if (stream == null) {
            return null;
        }
        Span span = Span.root(RunIdentity.of(map.plan().name(), map.options().runId()));
        return new MapEvents(stream, span, map, false);
    }

    /** The events of {@code map}, which starts now as the node with {@code span}. */
    static MapEvents nested(EventStream stream, Span span, PreparedMap<?> map) {
        return new MapEvents(stream, span, map, true);
    }

    /** The events of the run of one item. */
    RunEvents item(PreparedRun<?> run) {
        return new RunEvents(stream, span.item(run.item()), run, this::itemEnded);
    }

    private void itemEnded(RunStatus status) {
        if (status == RunStatus.COMPLETED) {
            completed.incrementAndGet();
        } else if (status == RunStatus.FAILED) {
            failed.incrementAndGet();
        }
    }

    /** The map is over, and none of its items is under way. Tells so the first time. */
    void ended() {
        if (over.compareAndSet(false, true)) {
            stream.emit(new Event.MapEnded(span, System.nanoTime(), began, graph, completed.get(), failed.get()));
            if (!isNested) {
                stream.close();
            }
        }
    }
}
