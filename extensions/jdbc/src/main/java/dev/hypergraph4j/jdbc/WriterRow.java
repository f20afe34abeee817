package dev.hypergraph4j.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.UUID;

/**
 * The row in which a writer leaves the number of its last transaction, in that transaction. A transaction under way has the row locked, so that who asks
 * waits for its end.
 */
final class WriterRow implements Trace {
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

    /** The parameters of {@link #SET} for the transaction that has just begun. */
    private Object[] next() {
        number++;
        return new Object[] {number, System.currentTimeMillis(), id};
    }

    /**
     * Adds to a statement that it writes the number of the transaction that it is, if there is something of a part called {@code fence}. What is refused leaves
     * none: that would be taken for what it was refused to do, where the answer is lost.
     */
    void addNext(OneStatement statement) {
        statement.add("writer", SET + " AND EXISTS (SELECT 1 FROM fence)" + OneStatement.CHANGED, next());
        statement.mustChange("writer", 1);
    }

    /** Writes the number of the transaction that has just begun. */
    void next(Session session) throws SQLException {
        if (session.update(SET, next()) == 0) {
            throw missing();
        }
    }

    /** The same by a statement that begins as {@link #SET} and gives one row, of which one column is wanted. */
    long next(Session session, String sql, String column) throws SQLException {
        return session.first(sql, row -> row.number(column), next()).orElseThrow(WriterRow::missing);
    }

    /** Somebody has deleted the row, which a new connection puts back. */
    private static SQLException missing() {
        return new SQLTransientException("the row of a writer in hg_writer is gone");
    }

    @Override
    public boolean isThere(Session session, String forUpdate) throws SQLException {
        return session.first(NUMBER + forUpdate, row -> row.number("number"), id)
                .filter(last -> last == number)
                .isPresent();
    }
}
