package dev.hypergraph4j.runtime.event;

import dev.hypergraph4j.runtime.definition.SourceLocation;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A stretch of a run that begins and ends: the run itself, one execution of a node, the run of one item. Spans form a tree, with the run or map that
 * was asked for at its root. A nested graph has one span, for the node that it is and for its run; a mapped one has one more for each item.
 *
 * @param run the run that it is part of
 * @param id its id, which no other span in this process has
 * @param parentId the id of the span around it; 0 for a root
 * @param kind what it stands for
 * @param path the node's name behind those of the nested graphs around it: {@code rag/retrieve}; of a root and of the items of a map that was asked
 *     for, nothing
 * @param iteration which turn of a cycle it is, from 0; 0 outside of cycles
 * @param item the place of the item of the innermost map around it, from 0; -1 outside of maps
 * @param source where the node's method stands; not {@linkplain SourceLocation#isKnown() known} where there is none
 */
public record Span(
        RunIdentity run,
        long id,
        long parentId,
        SpanKind kind,
        String path,
        int iteration,
        long item,
        SourceLocation source) {
    private static final AtomicLong LAST_ID = new AtomicLong();
    private static final SourceLocation NOWHERE = new SourceLocation("", 0);

    /** The {@link #item} of what is in no map. */
    public static final long NO_ITEM = -1;

    /** The span of a run or a map that was asked for; for runners. */
    public static Span root(RunIdentity run) {
        return new Span(run, LAST_ID.incrementAndGet(), 0, SpanKind.FLOW_ROOT, "", 0, NO_ITEM, NOWHERE);
    }

    /** The span of one execution of a node of the graph that this is the span of; for runners. */
    public Span node(SpanKind nodeKind, String name, int turn, SourceLocation location) {
        String nodePath = path.isEmpty() ? name : path + "/" + name;
        return new Span(run, LAST_ID.incrementAndGet(), id, nodeKind, nodePath, turn, item, location);
    }

    /** The span of the run of one item of the map that this is the span of; for runners. */
    public Span item(long place) {
        return new Span(run, LAST_ID.incrementAndGet(), id, SpanKind.SUBFLOW, path, iteration, place, source);
    }

    /** {@code rag/retrieve, item 3, turn 1}: what it is, without ids. */
    @Override
    public String toString() {
        return (path.isEmpty() ? run.graph() : path)
                + (item == NO_ITEM ? "" : ", item " + item)
                + (iteration == 0 ? "" : ", turn " + iteration);
    }
}
