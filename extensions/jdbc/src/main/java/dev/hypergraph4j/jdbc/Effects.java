package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StepWork;
import dev.hypergraph4j.runtime.durable.StepWorkException;
import java.sql.SQLException;

/** What becomes true with the completion of a step and can't be part of a batch: the workflows that it spawns, and its own work. */
record Effects(String step, StepEffects effects) {

    boolean isEmpty() {
        return effects.children().isEmpty() && effects.work().isEmpty();
    }

    void apply(Transaction transaction) throws SQLException {
        for (NewWorkflow child : effects.children()) {
            Workflows.ensure(transaction, child);
        }
        if (effects.work().isEmpty()) {
            return;
        }
        try (LentConnection lent = transaction.lend()) {
            for (StepWork<?> work : effects.work()) {
                work.runOn(lent.connection());
            }
        } catch (Exception failure) {
            throw new StepWorkException(step, failure);
        }
    }
}
