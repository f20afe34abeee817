package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * The row in which a writer leaves the number of its last transaction, in that transaction: by it alone it is certain whether a commit went
 * through. A transaction under way has the row locked, so that who asks waits for its end, even if its connection is gone.
 */
final class WriterRow {
    private static final String ENSURE =
            "INSERT INTO hg_writer (id, number, at) VALUES (?, 0, ?) ON CONFLICT DO NOTHING";

    /** Sets the number and the time of a writer by its id. */
    static final String SET = "UPDATE hg_writer SET number = ?, at = ? WHERE id = ?";

    private static final String NUMBER = "SELECT number FROM hg_writer WHERE id = ?";

    private final String id = UUID.randomUUID().toString();
    private long number;

    /** Sees to it that there is the row. */
    void ensure(Session session) throws SQLException {
        session.update(ENSURE, id, System.currentTimeMillis());
    }

    /** Writes the number of the transaction that has just begun. */
    void next(Session session) throws SQLException {
        number++;
        if (session.update(SET, number, System.currentTimeMillis(), id) == 0) {
            throw missing();
        }
    }

    /** The same by a statement that begins as {@link #SET} and gives one row, of which one column is wanted. */
    long next(Session session, String sql, String column) throws SQLException {
        number++;
        return session.first(sql, row -> row.number(column), number, System.currentTimeMillis(), id)
                .orElseThrow(WriterRow::missing);
    }

    /** The same by a statement that takes the parameters of {@link #SET} among its own. */
    List<Object> next() {
        number++;
        return List.of(number, System.currentTimeMillis(), id);
    }

    static StoreException missing() {
        return StoreException.failedTo("find its row in hg_writer, which somebody has deleted", null);
    }

    /** Whether the last transaction that {@link #next} was called for is in the database. */
    boolean isThere(Session session, String forUpdate) throws SQLException {
        return session.first(NUMBER + forUpdate, row -> row.number("number"), id)
                .filter(last -> last == number)
                .isPresent();
    }
}
