package dev.hypergraph4j.runtime;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.RunLink;
import dev.hypergraph4j.runtime.plan.Trace;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A run as its nodes see it. What it says of a node, it is asked while that node is under way: neither the turn of the node's cycle nor its attempt
 * changes meanwhile.
 *
 * @param pathAround the path of the node that the run is nested in, with a slash behind it; else empty
 * @param events what tells of the run; {@code null} if nobody wants it
 * @param isStopping whether the run starts no more nodes
 */
record LiveRun(
        Plan plan,
        String pathAround,
        Course course,
        Trace trace,
        @Nullable RunEvents events,
        BooleanSupplier isStopping)
        implements RunLink {

    @Override
    public NodeContext context(int node) {
        String path = pathAround + plan.node(node).name();
        return new Context(this, node, path, course.iteration(node), trace.attempts(node));
    }

    @Override
    public boolean stopRequested() {
        return isStopping.getAsBoolean();
    }

    @Override
    public void emit(int node, Object part) {
        emit(node, trace.attempts(node), part);
    }

    private void emit(int node, int attempt, Object part) {
        if (events != null) {
            events.chunk(node, attempt, part);
        }
    }

    private record Context(LiveRun run, int node, String path, int iteration, int attempt) implements NodeContext {
        @Override
        public boolean stopRequested() {
            return run.stopRequested();
        }

        @Override
        public void emit(Object chunk) {
            run.emit(node, attempt, chunk);
        }
    }
}
