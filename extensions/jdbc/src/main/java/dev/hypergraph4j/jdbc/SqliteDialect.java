package dev.hypergraph4j.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite in WAL mode. The driver stays in autocommit, and transactions are begun and ended by statements: a writer takes the lock at the beginning
 * ({@code BEGIN IMMEDIATE}), so that it never finds in the middle that somebody was faster. Its clock is that of this process.
 */
final class SqliteDialect implements Dialect {
    private static final int PRIMARY = 0xFF; // An extended code has the primary one in its lowest byte.
    private static final Set<SQLiteErrorCode> TRANSIENT = Set.of(
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_LOCKED,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_PROTOCOL,
            SQLiteErrorCode.SQLITE_CANTOPEN);

    private final LongSupplier clock;

    SqliteDialect(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public boolean isInProcess() {
        return true;
    }

    @Override
    public void openWriter(Session session) throws SQLException {
        openReader(session); // To wait comes first: another process may be opening the file, too.
        session.execute("PRAGMA journal_mode = WAL");
        session.execute("PRAGMA foreign_keys = ON");
        // Pages that change again and again are written into the file once in a while only.
        session.execute("PRAGMA wal_autocheckpoint = 4000");
    }

    @Override
    public void closeWriter(Session session) {
        session.close();
    }

    @Override
    public void openReader(Session session) throws SQLException {
        session.execute("PRAGMA busy_timeout = 5000");
    }

    @Override
    public void begin(Session session, boolean sync) throws SQLException {
        // Costs no access to the file. It can't be set inside a transaction.
        session.set(sync ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        session.update("BEGIN IMMEDIATE");
    }

    @Override
    public long begin(Session session, boolean sync, boolean isBulk, @Nullable WriterRow row) throws SQLException {
        begin(session, sync);
        if (row != null) {
            row.next(session);
        }
        return clock(session);
    }

    @Override
    public void beginSnapshot(Session session) throws SQLException {
        session.update("BEGIN");
    }

    @Override
    public void endSnapshot(Session session) throws SQLException {
        session.update("COMMIT");
    }

    @Override
    public void commit(Session session) throws SQLException {
        session.update("COMMIT");
    }

    @Override
    public void rollback(Session session) throws SQLException {
        session.update("ROLLBACK");
    }

    @Override
    public void lockSchema(Session session) {
        // The transaction has the lock on the file.
    }

    @Override
    public boolean hasTable(Session session, String table) throws SQLException {
        return session.first(
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?",
                        row -> row.text("name"),
                        table)
                .isPresent();
    }

    @Override
    public String forUpdate() {
        return "";
    }

    @Override
    public String forUpdateUnlessLocked() {
        return "";
    }

    @Override
    public boolean isTransient(SQLException failure) {
        return failure instanceof SQLiteException lite
                && TRANSIENT.contains(SQLiteErrorCode.getErrorCode(lite.getResultCode().code & PRIMARY));
    }

    @Override
    public void tellsGeneratedKeys(Connection connection, boolean wanted) throws SQLException {
        connection.unwrap(SQLiteConnection.class).getConnectionConfig().setGetGeneratedKeys(wanted);
    }

    @Override
    public long clock(Session session) {
        return clock.getAsLong();
    }
}
