package dev.hypergraph4j.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of one row, made into one of many rows. A server that is told to execute a statement for each row spends most of the time on beginning and
 * ending it.
 */
final class ManyRows {
    private static final String VALUES = "VALUES (";
    private static final String NOTHING = "NULL"; // Has no type.

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
        Map<Integer, String> types = typesFrom(0);
        StringJoiner arrays = new StringJoiner(", ", " FROM unnest(", ") AS r " + names(types));
        List<Object> parameters = new ArrayList<>();
        types.forEach((column, type) -> arrays.add("?::" + type + "[]"));
        for (Map.Entry<Integer, String> column : types.entrySet()) {
            parameters.add(session.array(column.getValue(), values(column.getValue(), column.getKey())));
        }
        return session.update(
                selecting(column -> types.containsKey(column) ? name(column) : NOTHING, arrays.toString()),
                parameters.toArray());
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
        Map<Integer, String> types = typesFrom(1);
        StringJoiner values = new StringJoiner(", ", ", (VALUES ", ") AS r " + names(types));
        for (@Nullable Object[] row : rows) {
            StringJoiner one = new StringJoiner(", ", "(", ")");
            types.forEach((column, type) -> {
                one.add(place(type));
                parameters.add(plain(row[column]));
            });
            values.add(one.toString());
        }
        // A single row needs no table to come from.
        boolean isOne = rows.size() == 1;
        IntFunction<String> value = column -> {
            String type = types.get(column);
            return column == 0 ? first : type == null ? NOTHING : isOne ? place(type) : name(column);
        };
        return selecting(value, " FROM " + table + (isOne ? "" : values));
    }

    /** The statement with a query in the place of {@code VALUES (...)}: what each parameter becomes, and where that is from. */
    private String selecting(IntFunction<String> value, String from) {
        int start = sql.indexOf(VALUES);
        int end = sql.indexOf(')', start);
        StringBuilder selected = new StringBuilder("SELECT ");
        int column = 0;
        for (char each : sql.substring(start + VALUES.length(), end).toCharArray()) {
            if (each == '?') {
                selected.append(value.apply(column++));
            } else {
                selected.append(each);
            }
        }
        return sql.substring(0, start) + selected + from + " " + sql.substring(end + 1);
    }

    private static String names(Map<Integer, String> types) {
        StringJoiner names = new StringJoiner(", ", "(", ")");
        types.keySet().forEach(column -> names.add(name(column)));
        return names.toString();
    }

    private static String name(int column) {
        return "c" + column;
    }

    private static String place(String type) {
        return "?::" + type;
    }

    /** The types of the columns that have values, from this one on. */
    private Map<Integer, String> typesFrom(int first) {
        Map<Integer, String> types = new TreeMap<>();
        for (int column = first; column < rows.get(0).length; column++) {
            String type = type(column);
            if (type != null) {
                types.put(column, type);
            }
        }
        return types;
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
