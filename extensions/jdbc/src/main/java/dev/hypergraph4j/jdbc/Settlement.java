package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Has a parked workflow go on by hand. */
final class Settlement {
    private final Transaction transaction;

    Settlement(Transaction transaction) {
        this.transaction = transaction;
    }

    boolean settle(String workflow, String key, @Nullable StepOutcome outcome, String by) throws SQLException {
        State state = State.of(transaction, workflow);
        if (state == null || state.status() != WorkflowStatus.PARKED) {
            return false;
        }
        Step step = Steps.find(transaction.session(), workflow, key);
        if (step == null || step.status() == StepStatus.COMPLETED || step.status() == StepStatus.FAILED) {
            return false;
        }
        Attempts.forgetOutcomes(transaction, state.number());
        if (outcome == null) {
            Attempts.tryAgain(transaction, state.number(), key, by);
            Journal.append(transaction, workflow, new Journal.Line("RETRY", key, step.attempt(), "by " + by));
        } else {
            Steps.settle(transaction, state.number(), key, outcome);
            Journal.append(transaction, workflow, new Journal.Line("COMPLETED", key, 0, "by " + by));
        }
        Endings.queue(transaction, workflow);
        return true;
    }
}
