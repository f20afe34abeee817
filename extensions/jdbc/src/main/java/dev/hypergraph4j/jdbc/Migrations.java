package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings the schema to the version that this program knows: numbered files in {@code schema}, one for all databases or one each, every one in a
 * transaction with the note that it was done. Files that were released never change.
 */
final class Migrations {
    /** The number of the last file. */
    static final int LATEST = 5;

    private static final String VERSIONS = "hg_schema_version";

    private static final String CREATE =
            "CREATE TABLE IF NOT EXISTS hg_schema_version (version INTEGER NOT NULL PRIMARY KEY, at BIGINT NOT NULL)";

    private static final String VERSION = "SELECT MAX(version) AS version FROM hg_schema_version";
    private static final String DONE = "INSERT INTO hg_schema_version (version, at) VALUES (?, ?)";

    private final Database database;

    Migrations(Database database) {
        this.database = database;
    }

    /**
     * Sees to it that there is a store.
     *
     * @throws NoStoreException if there is none; nothing was written
     */
    void requireStore() throws SQLException {
        // A reader's connection: to set one up for the writer may change the file already.
        try (Session session = database.openReader()) {
            if (!database.dialect().hasTable(session, VERSIONS)) {
                throw NoStoreException.noTable(VERSIONS);
            }
        }
    }

    /** Does what is to be done; nothing, where nothing is. */
    void run() throws SQLException {
        Session session = database.openWriter();
        try {
            int version = inTransaction(session, () -> version(session));
            while (version < LATEST) {
                // Another process may be faster: the lock comes first, then the look.
                version = inTransaction(session, () -> {
                    int next = version(session) + 1;
                    if (next <= LATEST) {
                        apply(session, next);
                    }
                    return next;
                });
            }
        } finally {
            database.dialect().closeWriter(session);
        }
    }

    private int version(Session session) throws SQLException {
        database.dialect().lockSchema(session);
        if (!database.dialect().hasTable(session, VERSIONS)) {
            session.execute(CREATE);
        }
        int version = session.first(VERSION, row -> row.small("version")).orElse(0);
        if (version > LATEST) {
            throw StoreException.failedTo(
                    "be used: its schema has version " + version + ", and this program knows " + LATEST
                            + " and older ones; update hypergraph4j-jdbc",
                    null);
        }
        return version;
    }

    private void apply(Session session, int version) throws SQLException {
        for (String statement : statements(version)) {
            session.execute(statement);
        }
        session.update(DONE, version, System.currentTimeMillis());
    }

    private List<String> statements(int version) {
        String number = String.format("%04d", version);
        String script = resource(number + ".sql")
                .or(() -> resource(number + "." + database.dialect().name() + ".sql"))
                .orElseThrow(() -> StoreException.failedTo("find its schema " + number, null));
        // No statement of ours has a semicolon at the end of a line inside of it.
        return Stream.of(script.split(";\\s*(\n|$)"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static Optional<String> resource(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream("schema/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw StoreException.failedTo("read its schema " + name, broken);
        }
    }

    @FunctionalInterface
    private interface Work {
        int run() throws SQLException;
    }

    private int inTransaction(Session session, Work work) throws SQLException {
        database.dialect().begin(session, true);
        try {
            int result = work.run();
            database.dialect().commit(session);
            return result;
        } catch (SQLException | RuntimeException | Error failure) {
            try {
                database.dialect().rollback(session);
            } catch (SQLException worse) {
                failure.addSuppressed(worse);
            }
            throw failure;
        }
    }
}
