package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.event.EventStream;
import dev.hypergraph4j.runtime.event.RunIdentity;
import dev.hypergraph4j.runtime.event.Span;
import dev.hypergraph4j.runtime.event.SpanKind;
import dev.hypergraph4j.runtime.log.NodeStatus;
import dev.hypergraph4j.runtime.log.Origin;
import dev.hypergraph4j.runtime.log.RunStatus;
import dev.hypergraph4j.runtime.plan.Choices;
import dev.hypergraph4j.runtime.plan.ControlFlow;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happens in one run of a graph. Made only where somebody is to be told: runners keep {@code null} in its place otherwise.
 *
 * <p>A node's start, what happens in between, and its end are told by the threads that run it, one after the other, and never under a lock of the
 * run: processors may be called at once.
 */
final class RunEvents {
    private final EventStream stream;
    private final Span span;
    private final Plan plan;
    private final int size;

    /** Of an item of a map, whose stream is the map's, or of a nested graph: who counts how it ended. */
    private final @Nullable Consumer<RunStatus> ofMap;

    /** Whether it is the run of a node of another one. */
    private boolean isNested;

    /** By node: the start of its latest execution. */
    private final Event.@Nullable NodeStarted[] started;

    RunEvents(EventStream stream, Span span, PreparedRun<?> run, @Nullable Consumer<RunStatus> ofMap) {
        this.stream = stream;
        this.span = span;
        this.plan = run.plan();
        this.size = run.slice().size();
        this.ofMap = ofMap;
        this.started = new Event.NodeStarted[plan.size()];
    }

    /** The events of a run that was asked for; {@code null} where there is no stream for them. */
    static @Nullable RunEvents of(@Nullable EventStream stream, PreparedRun<?> run) {
        if (stream == null) {
            return null;
        }
        RunIdentity identity = RunIdentity.of(run.plan().name(), RunQuestions.idOf(run));
        return new RunEvents(stream, Span.root(identity), run, null);
    }

    /** The events of what {@code node}, which has started, runs: a nested graph. They have the span of the node. */
    RunEvents nested(int node, PreparedRun<?> run) {
        RunEvents events = new RunEvents(stream, startOf(node).span(), run, status -> {});
        events.isNested = true;
        return events;
    }

    /** The events of what {@code node}, which has started, runs: a mapped nested graph. They have the span of the node. */
    MapEvents nested(int node, PreparedMap<?> map) {
        return MapEvents.nested(stream, startOf(node).span(), map);
    }

    /** The id of the run that was asked for. */
    String runId() {
        return span.run().id();
    }

    /** How often processors have thrown something. */
    long failures() {
        return stream.failures();
    }

    void nodeStarted(int node, int iteration, long nanos) {
        Event.NodeStarted start = new Event.NodeStarted(spanOf(node, iteration), nanos);
        started[node] = start;
        stream.emit(start);
    }

    /** The outputs of {@code node} were found in a cache. */
    void cacheHit(int node, long nanos) {
        stream.emit(new Event.CacheHit(startOf(node).span(), nanos));
    }

    /** An attempt at {@code node} failed, and another one follows. */
    void retried(int node, int attempt, long delayNanos, Throwable error) {
        Duration delay = Duration.ofNanos(delayNanos);
        stream.emit(new Event.NodeRetried(startOf(node).span(), System.nanoTime(), attempt, delay, error));
    }

    /** {@code node} has kept how far it has come. */
    void checkpointSaved(int node) {
        stream.emit(new Event.CheckpointSaved(startOf(node).span(), System.nanoTime()));
    }

    /** {@code node} gave a part of its result. */
    void chunk(int node, int attempt, Object value) {
        stream.emit(new Event.Chunk(startOf(node).span(), System.nanoTime(), attempt, value));
    }

    /** @param attempts how many attempts it took; 0 where its outputs come from a cache, and {@link Trace#REPLAYED} */
    void nodeEnded(int node, long nanos, int attempts, @Nullable Throwable error) {
        nodeEnded(node, nanos, attempts, error == null ? NodeStatus.COMPLETED : NodeStatus.FAILED, error);
    }

