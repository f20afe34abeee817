package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows by the statements that they are for, and large values. */
final class Batches {
    private final Map<Statements, List<@Nullable Object[]>> rows = new EnumMap<>(Statements.class);
    private final Blobs blobs = new Blobs();

    Blobs blobs() {
        return blobs;
    }

    /** Adds the parameters of a statement, which begin with the number of the workflow, unknown yet, and the step. */
    void add(Statements statement, @Nullable Object[] parameters) {
        rows.computeIfAbsent(statement, none -> new ArrayList<>()).add(parameters);
    }

    /** Adds what others have, which is all of one workflow. */
    void addAll(Batches others, long workflow) {
        others.rows.forEach((statement, more) -> {
            more.forEach(row -> row[0] = workflow);
            rows.computeIfAbsent(statement, none -> new ArrayList<>()).addAll(more);
        });
    }

    /** Executes them all. Each has to change a row: one that does not would change what never changes. */
    void write(Transaction transaction) throws SQLException {
        for (Map.Entry<Statements, List<@Nullable Object[]>> batch : rows.entrySet()) {
            int[] changed = transaction.session().batch(batch.getKey().sql(), batch.getValue());
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] == 0) {
                    @Nullable Object[] refused = batch.getValue().get(i);
                    throw StoreException.failedTo(
                            "change what has an outcome, at step '" + refused[1] + "' of workflow " + refused[0], null);
                }
            }
        }
    }
}
