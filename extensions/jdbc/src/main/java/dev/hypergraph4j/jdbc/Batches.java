package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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

    /** The rows, in the order in which their statements are executed. */
    Map<Statements, List<@Nullable Object[]>> rows() {
        return rows;
    }

    /** Adds the parameters of a statement, which begin with the number of the workflow, unknown yet, and the step. */
    void add(Statements statement, @Nullable Object[] parameters) {
        rows.computeIfAbsent(statement, none -> new ArrayList<>()).add(parameters);
    }

    /** Adds rows of one workflow. */
    void addAll(Statements statement, List<@Nullable Object[]> more, long workflow) {
        more.forEach(row -> {
            row[0] = workflow;
            add(statement, row);
        });
    }

    /**
     * Adds what others have, which is all of one transition.
     *
     * @param lines how many lines the workflow has before those of the transition
     */
    void addAll(Batches others, long workflow, long lines) {
        others.rows.forEach((statement, more) -> {
            if (statement.putsStep()) {
                more.forEach(row -> Steps.place(row, lines));
            }
            addAll(statement, more, workflow);
        });
    }

    /** Executes them all. Each that need not find anything has to change a row: one that does not would change what never changes. */
    void write(Transaction transaction) throws SQLException {
        Map<String, List<@Nullable Object[]>> batches = new LinkedHashMap<>();
        rows.forEach((statement, parameters) -> batches.put(statement.sql(), parameters));
        int[] changed = transaction.batches(batches);
        int place = 0;
        for (Map.Entry<Statements, List<@Nullable Object[]>> batch : rows.entrySet()) {
            for (@Nullable Object[] row : batch.getValue()) {
                if (changed[place++] == 0 && !batch.getKey().mayChangeNothing()) {
                    throw StoreException.failedTo(
                            "change what has an outcome, begin again what has begun, or go back to an earlier attempt, at step '"
                                    + row[1] + "' of workflow " + row[0],
                            null);
                }
            }
        }
    }
}
