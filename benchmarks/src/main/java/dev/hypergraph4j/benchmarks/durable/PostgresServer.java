package dev.hypergraph4j.benchmarks.durable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server as it comes, but with enough connections. */
public final class PostgresServer implements AutoCloseable {
    private static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final Processes processes;

    /**
     * A database of the server.
     *
     * @param url with a user, for who takes nothing but a URL
     */
    public record Database(String name, String url, String user, String password) {

        /** A number that a query gives. */
        public long number(String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url)) {
                return PostgresServer.number(connection, sql);
            }
        }

        /** Has each commit take so much longer, from the next connection on, as on a disk that is slower to flush. */
        void slowDown(Duration commits) throws SQLException {
            String alter = "ALTER DATABASE " + name + " SET ";
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute(alter + "commit_delay = " + TimeUnit.NANOSECONDS.toMicros(commits.toNanos()));
                statement.execute(alter + "commit_siblings = 0"); // Whether others are about to commit or not.
            }
        }

        /** How much it holds, in bytes. */
        public long size() throws SQLException {
            return number("SELECT pg_database_size(current_database())");
        }
    }

    private PostgresServer(EmbeddedPostgres server, Processes processes) {
        this.server = server;
        this.processes = processes;
    }

    /** Starts one, whose settings are those that PostgreSQL comes with: {@code fsync} and {@code synchronous_commit} are on. */
    public static PostgresServer start() throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                // The library has defaults of its own, for tests that shall be fast.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            // It is there as long as the connection is.
            return new PostgresServer(server, Processes.withParentOf(number(connection, "SELECT pg_backend_pid()")));
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            results.next();
            return results.getLong(1);
        }
    }

    /** A new database. */
    public Database database(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return new Database(name, server.getJdbcUrl(USER, name), USER, USER);
    }

    /** What the server and its processes have used of the processors, in nanoseconds. */
    public long cpuNanos() {
        return processes.cpuNanos();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
