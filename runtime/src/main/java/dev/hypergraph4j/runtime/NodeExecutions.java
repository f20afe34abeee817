package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.NodeQueue.NONE;

import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.RetryDecision;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a run on many threads that take more than a call of their method: each goes on with its {@link Execution} on any thread, and has none
 * while there is nothing to do for it.
 */
final class NodeExecutions implements NodeStages.Starter {
    private final PreparedRun<?> run;
    private final Plan plan;
    private final ExecutionSettings settings;
    private final Outset outset;
    private final NodeNotes notes;
    private final NodeStages stages;
    private final Coordination coordination;

    /** By node: what is under way. A thread that has the node has its execution. */
    private final @Nullable Execution[] executions;

    NodeExecutions(
            PreparedRun<?> run,
            ExecutionSettings settings,
            Outset outset,
            NodeNotes notes,
            NodeStages stages,
            Coordination coordination) {
        this.run = run;
        this.plan = run.plan();
        this.settings = settings;
        this.outset = outset;
        this.notes = notes;
        this.stages = stages;
        this.coordination = coordination;
        this.executions = new Execution[plan.size()];
    }

    /** Whether {@code node} is one of them. */
    boolean concern(int node) {
        return settings.concern(plan, node);
    }

    /** Begins {@code node}, or goes on with it, and gives the node that this thread goes on with. */
    int proceed(int node) {
        Execution execution = execution(node);
        return switch (execution.next()) {
            case WAIT -> pause(node, execution, true);
            case FOUND -> {
                notes.begin(node);
                if (!execution.isReplayed()) {
                    notes.cacheHit(node);
                }
                yield over(node, execution.takeFound(), true);
            }
            case ATTEMPT -> attempt(node, execution);
        };
    }

    private Execution execution(int node) {
        Execution execution = executions[node];
        if (execution == null) {
            int iteration = outset.course().iteration(node);
            execution = new Execution(settings, run, outset.trace(), node, iteration, () -> coordination.resume(node));
            executions[node] = execution;
        }
        return execution;
    }

    private int attempt(int node, Execution execution) {
        if (execution.isToBegin()) {
            notes.begin(node);
        }
        boolean isAwaited = plan.isAwaited(node);
        Throwable error = execution.attempt(isAwaited);
        if (error == null && isAwaited) {
            return stages.await(node, execution.stage(), this);
        }
        RetryDecision again = execution.ended(error, coordination);
        if (execution.wasInterrupted()) {
            Thread.currentThread().interrupt();
        }
        return attemptEnded(node, execution, again, true);
    }

    @Override
    public int stageEnded(int node, @Nullable Throwable error, boolean goOn) {
        Execution execution = Objects.requireNonNull(executions[node]);
        return attemptEnded(node, execution, execution.ended(error, coordination), goOn);
    }

    private int attemptEnded(int node, Execution execution, @Nullable RetryDecision again, boolean goOn) {
        Throwable failure = execution.error();
        if (failure == null || again == null) {
            stopWith(execution.earlyEnd());
            return over(node, failure, goOn);
        }
        notes.retried(node, execution.attempt(), again.delayNanos(), failure);
        execution.backOff(again);
        return pause(node, execution, goOn);
    }

    /** A node that ended early has not failed its run, which stops as the others do: maybe nobody has told it yet. */
    private void stopWith(@Nullable EarlyEnd early) {
        if (early != null && early.reason() != null) {
            coordination.stop(early.reason());
        }
    }

    private int over(int node, @Nullable Throwable error, boolean goOn) {
        executions[node] = null;
        notes.ended(node, error);
        return coordination.advance(node, error, goOn);
    }

    /** Leaves {@code node} without a thread until what it waits for is there. */
    private int pause(int node, Execution execution, boolean goOn) {
        Awaited<?> awaited = execution.awaited();
        coordination.pause(node, execution.keepsPlace(), execution.maySleep());
        // From here on other threads may have the execution. What came before the node was paused woke nobody.
        if (awaited.isHere()) {
            coordination.resume(node);
        }
        return coordination.advance(NONE, null, goOn);
    }

    /** Ends paused nodes of a run that starts no more: they have failed with what their latest attempt threw, or have never begun. */
    void cutOff(BitSet nodes) {
        nodes.stream().forEach(node -> {
            Execution execution = Objects.requireNonNull(executions[node]);
            execution.leave();
            Throwable error = execution.error();
            if (error != null) {
                notes.ended(node, error);
            }
            coordination.cutOff(node, error);
        });
    }

    /** Leaves the next attempts at nodes to another run, since nothing else of this one can go on. */
    void fallAsleep(BitSet nodes) {
        nodes.stream().forEach(node -> {
            Execution execution = Objects.requireNonNull(executions[node]);
            if (execution.isToBegin()) {
                notes.begin(node);
            }
            execution.sleep();
            notes.ended(node, new PauseSignal());
            coordination.fellAsleep(node);
        });
    }
}
