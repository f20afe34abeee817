package dev.hypergraph4j.jdbc;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of one row, made into one of many rows. A server that is told to execute a statement for each row spends most of the time on beginning and
 * ending it.
 */
final class ManyRows {
    private static final String VALUES = "VALUES (";

    private final String sql;
    private final List<@Nullable Object[]> rows;

    /** Of a statement that inserts {@code VALUES (...)}, and the parameters for each row. */
    ManyRows(String sql, List<@Nullable Object[]> rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** Whether a statement is an INSERT of one row. */
    static boolean canBeMadeOf(String sql) {
        return sql.startsWith("INSERT ") && sql.contains(VALUES);
    }

    /** Whether no two rows begin with the same values: a statement that updates what is there must not do so twice. */
    boolean areDifferent() {
        return rows.stream()
                        .map(row -> Arrays.asList(row[0], row[1]))
                        .distinct()
                        .count()
                == rows.size();
    }

    /** Inserts them all, once; gives how many rows that made or changed. Their values are sent as an array for each column. */
    int insert(Session session) throws SQLException {
        Columns columns = new Columns(rows);
        return session.update(
                selecting(sql, columns::value, columns.table()),
                columns.arrays(session).toArray());
    }

    /**
     * A statement that inserts them all, each value of which is a parameter. Takes longer than arrays where there are many rows, and less where there
     * are few.
     *
     * @param first what the first column gets instead of the first of their values
     * @param table where that is from
     * @param parameters gets the parameters
     */
    String statement(String first, String table, List<@Nullable Object> parameters) {
        Map<Integer, String> types = Columns.types(rows, 1);
        StringJoiner values = new StringJoiner(", ", ", (VALUES ", ") AS r " + Columns.names(types));
        for (@Nullable Object[] row : rows) {
            StringJoiner one = new StringJoiner(", ", "(", ")");
            types.forEach((column, type) -> {
                one.add(place(type));
                parameters.add(Columns.plain(row[column]));
            });
            values.add(one.toString());
        }
        // A single row needs no table to come from.
        boolean isOne = rows.size() == 1;
        IntFunction<String> value = column -> {
            String type = types.get(column);
            return column == 0 ? first : type == null ? Columns.NOTHING : isOne ? place(type) : Columns.name(column);
        };
        return selecting(sql, value, table + (isOne ? "" : values));
    }

    /**
     * An INSERT with a query in the place of {@code VALUES (...)}.
     *
     * @param value what each parameter becomes
     * @param tables where that is from
     */
    static String selecting(String insert, IntFunction<String> value, String tables) {
        int start = insert.indexOf(VALUES);
        int end = insert.indexOf(')', start);
        String selected = filledIn(insert.substring(start + VALUES.length(), end), value);
        return insert.substring(0, start) + "SELECT " + selected + " FROM " + tables + " " + insert.substring(end + 1);
    }

    /** A piece of SQL with something in the place of each parameter. */
    static String filledIn(String sql, IntFunction<String> value) {
        StringBuilder filled = new StringBuilder();
        int parameter = 0;
        int end = 0;
        for (int place = sql.indexOf('?'); place >= 0; place = sql.indexOf('?', end)) {
            filled.append(sql, end, place).append(value.apply(parameter++));
            end = place + 1;
        }
        return filled.append(sql, end, sql.length()).toString();
    }

    private static String place(String type) {
        return "?::" + type;
    }
}
