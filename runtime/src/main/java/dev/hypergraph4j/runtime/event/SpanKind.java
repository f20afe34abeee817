package dev.hypergraph4j.runtime.event;

import dev.hypergraph4j.NodeKind;

/** What a {@link Span} stands for. */
public enum SpanKind {
    /** A run, or a map, that somebody asked for: the root of all other spans. */
    FLOW_ROOT,
    /** A node that works in this process. */
    STEP,
    /** A node that calls another process. */
    RPC,
    /** A nested graph, or the run of one item of a map. */
    SUBFLOW,
    /** A node of no other kind. */
    OTHER;

    /** The kind of span of a node that is no nested graph. */
    public static SpanKind of(NodeKind kind) {
        return switch (kind) {
            case STEP -> STEP;
            case RPC -> RPC;
            case OTHER -> OTHER;
        };
    }
}
