package dev.hypergraph4j.runtime.durable;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which workflows to look at, the latest created first.
 *
 * @param statuses those that are at one of these; empty for all
 * @param graph those of this graph; {@code null} for all
 * @param createdFrom those created at this time or later, in milliseconds since 1970
 * @param createdBefore those created before this time
 * @param most how many at most
 */
public record WorkflowQuery(
        Set<WorkflowStatus> statuses, @Nullable String graph, long createdFrom, long createdBefore, int most) {
    /** All of them. */
    public static final WorkflowQuery ALL =
            new WorkflowQuery(Set.of(), null, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);

    /** Copies the set. */
    public WorkflowQuery {
        statuses = Set.copyOf(statuses);
    }

    /** Those that are at one of these. */
    public WorkflowQuery at(WorkflowStatus... wanted) {
        return new WorkflowQuery(Set.of(wanted), graph, createdFrom, createdBefore, most);
    }

    /** Those of one graph. */
    public WorkflowQuery of(String graphName) {
        return new WorkflowQuery(statuses, graphName, createdFrom, createdBefore, most);
    }

    /** Those created in a span of time, its end not included. */
    public WorkflowQuery created(long from, long before) {
        return new WorkflowQuery(statuses, graph, from, before, most);
    }

    /** No more than so many. */
    public WorkflowQuery most(int limit) {
        return new WorkflowQuery(statuses, graph, createdFrom, createdBefore, limit);
    }
}
