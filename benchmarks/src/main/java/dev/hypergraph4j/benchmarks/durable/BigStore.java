package dev.hypergraph4j.benchmarks.durable;

import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.Answers;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A SQLite store with many finished workflows of ten steps, and a few that wait for an answer. */
public final class BigStore {
    private static final int CHAINS = 100;
    private static final List<String> TABLES =
            List.of("hg_workflow", "hg_value", "hg_step", "hg_attempt", "hg_journal");

    private final Path file;

    private BigStore(Path file) {
        this.file = file;
    }

    /**
     * Fills a store: a hundred workflows are run, and copied in the database with other ids as often as it takes.
     *
     * @param steps how many steps it has then
     * @param waiting how many workflows wait
     */
    public static BigStore fill(Path file, int steps, int waiting) throws Exception {
        BigStore store = new BigStore(file);
        try (Contestant chains = new ChainRuns(JdbcCheckpointer.sqlite(file), Durability.RELAXED)) {
            Drive.repeat(chains, 8, CHAINS);
        }
        store.multiply(steps / (CHAINS * Chain.STEPS));
        for (int i = 0; i < waiting; i++) {
            store.expect(RunStatus.PAUSED, "waiting-" + i, RunOptions.defaults());
        }
        return store;
    }

    /** Opens the store, has a workflow that waits go on to its end, and closes it; gives how many nanoseconds that took. */
    public long resume(int waiting) {
        long start = System.nanoTime();
        expect(RunStatus.COMPLETED, "waiting-" + waiting, RunOptions.defaults().answers(Answers.of("approve", true)));
        return System.nanoTime() - start;
    }

    private void expect(RunStatus expected, String id, RunOptions options) {
        try (JdbcCheckpointer store = JdbcCheckpointer.sqlite(file)) {
            ApprovalGraph graph = ApprovalGraph.create()
                    .with(SyncRunner.builder().checkpointer(store).build());
            RunResult<ApprovalOutputs> result = graph.run(ApprovalInputs.of(Tally.start()), options.withRunId(id));
            if (result.status() != expected) {
                throw new IllegalStateException(id + " is " + result.status());
            }
        }
    }

    private void multiply(int times) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                copy(connection, table, times - 1);
            }
            connection.commit();
        }
    }

    /** Copies all rows of a table; what they are numbered by goes on behind the last number. */
    private static void copy(Connection connection, String table, int times) throws SQLException {
        List<String> columns = columns(connection, table);
        List<String> values = columns.stream()
                .map(column -> switch (column) {
                    case "id" -> "id || '-' || k";
                    case "n" -> "n + k * (SELECT MAX(n) FROM " + table + ")";
                    case "workflow" -> "workflow + k * " + CHAINS;
                    default -> column;
                })
                .toList();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("WITH RECURSIVE copies(k) AS (SELECT 1 WHERE " + times
                    + " > 0 UNION ALL SELECT k + 1 FROM copies WHERE k < " + times + ") INSERT INTO " + table + " ("
                    + String.join(", ", columns) + ") SELECT " + String.join(", ", values) + " FROM " + table
                    + ", copies");
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        List<String> columns = new ArrayList<>();
        try (ResultSet found = metadata.getColumns(null, null, table, "%")) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
        }
        return columns;
    }
}
