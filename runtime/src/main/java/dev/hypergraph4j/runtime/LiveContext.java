package dev.hypergraph4j.runtime;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.runtime.durable.StepWork;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt at a node sees of its run.
 *
 * @param step what is recorded with the node's step; {@code null} where nothing is
 */
record LiveContext(
        LiveRun run,
        int node,
        String path,
        int iteration,
        int attempt,
        @Nullable StepContext step) implements NodeContext {
    @Override
    public boolean stopRequested() {
        return run.stopRequested();
    }

    @Override
    public void emit(Object chunk) {
        run.emit(node, attempt, chunk);
    }

    @Override
    public String effectId() {
        return step == null ? run.effectId(node, iteration) : step.effectId();
    }

    @Override
    public void checkpoint(Object progress) {
        if (step != null) {
            save(step, WrittenAs.unsaid(progress, "checkpoint(%s.class, progress)"), progress);
        }
    }

    @Override
    public <T> void checkpoint(Class<T> type, T progress) {
        if (step != null) {
            save(step, WrittenAs.said(type), progress);
        }
    }

    private void save(StepContext recorded, Class<?> type, Object progress) {
        recorded.checkpoint(attempt, type, progress);
        run.checkpointSaved(node);
    }

    @Override
    public <T> Optional<T> lastCheckpoint(Class<T> type) {
        return step == null ? Optional.empty() : step.lastCheckpoint(type);
    }

    @Override
    public void outbox(String target, Object message) {
        durable("sends a message")
                .send(attempt, target, WrittenAs.unsaid(message, "outbox(target, %s.class, message)"), message);
    }

    @Override
    public <M> void outbox(String target, Class<M> type, M message) {
        durable("sends a message").send(attempt, target, WrittenAs.said(type), message);
    }

    @Override
    public <C> void transaction(Class<C> resource, TransactionWork<C> work) {
        durable("joins the transaction of its step").inTransaction(attempt, new StepWork<>(resource, work::run));
    }

    /**
     * What is recorded with the step.
     *
     * @throws IllegalStateException if nothing is
     */
    StepContext durable(String what) {
        if (step == null) {
            throw new IllegalStateException("Node '" + path + "' " + what
                    + ", which takes a runner with a checkpointer: SyncRunner.builder().checkpointer(...)");
        }
        return step;
    }
}
