package dev.hypergraph4j.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A statement of PostgreSQL that consists of several, and is a transaction by itself. */
final class OneStatement {
    /** The server's time, which stands still while it executes a statement. */
    private static final String MILLIS = "(EXTRACT(EPOCH FROM statement_timestamp()) * 1000)::BIGINT";

    private final @Nullable Long now;
    private final StringJoiner parts = new StringJoiner(",\n", "WITH ", "\n");
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /**
     * One that does nothing yet.
     *
     * @param now the time; {@code null} if it is for the server to say
     */
    OneStatement(@Nullable Long now) {
        this.now = now;
    }

    /** Adds a statement, whose rows those that come later know by a name. */
    void add(String name, String sql, @Nullable Object... values) {
        parts.add(name + " AS (" + filledIn(sql, values) + ")");
    }

    /**
     * Adds a statement that inserts rows.
     *
     * @param first what their first column gets, of {@code table}
     */
    void addRows(String name, String sql, List<@Nullable Object[]> rows, String first, String table) {
        parts.add(name + " AS (" + new ManyRows(sql, rows).statement(first, table, parameters) + ")");
    }

    /** Executes it; gives the first row of a query at its end, if there is one. */
    <T> Optional<T> execute(Session session, String query, Session.Reader<T> reader) throws SQLException {
        return session.first(parts + query, reader, parameters.toArray());
    }

    /** The statement, whose parameters are added to those of the others; where it is for the server to say what the time is, that takes their place. */
    private String filledIn(String sql, @Nullable Object[] values) {
        StringBuilder filled = new StringBuilder();
        int end = 0;
        for (Object value : values) {
            int place = sql.indexOf('?', end);
            filled.append(sql, end, place).append(filledIn(value));
            end = place + 1;
        }
        return filled.append(sql, end, sql.length()).toString();
    }

    private String filledIn(@Nullable Object value) {
        if (value instanceof FromNow time) {
            if (now == null) {
                return MILLIS + " + " + time.millis();
            }
            parameters.add(now + time.millis());
        } else {
            parameters.add(value);
        }
        return "?";
    }
}
