package dev.hypergraph4j.runtime.event;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.definition.SourceLocation;
import dev.hypergraph4j.runtime.log.NodeStatus;
import dev.hypergraph4j.runtime.log.Origin;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a run. Each kind is a record of its own; later versions may add kinds, so a {@code switch} over them wants a default.
 *
 * <p>What is nested tells of itself in the same run. A node that is a nested graph starts, its run starts, with the same span, and ends, and the node
 * ends. A mapped one starts, the map starts, with the same span, each item's run starts and ends with a span of its own, the map ends, and the node
 * ends.
 *
 * <p>Immutable, as far as the values in {@link Chunk} and {@link Paused} are.
 */
public sealed interface Event {

    /** What the event belongs to. */
    Span span();

    /** When it happened, as {@link System#nanoTime()}: to be compared with that of other events. */
    long nanos();

    /** When it happened, on the system clock; see {@link RunIdentity#instant}. */
    default Instant time() {
        return span().run().instant(nanos());
    }

    /** The id of the run that was asked for. */
    default String runId() {
        return span().run().id();
    }

    /** The id of the {@link #span()}. */
    default long spanId() {
        return span().id();
    }

    /** The id of the span around it; 0 for a root. */
    default long parentSpanId() {
        return span().parentId();
    }

    /** What the {@link #span()} stands for. */
    default SpanKind kind() {
        return span().kind();
    }

    /** The path of the node: {@code rag/retrieve}; empty for a root. */
    default String path() {
        return span().path();
    }

    /** Which turn of a cycle it is, from 0; 0 outside of cycles. */
    default int iteration() {
        return span().iteration();
    }

    /** The place of the item of the innermost map around it, from 0; {@link Span#NO_ITEM} outside of maps. */
    default long item() {
        return span().item();
    }

    /** Where the node's method stands. */
    default SourceLocation source() {
        return span().source();
    }

    /**
     * A run of a graph has started: one that was asked for, that of a nested graph, or that of an item.
     *
     * @param graph the graph's name
     * @param nodes how many nodes are to run if all do
     */
    record RunStarted(Span span, long nanos, String graph, int nodes) implements Event {}

    /**
     * A run is over. For one that was asked for, it is the last event.
     *
     * @param started when it started, as {@link System#nanoTime()}
     * @param graph the graph's name
     * @param status how it ended
     * @param error why it failed, as its result tells or throws; {@code null} where it did not
     */
    record RunEnded(
            Span span,
            long nanos,
            long started,
            String graph,
            RunStatus status,
            @Nullable Throwable error) implements Event {

        /** How long it took. */
        public Duration duration() {
            return Duration.ofNanos(nanos - started);
        }
    }

    /** A node has started. Its further attempts do not start it again. */
    record NodeStarted(Span span, long nanos) implements Event {}

    /**
     * A node has ended.
     *
     * @param started when it started, as {@link System#nanoTime()}
     * @param status how it ended
     * @param origin where its outcome comes from
     * @param attempt which attempt this ended with, from 1
     * @param error what it threw; {@code null} where it did not
     */
    record NodeEnded(
            Span span,
            long nanos,
            long started,
            NodeStatus status,
            Origin origin,
            int attempt,
            @Nullable Throwable error)
            implements Event {

        /** How long it took, pauses between attempts included. */
        public Duration duration() {
            return Duration.ofNanos(nanos - started);
        }
    }

    /** A node will not run, since no gate opened it or what it needs was skipped. It has not started and does not end. */
    record NodeSkipped(Span span, long nanos) implements Event {}

    /**
     * An attempt of a node failed, and another one will follow.
     *
     * @param attempt the attempt that failed, from 1
     * @param delay how long the node waits before the next one
     * @param error what it threw
     */
    record NodeRetried(Span span, long nanos, int attempt, Duration delay, Throwable error) implements Event {}

    /**
     * A gate has decided.
     *
     * @param targets the nodes that it opened; none where it ended the path
     */
    record RouteDecided(Span span, long nanos, List<String> targets) implements Event {

        /** Copies the list. */
        public RouteDecided {
            targets = List.copyOf(targets);
        }
    }

    /**
     * A node asks a question that has no answer yet. The run goes on with what does not need the answer, and ends as paused.
     *
     * @param key what the answer is to be given under
     */
    record Paused(Span span, long nanos, String key, Question<?> question) implements Event {}

    /** The outcome of a node was found in a cache; its method is not called. */
    record CacheHit(Span span, long nanos) implements Event {}

    /** A node has kept how far it has come, for its next attempt: that is recorded. */
    record CheckpointSaved(Span span, long nanos) implements Event {}

    /**
     * A node gave a part of its result.
     *
     * @param attempt the attempt that gave it, from 1: if that fails, the parts come again
     * @param value the part
     */
    record Chunk(Span span, long nanos, int attempt, Object value) implements Event {}

    /**
     * A map has started.
     *
     * @param graph the name of the graph that runs once an item
     * @param items how many there are; {@link #UNKNOWN} where nobody knows yet
     */
    record MapStarted(Span span, long nanos, String graph, long items) implements Event {

        /** How many {@link #items()} there are where that is not known. */
        public static final long UNKNOWN = -1;
    }

    /**
     * A map is over. For one that was asked for, it is the last event.
     *
     * @param started when it started, as {@link System#nanoTime()}
     * @param graph the name of the graph that ran once an item
     * @param completed how many items completed
     * @param failed how many items failed
     */
    record MapEnded(Span span, long nanos, long started, String graph, long completed, long failed) implements Event {

        /** How long it took. */
        public Duration duration() {
            return Duration.ofNanos(nanos - started);
        }
    }

    /**
     * The run was told to stop: nodes that run may end, no others start.
     *
     * @param reason why
     */
    record StopRequested(Span span, long nanos, String reason) implements Event {}
}
