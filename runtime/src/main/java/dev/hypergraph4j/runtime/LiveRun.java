package dev.hypergraph4j.runtime;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.RunLink;
import dev.hypergraph4j.runtime.plan.Trace;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A run as its nodes see it. What it says of a node, it is asked while that node is under way: neither the turn of the node's cycle nor its attempt
 * changes meanwhile.
 *
 * @param pathAround the path of the node that the run is nested in, with a slash behind it; else empty
 * @param events what tells of the run; {@code null} if nobody wants it
 * @param isStopping whether the run starts no more nodes
 * @param journal where its steps are recorded; {@code null} where they are not
 */
record LiveRun(
        Plan plan,
        String pathAround,
        Course course,
        Trace trace,
        @Nullable RunEvents events,
        BooleanSupplier isStopping,
        @Nullable JournalScope journal)
        implements RunLink {
    private static final UUID PROCESS = UUID.randomUUID();

    @Override
    public NodeContext context(int node) {
        String path = pathAround + plan.node(node).name();
        StepJournal step = journal == null ? null : journal.underWay(node);
        return new LiveContext(
                this, node, path, course.iteration(node), trace.attempts(node), step == null ? null : step.context());
    }

    void checkpointSaved(int node) {
        if (events != null) {
            events.checkpointSaved(node);
        }
    }

    /** What is the same for all attempts of an execution, where nothing is recorded. */
    String effectId(int node, int iteration) {
        String execution = System.identityHashCode(trace) + "@" + trace.began() + "#" + node + "#" + iteration;
        return UUID.nameUUIDFromBytes((PROCESS + execution).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public boolean stopRequested() {
        return isStopping.getAsBoolean();
    }

    @Override
    public void emit(int node, Object part) {
        emit(node, trace.attempts(node), part);
    }

    void emit(int node, int attempt, Object part) {
        if (events != null) {
            events.chunk(node, attempt, part);
        }
    }
}
