package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.NestedWork.Underway;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The way of a node on the thread that has taken it, outside of the lock: its method is called, once, and if there is more to the node, it goes on with
 * those who know about that.
 */
final class NodeCalls implements NodeStages.Starter {
    private final Plan plan;
    private final GraphState state;
    private final Trace trace;
    private final @Nullable RunQuestions questions;
    private final NodeNotes notes;
    private final @Nullable NodeExecutions executions;
    private final NodeStages stages;
    private final @Nullable NestedNodes nested;
    private final Coordination coordination;

    /**
     * @param executions {@code null} where every node takes but one call of its method
     * @param nested {@code null} where no node is a nested graph
     */
    NodeCalls(
            PreparedRun<?> run,
            Outset outset,
            NodeNotes notes,
            @Nullable NodeExecutions executions,
            NodeStages stages,
            @Nullable NestedNodes nested,
            Coordination coordination) {
        this.plan = run.plan();
        this.state = run.state();
        this.trace = outset.trace();
        this.questions = outset.questions();
        this.notes = notes;
        this.executions = executions;
        this.stages = stages;
        this.nested = nested;
        this.coordination = coordination;
    }

    /** Runs {@code node} and gives the one that this thread goes on with. */
    int perform(int node) {
        boolean isAnswered = questions != null && questions.isOpen(node);
        if (executions != null && executions.concern(node) && !isAnswered) {
            return executions.proceed(node);
        }
        notes.begin(node);
        Throwable error = call(node);
        if (error == null && nested != null && plan.isNested(node)) {
            return nest(nested, node);
        }
        return error == null && !isAnswered && plan.isAwaited(node)
                ? stages.await(node, state.stage(node), this)
                : ended(node, error);
    }

    private @Nullable Throwable call(int node) {
        try {
            if (questions == null) {
                state.run(node, node + 1);
            } else {
                questions.run(node, state, trace);
            }
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    private int nest(NestedNodes nested, int node) {
        Underway inner;
        try {
            inner = nested.prepare(node);
        } catch (Throwable refused) {
            return ended(node, refused);
        }
        return nested.work(node, inner);
    }

    @Override
    public int stageEnded(int node, @Nullable Throwable error, boolean goOn) {
        notes.ended(node, error);
        return coordination.advance(node, error, goOn);
    }

    private int ended(int node, @Nullable Throwable error) {
        notes.ran(node, error);
        if (error instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return coordination.advance(node, error, true);
    }
}
