package dev.hypergraph4j.jdbc;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A statement of PostgreSQL that consists of several, and is a transaction by itself. */
final class OneStatement {
    /** What it gives of those of its parts that have to change rows. */
    static final String CHANGED = " RETURNING 1";

    /** The server's time, which stands still while it executes a statement. */
    private static final String MILLIS = "(EXTRACT(EPOCH FROM statement_timestamp()) * 1000)::BIGINT";

    private static final String DIVISION_BY_ZERO = "22012";

    private final Session session;
    private final @Nullable Long now;
    private final StringJoiner parts = new StringJoiner(",\n", "WITH ", "\n");
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /** What has to change rows; if all of it changes fewer than it should, nothing may remain of what the others did. */
    private final List<String> changing = new ArrayList<>();

    private long changes;

    /**
     * One that does nothing yet.
     *
     * @param now the time; {@code null} if it is for the server to say
     */
    OneStatement(Session session, @Nullable Long now) {
        this.session = session;
        this.now = now;
    }

    /** Adds a statement, whose rows those that come later know by a name. */
    void add(String name, String sql, @Nullable Object... values) {
        add(name, filledIn(sql, values));
    }

    private void add(String name, String sql) {
        parts.add(name + " AS (" + sql + ")");
    }

    /**
     * Adds a statement that inserts rows.
     *
     * @param first what their first column gets, of {@code table}
     */
    void addRows(String name, String sql, List<@Nullable Object[]> rows, String first, String table) {
        add(name, new ManyRows(sql, rows).statement(first, table, parameters));
    }

    /**
     * Adds an INSERT or UPDATE of one row as one of many.
     *
     * @param tables where it is from, besides the rows, and behind these
     * @param first what the first column of an INSERT gets; empty if that is in the rows
     */
    void addMany(String name, String sql, List<@Nullable Object[]> rows, String tables, String first)
            throws SQLException {
        Columns columns = new Columns(rows.stream().map(this::timed).toList());
        parameters.addAll(columns.arrays(session));
        IntFunction<String> value = column -> {
            if (column == 0 && !first.isEmpty()) {
                return first;
            }
            boolean isTime = now == null && rows.get(0)[column] instanceof FromNow;
            return isTime ? MILLIS + " + " + columns.value(column) : columns.value(column);
        };
        add(name, many(sql, value, columns.table() + tables));
    }

    private static String many(String sql, IntFunction<String> value, String tables) {
        if (ManyRows.canBeMadeOf(sql)) {
            return ManyRows.selecting(sql, value, tables);
        }
        String filled = ManyRows.filledIn(sql, value);
        int where = filled.indexOf("WHERE ");
        return filled.substring(0, where) + "FROM " + tables + " " + filled.substring(where);
    }

    /** Has the statement fail as a whole, unless a part of it that gives what it has changed gives so many rows. */
    void mustChange(String name, int rows) {
        changing.add(name);
        changes += rows;
    }

    /**
     * Executes it, and gives the time. Empty if there is no row, or if what must change has not changed: then nothing remains of it.
     *
     * @param from gives a row if it is as it should be
     * @param time the time, of that row
     * @param isSync whether it is to be on disk then
     * @throws CommitException if it may be written, or not
     */
    OptionalLong commit(String time, String from, boolean isSync) throws SQLException {
        String query = "SELECT " + time + " AS millis" + (isSync ? "" : PostgresDialect.RELAXED) + complete() + from;
        session.connection().setAutoCommit(true);
        try {
            OptionalLong committed = execute(query);
            session.connection().setAutoCommit(false);
            return committed;
        } catch (SQLException failure) {
            throw PostgresDialect.isRefusal(failure) ? failure : new CommitException(failure);
        } catch (RuntimeException | Error broken) {
            // Whatever it is: the server has not said that it refuses.
            throw CommitException.of(broken);
        }
    }

    /** The time, as a query's value. */
    String time() {
        return filledIn("?", new Object[] {FromNow.NOW});
    }

    private OptionalLong execute(String query) throws SQLException {
        try {
            return session.first(parts + query, row -> OptionalLong.of(row.number("millis")), parameters.toArray())
                    .orElse(OptionalLong.empty());
        } catch (SQLException failure) {
            if (DIVISION_BY_ZERO.equals(failure.getSQLState())) {
                return OptionalLong.empty();
            }
            throw failure;
        }
    }

    private String complete() {
        if (changing.isEmpty()) {
            return "";
        }
        parameters.add(changes);
        return ", 1 / (CASE WHEN "
                + changing.stream()
                        .map(each -> "(SELECT COUNT(*) FROM " + each + ")")
                        .collect(joining(" + "))
                + " = ? THEN 1 ELSE 0 END) AS complete";
    }

    /** The statement, whose parameters are added to those of the others; where it is for the server to say what the time is, that takes their place. */
    private String filledIn(String sql, @Nullable Object[] values) {
        return ManyRows.filledIn(sql, place -> filledIn(values[place]));
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

    /** A row with numbers in the place of times: the times themselves where they are known, else how long from now. */
    private @Nullable Object[] timed(@Nullable Object[] row) {
        @Nullable Object[] timed = row.clone();
        for (int column = 0; column < row.length; column++) {
            if (row[column] instanceof FromNow time) {
                timed[column] = (now == null ? 0 : now) + time.millis();
            }
        }
        return timed;
    }
}
