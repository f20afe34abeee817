package dev.hypergraph4j.benchmarks.durable;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The least that the steps of a workflow cost whose worker has to have a lease: for each transition one row, inserted if the lease is as it should be, and
 * committed. Of what a store is asked for nothing is kept beside it, and nobody works between two commits. On PostgreSQL; for one thread at a time.
 */
public final class LeasedRows implements Contestant {
    /** Each step begins where the one before it ends; the last one ends alone. */
    private static final int TRANSITIONS = Chain.STEPS + 1;

    private static final String INSERT = """
            INSERT INTO transition SELECT n, ?::bigint, ?::bigint, ?::text FROM workflow WHERE id = 'the one' AND epoch = 1""";

    private final Connection connection;
    private final PreparedStatement insert;
    private long chain = System.nanoTime(); // Greater than that of the last time, whose rows are still there.

    /** Opens it on a database, as that is set. */
    public LeasedRows(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS workflow (n BIGINT, id TEXT PRIMARY KEY, epoch BIGINT NOT NULL)");
            statement.execute("INSERT INTO workflow VALUES (1, 'the one', 1) ON CONFLICT DO NOTHING");
            statement.execute("CREATE TABLE IF NOT EXISTS transition (workflow BIGINT, chain BIGINT, number BIGINT,"
                    + " value TEXT NOT NULL, PRIMARY KEY (workflow, chain, number))");
        }
        insert = connection.prepareStatement(INSERT);
    }

    @Override
    public int run() throws SQLException {
        chain++;
        for (int number = 0; number < TRANSITIONS; number++) {
            insert.setLong(1, chain);
            insert.setLong(2, number);
            insert.setString(3, RawCommits.VALUE);
            if (insert.executeUpdate() != 1) { // The driver commits.
                throw new IllegalStateException("the lease is not as it should be");
            }
        }
        return Chain.STEPS;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
