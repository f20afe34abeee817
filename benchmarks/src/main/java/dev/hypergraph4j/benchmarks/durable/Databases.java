package dev.hypergraph4j.benchmarks.durable;

import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.durable.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The databases that contestants write to: files in a folder, and databases of one server, each of them for one contestant. */
public final class Databases implements AutoCloseable {
    private final Path folder;
    private final PostgresServer server;
    private final Map<String, PostgresServer.Database> onServer = new HashMap<>();

    /** Databases in files of {@code folder} and on {@code server}, which is closed with this. */
    public Databases(Path folder, PostgresServer server) {
        this.folder = folder;
        this.server = server;
    }

    /** A SQLite file, which is there as soon as somebody opens it. */
    public Path file(String name) {
        return folder.resolve(name + ".db");
    }

    /** A database of the server, which is made when it is asked for first. */
    public PostgresServer.Database onServer(String name) throws SQLException {
        PostgresServer.Database found = onServer.get(name);
        if (found == null) {
            found = server.database(name);
            onServer.put(name, found);
        }
        return found;
    }

    /** The same, where each commit takes so much longer. */
    public PostgresServer.Database onSlowServer(String name, Duration commits) throws SQLException {
        PostgresServer.Database database = onServer(name);
        database.slowDown(commits);
        return database;
    }

    /** The server. */
    public PostgresServer server() {
        return server;
    }

    /** Runs of the chain on SQLite. */
    public Contestant chainsInFile(String name, Durability durability) {
        return new ChainRuns(JdbcCheckpointer.sqlite(file(name)), durability);
    }

    /** Runs of the chain on PostgreSQL. */
    public Contestant chainsOnServer(String name, Durability durability) throws SQLException {
        return chainsIn(onServer(name), durability);
    }

    /** Runs of the chain in a database of a server. */
    public static Contestant chainsIn(PostgresServer.Database database, Durability durability) {
        return new ChainRuns(
                JdbcCheckpointer.postgres(database.url(), database.user(), database.password()), durability);
    }

    /** A number that a query gives, of a file. */
    public long number(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            results.next();
            return results.getLong(1);
        }
    }

    /** How much a file holds, in bytes, when all is in it that was committed. */
    public long size(Path file) throws SQLException, IOException {
        long pages = number(file, "PRAGMA page_count");
        return pages * number(file, "PRAGMA page_size");
    }

    /** Stops the server. */
    @Override
    public void close() throws IOException {
        server.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
