package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Copy;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Makes workflows of others. */
final class Copies {
    private final Transaction transaction;

    Copies(Transaction transaction) {
        this.transaction = transaction;
    }

    void copy(Copy copy) throws SQLException {
        Lineage lineage = copy.workflow().lineage();
        String id = String.valueOf(lineage.workflow());
        State.of(transaction, id); // It must not be deleted meanwhile.
        Workflow source = Workflows.find(transaction.session(), id)
                .orElseThrow(() -> StoreException.failedTo("copy workflow '" + id + "', which it does not have", null));
        String at = lineage.step() == null ? "" : " at " + lineage.step();
        Workflows.create(transaction, copy.workflow(), lineage.kind() + " of " + id + at);
        copySteps(source, copy);
        copyAnswers(source, copy);
        for (Step step : copy.given()) {
            Steps.give(transaction, copy.workflow().id(), step);
        }
    }

    private void copySteps(Workflow source, Copy copy) throws SQLException {
        Set<String> missing = new HashSet<>(copy.steps());
        copy.given().forEach(given -> missing.remove(given.id().key()));
        for (String step : Steps.withOutcome(transaction.session(), source.id())) {
            if (missing.remove(step)) {
                Steps.copy(transaction, source.id(), copy.workflow().id(), step);
            }
        }
        requireNone(missing, "outcomes of steps", source);
    }

    private void copyAnswers(Workflow source, Copy copy) throws SQLException {
        Set<String> missing = new HashSet<>();
        for (String step : new TreeSet<>(copy.answers())) {
            if (!Questions.copy(transaction, source.id(), copy.workflow().id(), step)) {
                missing.add(step);
            }
        }
        requireNone(missing, "answers of steps", source);
    }

    /** Taken over in part it would do again, without a word, what was done. */
    private static void requireNone(Collection<String> missing, String what, Workflow source) {
        if (!missing.isEmpty()) {
            String why = source.compacted() ? ", which was compacted" : "";
            throw StoreException.failedTo(
                    "copy the " + what + " " + new TreeSet<>(missing) + " of workflow '" + source.id() + "'" + why
                            + ": they are not there",
                    null);
        }
    }
}
