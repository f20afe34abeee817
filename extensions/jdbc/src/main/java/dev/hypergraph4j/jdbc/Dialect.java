package dev.hypergraph4j.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What differs between the databases. The SQL that does not is with the concepts that it is about. */
interface Dialect {

    /** As in the names of the files with its schema. */
    String name();

    /** Whether the database works on the thread of who uses it, whose time is what counts then. */
    default boolean isInProcess() {
        return false;
    }

    /** Sets a new connection up for the writer. */
    void openWriter(Session session) throws SQLException;

    /** Closes a writer's connection, without what {@link #openWriter} did to it: it may go back to a pool. What was not committed is taken back. */
    void closeWriter(Session session);

    /** Sets a new connection up for readers. */
    void openReader(Session session) throws SQLException;

    /**
     * Begins the transaction of a writer.
     *
     * @param sync whether it is to be on disk when it is committed
     */
    void begin(Session session, boolean sync) throws SQLException;

    /**
     * Begins the transaction of a writer.
     *
     * @param isBulk whether much may be written in it, by the store's own statements and no others
     * @param row where it leaves its number; {@code null} if it leaves another trace
     * @return the time, by the clock that leases are measured by, in milliseconds since 1970
     */
    long begin(Session session, boolean sync, boolean isBulk, @Nullable WriterRow row) throws SQLException;

    /**
     * Writes a transition in a transaction that is one statement.
     *
     * @param row where the writer leaves its number; {@code null} if the transition leaves another trace
     * @return the time, as {@link #begin(Session, boolean, boolean, WriterRow)} gives it; empty if nothing was written and the transition has to be
     *     written as others are
     * @throws CommitException if it may be written, or not
     */
    default OptionalLong writeAtOnce(Session session, TransitionJob job, @Nullable WriterRow row) throws SQLException {
        return OptionalLong.empty();
    }

    /** The same with several transitions: all of them are written, or none. */
    default OptionalLong writeAtOnce(Session session, List<TransitionJob> jobs, WriterRow row) throws SQLException {
        return OptionalLong.empty();
    }

    /** Sets whether inserted rows tell the keys that were generated for them, as statements of others than this store may want, for drivers where that takes time. */
    default void tellsGeneratedKeys(Connection connection, boolean wanted) throws SQLException {}

    /** Whether a statement that is given arrays of values changes the rows of all of them, in a transaction in which much is written. */
    default boolean hasArrays() {
        return false;
    }

    /**
     * Executes a statement once for each of the rows, and tells how many rows of the database each of them has changed.
     *
     * @param isBulk as in {@link #begin(Session, boolean, boolean, WriterRow)}; where this throws an {@link ApartException}, those who want rows
     *     written are written apart
     */
    default int[] batch(Session session, String sql, List<@Nullable Object[]> rows, boolean isBulk)
            throws SQLException {
        return session.batch(sql, rows);
    }

    /** The same with several statements, one after the other, by their texts. */
    default int[] batches(Session session, Map<String, List<@Nullable Object[]>> batches, boolean isBulk)
            throws SQLException {
        IntStream.Builder changed = IntStream.builder();
        for (Map.Entry<String, List<@Nullable Object[]>> each : batches.entrySet()) {
            for (int count : batch(session, each.getKey(), each.getValue(), isBulk)) {
                changed.add(count);
            }
        }
        return changed.build().toArray();
    }

    /** Begins a transaction that sees the database as it is at one moment. */
    void beginSnapshot(Session session) throws SQLException;

    /** Ends what {@link #beginSnapshot} began. */
    void endSnapshot(Session session) throws SQLException;

    void commit(Session session) throws SQLException;

    void rollback(Session session) throws SQLException;

    /** Keeps two programs from migrating at once, until the transaction ends. */
    void lockSchema(Session session) throws SQLException;

    /** Whether there is a table of this name. */
    boolean hasTable(Session session, String table) throws SQLException;

    /** Whether several transactions may write at once, each of which locks rows: then leases are renewed while others write. */
    default boolean locksRows() {
        return false;
    }

    /** What is put behind a query so that nobody else changes its rows until the transaction ends. */
    String forUpdate();

    /** The same, but leaves out rows that somebody else is changing, instead of waiting for him. */
    String forUpdateUnlessLocked();

    /** Whether the same again may succeed in a moment. */
    boolean isTransient(SQLException failure);

    /** Whether a transaction may be in the database though its commit failed. */
    default boolean mayHaveCommitted(SQLException failure) {
        return true;
    }

    /** Whether what was to be changed is locked by somebody else, and has been for long; what others change may not be. */
    default boolean isLocked(SQLException failure) {
        return false;
    }

    /** The clock by which leases are measured, in milliseconds since 1970. */
    long clock(Session session) throws SQLException;
}