    /** The node, a nested graph, was stopped. */
    void nodeStopped(int node) {
        nodeEnded(node, System.nanoTime(), 1, NodeStatus.STOPPED, null);
    }

    /** The node {@code node} ends with a question that has no answer yet. */
    void paused(@Nullable PauseInfo asked, int node, long nanos) {
        if (asked != null) {
            String key = span.path().isEmpty() ? asked.key() : span.path() + "/" + asked.key();
            stream.emit(new Event.Paused(startOf(node).span(), nanos, key, asked.question()));
        }
        nodeEnded(node, nanos, 1, NodeStatus.PAUSED, null);
    }

    private void nodeEnded(int node, long nanos, int attempts, NodeStatus status, @Nullable Throwable error) {
        Event.NodeStarted start = startOf(node);
        Origin origin = Origin.ofAttempts(attempts);
        int attempt = Math.max(1, attempts);
        stream.emit(new Event.NodeEnded(start.span(), nanos, start.nanos(), status, origin, attempt, error));
    }

    /** The gate {@code node} has decided, if it is one. Has to be told before the choices are taken note of, and before the node's end. */
    void decided(int node, long nanos, @Nullable Choices choices) {
        if (choices == null || !plan.node(node).control().isGate()) {
            return;
        }
        ControlFlow flow = plan.flow();
        List<String> targets = new ArrayList<>(1);
        for (int edge = flow.firstGateEdge(node); edge < flow.firstGateEdge(node + 1); edge++) {
            if (choices.isChosen(edge)) {
                targets.add(plan.node(flow.target(edge)).name());
            }
        }
        stream.emit(new Event.RouteDecided(startOf(node).span(), nanos, targets));
    }

    void skipped(int node, long nanos) {
        stream.emit(new Event.NodeSkipped(spanOf(node, 0), nanos));
    }

    /** Told once: what is nested stops with the run around it. */
    void stopRequested(String reason) {
        if (!isNested) {
            stream.emit(new Event.StopRequested(span, System.nanoTime(), reason));
        }
    }

    void runStarted(Trace trace) {
        stream.emit(new Event.RunStarted(span, trace.began(), plan.name(), size));
    }

    /** Tells how the run ended that {@code end} gives the result of, closes the stream if it is the run's, and gives that result. */
    <O> RunResult<O> endHere(Trace trace, Supplier<RunResult<O>> end) {
        Supplier<RunResult<O>> known = told(trace, end);
        if (ofMap == null) {
            stream.close();
        }
        return known.get();
    }

    /** The same, without waiting for the processors: {@code handle} ends when they are through. */
    <O> void endLater(Trace trace, Supplier<RunResult<O>> end, StartedRun<O> handle) {
        Supplier<RunResult<O>> known = told(trace, end);
        if (ofMap == null) {
            stream.closeThen(() -> handle.endWith(known));
        } else {
            handle.endWith(known);
        }
    }

    private <O> Supplier<RunResult<O>> told(Trace trace, Supplier<RunResult<O>> end) {
        try {
            RunResult<O> result = end.get();
            runEnded(trace, result.status(), result.error().orElse(null));
            return () -> result;
        } catch (RuntimeException | Error thrown) {
            runEnded(trace, RunStatus.FAILED, thrown);
            return () -> {
                throw thrown;
            };
        }
    }

    private void runEnded(Trace trace, RunStatus status, @Nullable Throwable error) {
        long end = trace.finished() == 0 ? System.nanoTime() : trace.finished();
        stream.emit(new Event.RunEnded(span, end, trace.began(), plan.name(), status, error));
        if (ofMap != null) {
            ofMap.accept(status);
        }
    }

    private Event.NodeStarted startOf(int node) {
        return Objects.requireNonNull(started[node], "A node ends that has not started.");
    }

    private Span spanOf(int node, int iteration) {
        NodeDefinition definition = plan.node(node);
        SpanKind kind = plan.isNested(node) ? SpanKind.SUBFLOW : SpanKind.of(definition.kind());
        return span.node(kind, definition.name(), iteration, definition.source());
    }
}
