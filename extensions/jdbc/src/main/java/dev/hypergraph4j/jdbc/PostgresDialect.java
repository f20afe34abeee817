package dev.hypergraph4j.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** PostgreSQL. Its own clock is the one that counts, since workers on several machines share it. */
final class PostgresDialect implements Dialect {
    private static final long SCHEMA_LOCK = 0x6879_7065_7267_7261L; // "hypergra"

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Serialization failed, deadlock, lock not had in time, too many connections, the server going down or coming up, and this process having stood still. */
    private static final Set<String> TRANSIENT =
            Set.of("40001", "40P01", LOCK_NOT_AVAILABLE, "53300", "57P01", "57P02", "57P03", "57P05", "25P03");

    /**
     * The classes of errors after which nobody knows what became of a commit: the connection was lost, the server ran out of something, was shut down, or broke
     * while it wrote. After all others the transaction has been taken back.
     */
    private static final Set<String> UNKNOWN_OUTCOME = Set.of("08", "53", "58", "F0", "XX");

    private static final String SHUT_DOWN = "57P";

    /** The time, called {@code millis}. */
    private static final String MILLIS = "(EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::BIGINT AS millis";

    /** Added to what is returned: this transaction does not wait for the disk. */
    static final String RELAXED = ", set_config('synchronous_commit', 'off', true)";

    /** A server may be set up not to wait for its disk. SYNC does all the same; whoever waits for more, such as for a copy, goes on doing so. */
    private static final String WAIT_FOR_DISK = """
            SELECT set_config('synchronous_commit',
              CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END,
              false)""" + Backend.OWN;

    /**
     * Who writes knows where, and is to look that up: as long as a table is new, the server would rather read all of it, and go on doing so when it has
     * grown. So it is of no use to plan anew for other values, which it would do for arrays shorter than it expects.
     */
    private static final String LOOK_UP = "SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan";

    private static final String RESET_LOOK_UP = "RESET enable_seqscan; RESET plan_cache_mode";

    /** Added to what is returned: what steps do in this transaction is done as everywhere else. */
    private static final String AS_EVERYWHERE =
            ", set_config('enable_seqscan', NULL, true), set_config('plan_cache_mode', NULL, true)";

    private static final String CONFLICT = "ON CONFLICT";
    private static final int FEWEST_MADE_ONE = 4;
    private static final int MOST_SENT_TOGETHER = 16;

    private final @Nullable LongSupplier clock;
    private final ManyAtOnce together = new ManyAtOnce();

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
        session.execute(LOOK_UP);
        session.list(WAIT_FOR_DISK, Backend::read).forEach(own -> own.ifPresent(session::belongsTo));
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
    }

    @Override
    public void closeWriter(Session session) {
        try {
            if (!session.connection().getAutoCommit()) {
                session.connection().rollback();
            }
            session.connection().setAutoCommit(true);
            session.execute("RESET lock_timeout");
            session.execute(RESET_LOOK_UP);
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
    public long begin(Session session, boolean sync, boolean isBulk, @Nullable WriterRow row) throws SQLException {
        String wanted = MILLIS + (sync ? "" : RELAXED) + (isBulk ? "" : AS_EVERYWHERE);
        long now = row == null
                ? session.first("SELECT " + wanted, found -> found.number("millis"))
                        .orElseThrow()
                : row.next(session, WriterRow.SET + " RETURNING " + wanted, "millis");
        return clock == null ? now : clock.getAsLong();
    }

    @Override
    public OptionalLong writeAtOnce(Session session, TransitionJob job, @Nullable WriterRow row) throws SQLException {
        return AtOnce.write(session, job, row, clock == null ? null : clock.getAsLong());
    }

    @Override
    public OptionalLong writeAtOnce(Session session, List<TransitionJob> jobs, WriterRow row) throws SQLException {
        return together.write(session, jobs, row, clock == null ? null : clock.getAsLong());
    }

    @Override
    public boolean hasArrays() {
        return true;
    }

    /**
     * An INSERT of many rows is one statement, which tells only how many rows it has changed in all. Of few rows it would take longer than one by one.
     */
    @Override
    public int[] batch(Session session, String sql, List<@Nullable Object[]> rows, boolean isBulk) throws SQLException {
        ManyRows many = new ManyRows(sql, rows);
        if (rows.size() < FEWEST_MADE_ONE || !ManyRows.canBeMadeOf(sql)) {
            return session.batch(sql, rows);
        }
        if (sql.contains(CONFLICT) && !(isBulk && many.areDifferent())) {
            return session.batch(sql, rows);
        }
        if (many.insert(session) != rows.size()) {
            throw new ApartException();
        }
        int[] changed = new int[rows.size()];
        Arrays.fill(changed, 1);
        return changed;
    }

    /** Few rows are sent at once, each with a statement of its own: to wait for each of them takes longer than what it does. */
    @Override
    public int[] batches(Session session, Map<String, List<@Nullable Object[]>> batches, boolean isBulk)
            throws SQLException {
        int rows = batches.values().stream().mapToInt(List::size).sum();
        if (rows == 0 || rows > MOST_SENT_TOGETHER) {
            return Dialect.super.batches(session, batches, isBulk);
        }
        StringJoiner sql = new StringJoiner(";");
        List<@Nullable Object> parameters = new ArrayList<>();
        batches.forEach((statement, all) -> all.forEach(row -> {
            sql.add(statement);
            parameters.addAll(Arrays.asList(row));
        }));
        return session.updates(sql.toString(), parameters.toArray());
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
    public boolean locksRows() {
        return true;
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

    /** Whether the server has said that it did not do what it was told to, so that nothing of it remains. */
    static boolean isRefusal(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && state.length() == 5
                && !state.startsWith(SHUT_DOWN)
                && !UNKNOWN_OUTCOME.contains(state.substring(0, 2));
    }

    @Override
    public boolean mayHaveCommitted(SQLException failure) {
        return !isRefusal(failure);
    }

    @Override
    public boolean isLocked(SQLException failure) {
        return LOCK_NOT_AVAILABLE.equals(failure.getSQLState());
    }

    @Override
    public long clock(Session session) throws SQLException {
        if (clock != null) {
            return clock.getAsLong();
        }
        return session.first("SELECT " + MILLIS, row -> row.number("millis")).orElseThrow();
    }
}
