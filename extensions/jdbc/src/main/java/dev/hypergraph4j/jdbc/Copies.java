package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Copy;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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
        State source = State.of(transaction, id);
        if (source == null) {
            throw StoreException.failedTo("copy workflow '" + id + "', which it does not have", null);
        }
        String at = lineage.step() == null ? "" : " at " + lineage.step();
        long made = Workflows.create(transaction, copy.workflow(), lineage.kind() + " of " + id + at);
        List<String> steps = steps(source, copy);
        long place = 1L - steps.size() - copy.given().size();
        for (String step : steps) {
            Steps.copy(transaction, source, made, step, place++);
        }
        copyAnswers(source, copy, made);
        for (Step step : copy.given()) {
            Steps.give(transaction, made, step, place++);
        }
        if (lineage.kind() == Lineage.Kind.RETRY) {
            Inbox.copy(transaction, source.number(), made);
        }
    }

    /** The steps to take over, in their order. */
    private List<String> steps(State source, Copy copy) throws SQLException {
        Set<String> missing = new HashSet<>(copy.steps());
        copy.given().forEach(given -> missing.remove(given.id().key()));
        List<String> found = new ArrayList<>();
        for (String step : Steps.settled(transaction.session(), source.number(), copy.answers())) {
            if (missing.remove(step)) {
                found.add(step);
            }
        }
        requireNone(missing, "outcomes of steps", source);
        return found;
    }

    private void copyAnswers(State source, Copy copy, long made) throws SQLException {
        Set<String> missing = new HashSet<>();
        for (String step : new TreeSet<>(copy.answers())) {
            if (!Questions.copy(transaction, source.number(), made, step)) {
                missing.add(step);
            }
        }
        requireNone(missing, "answers of steps", source);
    }

    /** Taken over in part it would do again, without a word, what was done. */
    private static void requireNone(Collection<String> missing, String what, State source) {
        if (!missing.isEmpty()) {
            String why = source.compacted() ? ", which was compacted" : "";
            throw StoreException.failedTo(
                    "copy the " + what + " " + new TreeSet<>(missing) + " of workflow '" + source.id() + "'" + why
                            + ": they are not there",
                    null);
        }
    }
}
