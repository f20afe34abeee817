package dev.hypergraph4j.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of one row, made into one of many rows whose values are sent as an array for each column. A server that is told to execute a statement
 * for each row spends most of the time on beginning and ending it.
 */
final class ManyRows {
    private static final String VALUES = "VALUES (";

    private final String sql;
    private final List<@Nullable Object[]> rows;

    // What the statement is made of, column by column
    private final List<Object> arrays = new ArrayList<>();
    private final StringJoiner parameters = new StringJoiner(", ");
    private final StringJoiner names = new StringJoiner(", ");

    /** Of a statement that inserts {@code VALUES (...)}, and the parameters for each row. */
    ManyRows(String sql, List<@Nullable Object[]> rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** Whether no two rows begin with the same values: a statement that updates what is there must not do so twice. */
    boolean areDifferent() {
        return rows.stream()
                        .map(row -> Arrays.asList(row[0], row[1]))
                        .distinct()
                        .count()
                == rows.size();
    }

    /** Inserts them all, once; gives how many rows that made or changed. */
    int insert(Session session) throws SQLException {
        int start = sql.indexOf(VALUES);
        int end = sql.indexOf(')', start);
        StringBuilder selected = new StringBuilder("SELECT ");
        int column = 0;
        for (char each : sql.substring(start + VALUES.length(), end).toCharArray()) {
            if (each == '?') {
                selected.append(add(session, column++));
            } else {
                selected.append(each);
            }
        }
        String from = " FROM unnest(" + parameters + ") AS r (" + names + ")";
        return session.update(sql.substring(0, start) + selected + from + sql.substring(end + 1), arrays.toArray());
    }

    /** Adds a column, and gives what it is called. */
    private String add(Session session, int column) throws SQLException {
        String type = type(column);
        if (type == null) {
            return "NULL"; // An array of nothing has no type.
        }
        parameters.add("?::" + type + "[]");
        names.add("c" + column);
        arrays.add(session.array(type, values(type, column)));
        return "c" + column;
    }

    /** The type of a column by its values; {@code null} where it has none. */
    private @Nullable String type(int column) {
        for (@Nullable Object[] row : rows) {
            Object value = row[column];
            if (value instanceof byte[]) {
                return "bytea";
            }
            if (value != null) {
                return value instanceof Number || value instanceof Boolean ? "bigint" : "text";
            }
        }
        return null;
    }

    private @Nullable Object[] values(String type, int column) {
        @Nullable
        Object[] values = switch (type) {
            case "bigint" -> new @Nullable Long[rows.size()];
            case "bytea" -> new byte @Nullable [rows.size()][];
            default -> new @Nullable String[rows.size()];
        };
        for (int i = 0; i < values.length; i++) {
            values[i] = plain(rows.get(i)[column]);
        }
        return values;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1L : 0L;
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }
}
