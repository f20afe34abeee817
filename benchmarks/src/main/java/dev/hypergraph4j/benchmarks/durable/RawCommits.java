package dev.hypergraph4j.benchmarks.durable;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** The least that durability costs: a row with a value is inserted and committed, on one connection. For one thread at a time. */
public final class RawCommits implements Contestant {
    static final String VALUE = "{\"name\":\"the tally of a chain\",\"count\":0}";

    private final Connection connection;
    private final PreparedStatement insert;

    private RawCommits(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS raw (id VARCHAR(40) PRIMARY KEY, value TEXT NOT NULL)");
        }
        this.insert = connection.prepareStatement("INSERT INTO raw VALUES (?, ?)");
    }

    /** On SQLite, set to what makes a commit outlast a power cut. */
    public static RawCommits sqlite(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
        }
        return new RawCommits(connection);
    }

    /** On PostgreSQL, as it is set. */
    public static RawCommits postgres(String url) throws SQLException {
        return new RawCommits(DriverManager.getConnection(url));
    }

    @Override
    public int run() throws SQLException {
        insert.setString(1, UUID.randomUUID().toString());
        insert.setString(2, VALUE);
        return insert.executeUpdate(); // The driver commits.
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
