package dev.hypergraph4j.jdbc;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of values as an array for each column, which a statement of PostgreSQL can take them from. A column without any value is not sent: it has no type. */
final class Columns {
    static final String NOTHING = "NULL"; // Has no type.

    private static final String NUMBER = "bigint";
    private static final String TEXT = "text";

    private final List<@Nullable Object[]> rows;
    private final Map<Integer, String> types;

    Columns(List<@Nullable Object[]> rows) {
        this.rows = rows;
        this.types = types(rows, 0);
    }

    /** The types of the columns that have values, from this one on. */
    static Map<Integer, String> types(List<@Nullable Object[]> rows, int first) {
        Map<Integer, String> types = new TreeMap<>();
        for (int column = first; column < rows.get(0).length; column++) {
            String type = type(rows, column);
            if (type != null) {
                types.put(column, type);
            }
        }
        return types;
    }

    /** What is called {@code r} and has a row for each of them; its parameters are {@link #arrays}. */
    String table() {
        StringJoiner arrays = new StringJoiner(", ", "unnest(", ") AS r " + names(types));
        types.values().forEach(type -> arrays.add("?::" + type + "[]"));
        return arrays.toString();
    }

    List<Array> arrays(Session session) throws SQLException {
        List<Array> arrays = new ArrayList<>();
        for (Map.Entry<Integer, String> column : types.entrySet()) {
            arrays.add(session.array(column.getValue(), values(column.getValue(), column.getKey())));
        }
        return arrays;
    }

    /** What a statement says for the value of a column. */
    String value(int column) {
        return types.containsKey(column) ? name(column) : NOTHING;
    }

    /** The names of columns, as a table has them that consists of these. */
    static String names(Map<Integer, String> types) {
        StringJoiner names = new StringJoiner(", ", "(", ")");
        types.keySet().forEach(column -> names.add(name(column)));
        return names.toString();
    }

    static String name(int column) {
        return "c" + column;
    }

    /** A value as a driver takes it. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1L : 0L;
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    /** The type of a column by its values; {@code null} where it has none. */
    private static @Nullable String type(List<@Nullable Object[]> rows, int column) {
        for (@Nullable Object[] row : rows) {
            Object value = row[column];
            if (value instanceof byte[]) {
                return "bytea";
            }
            if (value != null) {
                return value instanceof Number || value instanceof Boolean ? NUMBER : TEXT;
            }
        }
        return null;
    }

    private @Nullable Object[] values(String type, int column) {
        @Nullable
        Object[] values = switch (type) {
            case NUMBER -> new @Nullable Long[rows.size()];
            case TEXT -> new @Nullable String[rows.size()];
            default -> new byte @Nullable [rows.size()][];
        };
        for (int i = 0; i < values.length; i++) {
            values[i] = plain(rows.get(i)[column]);
        }
        return values;
    }
}
