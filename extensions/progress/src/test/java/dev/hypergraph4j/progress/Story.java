package dev.hypergraph4j.progress;

import dev.hypergraph4j.runtime.definition.SourceLocation;
import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.event.EventProcessor;
import dev.hypergraph4j.runtime.event.RunIdentity;
import dev.hypergraph4j.runtime.event.Span;
import dev.hypergraph4j.runtime.event.SpanKind;
import dev.hypergraph4j.runtime.log.NodeStatus;
import dev.hypergraph4j.runtime.log.Origin;
import dev.hypergraph4j.runtime.log.RunStatus;

/** Tells a processor what happens in an imagined run that takes a millisecond an event. */
final class Story {
    private static final SourceLocation NOWHERE = new SourceLocation("", 0);

    private final EventProcessor processor;
    private long nanos;

    Story(EventProcessor processor) {
        this.processor = processor;
    }

    static Span root(String graph) {
        return Span.root(RunIdentity.of(graph, "run"));
    }

    Span runStarts(Span span, String graph, int nodes) {
        processor.onEvent(new Event.RunStarted(span, tick(), graph, nodes));
        return span;
    }

    void runEnds(Span span, String graph, RunStatus status) {
        processor.onEvent(new Event.RunEnded(span, tick(), 0, graph, status, null));
    }

    Span nodeStarts(Span run, String node, int turn) {
        Span span = run.node(SpanKind.STEP, node, turn, NOWHERE);
        processor.onEvent(new Event.NodeStarted(span, tick()));
        return span;
    }

    void nodeEnds(Span span) {
        processor.onEvent(new Event.NodeEnded(span, tick(), 0, NodeStatus.COMPLETED, Origin.EXECUTED, 1, null));
    }

    void node(Span run, String node) {
        nodeEnds(nodeStarts(run, node, 0));
    }

    void skips(Span run, String node) {
        processor.onEvent(new Event.NodeSkipped(run.node(SpanKind.STEP, node, 0, NOWHERE), tick()));
    }

    Span mapStarts(Span span, String graph, long items) {
        processor.onEvent(new Event.MapStarted(span, tick(), graph, items));
        return span;
    }

    void mapEnds(Span span, String graph, long completed, long failed) {
        processor.onEvent(new Event.MapEnded(span, tick(), 0, graph, completed, failed));
    }

    /** The run of one item, with a node and a nested graph in it. */
    void item(Span map, String graph, long place, RunStatus status) {
        Span item = runStarts(map.item(place), graph, 2);
        node(item, "load");
        Span nested = nodeStarts(item, "deep", 0);
        runStarts(nested, "deep", 1);
        node(nested, "inner");
        runEnds(nested, "deep", RunStatus.COMPLETED);
        nodeEnds(nested);
        runEnds(item, graph, status);
    }

    private long tick() {
        nanos += 1_000_000;
        return nanos;
    }
}
