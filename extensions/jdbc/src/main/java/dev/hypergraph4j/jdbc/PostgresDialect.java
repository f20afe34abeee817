package dev.hypergraph4j.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** PostgreSQL. Its own clock is the one that counts, since workers on several machines share it. */
final class PostgresDialect implements Dialect {
    private static final long SCHEMA_LOCK = 0x6879_7065_7267_7261L; // "hypergra"

    /** Serialization failed, deadlock, lock not had in time, too many connections, the server going down or coming up, and this process having stood still. */
    private static final Set<String> TRANSIENT =
            Set.of("40001", "40P01", "55P03", "53300", "57P01", "57P02", "57P03", "57P05", "25P03");

    private static final String MILLIS = "(EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::BIGINT AS millis";
    /** A server may be set up not to wait for its disk. SYNC does all the same; whoever waits for more, such as for a copy, goes on doing so. */
    private static final String WAIT_FOR_DISK = """
            SELECT set_config('synchronous_commit',
              CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END,
              false)""";

    private static final String BEGIN = WriterRow.SET + " RETURNING " + MILLIS;
    private static final String BEGIN_RELAXED = BEGIN + ", set_config('synchronous_commit', 'off', true)";

    private final @Nullable LongSupplier clock;

    /** PostgreSQL, on its own clock unless {@code clock} is one. */
    PostgresDialect(@Nullable LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public void openWriter(Session session) throws SQLException {
        Connection connection = session.connection();
        connection.setAutoCommit(true);
        // A writer that hangs in another process must not make this one hang without a word.
        session.execute("SET lock_timeout = '5s'");
        // Nor may this one, where it stands still in the middle of a transaction, keep locks for as long as it does.
        session.execute("SET idle_in_transaction_session_timeout = '10s'");
        session.execute(WAIT_FOR_DISK);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
    }

    @Override
    public void closeWriter(Session session) {
        try {
            session.connection().rollback();
            session.connection().setAutoCommit(true);
            session.execute("RESET lock_timeout");
            session.execute("RESET synchronous_commit");
            session.execute("RESET idle_in_transaction_session_timeout");
        } catch (SQLException broken) {
            // A pool does not take it back then.
        }
        session.close();
    }

    @Override
    public void openReader(Session session) throws SQLException {
        session.connection().setAutoCommit(true);
    }

    @Override
    public void begin(Session session, boolean sync) throws SQLException {
        // The driver begins with the first statement.
        if (!sync) {
            session.update("SET LOCAL synchronous_commit = off");
        }
    }

    /** In one statement: each one is a way to the server and back. */
    @Override
    public long begin(Session session, boolean sync, WriterRow row) throws SQLException {
        long now = row.next(session, sync ? BEGIN : BEGIN_RELAXED, "millis");
        return clock == null ? now : clock.getAsLong();
    }

    @Override
    public void beginSnapshot(Session session) throws SQLException {
        session.connection().setAutoCommit(false);
        session.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }

    @Override
    public void endSnapshot(Session session) throws SQLException {
        session.connection().rollback();
        session.connection().setAutoCommit(true);
    }

    @Override
    public void commit(Session session) throws SQLException {
        session.connection().commit();
    }

    @Override
    public void rollback(Session session) throws SQLException {
        session.connection().rollback();
    }

    @Override
    public void lockSchema(Session session) throws SQLException {
        session.list("SELECT pg_advisory_xact_lock(?) IS NULL AS locked", row -> true, SCHEMA_LOCK);
    }

    @Override
    public boolean hasTable(Session session, String table) throws SQLException {
        return session.first("SELECT to_regclass(?) IS NOT NULL AS found", row -> row.text("found"), table)
                .filter(found -> found.startsWith("t"))
                .isPresent();
    }

    @Override
    public String forUpdate() {
        return " FOR UPDATE";
    }

    @Override
    public String forUpdateUnlessLocked() {
        return " FOR UPDATE SKIP LOCKED";
    }

    @Override
    public boolean isTransient(SQLException failure) {
        return failure.getSQLState() != null && TRANSIENT.contains(failure.getSQLState());
    }

    @Override
    public long clock(Session session) throws SQLException {
        if (clock != null) {
            return clock.getAsLong();
        }
        return session.first("SELECT " + MILLIS, row -> row.number("millis")).orElseThrow();
    }
}
