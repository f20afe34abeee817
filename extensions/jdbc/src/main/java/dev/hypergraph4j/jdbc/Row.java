package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The row that a query is at, read by the names of its columns. */
final class Row {
    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    String text(String column) throws SQLException {
        return present(column, results.getString(column));
    }

    @Nullable
    String textOrNull(String column) throws SQLException {
        return results.getString(column);
    }

    long number(String column) throws SQLException {
        return results.getLong(column);
    }

    int small(String column) throws SQLException {
        return results.getInt(column);
    }

    boolean flag(String column) throws SQLException {
        return results.getInt(column) != 0;
    }

    byte[] bytes(String column) throws SQLException {
        return present(column, results.getBytes(column));
    }

    byte @Nullable [] bytesOrNull(String column) throws SQLException {
        return results.getBytes(column);
    }

    /** A constant by its name. One that this program does not know is an error: to guess would be to decide wrongly. */
    <E extends Enum<E>> E one(String column, Class<E> type) throws SQLException {
        return constant(column, text(column), type);
    }

    <E extends Enum<E>> @Nullable E oneOrNull(String column, Class<E> type) throws SQLException {
        String name = results.getString(column);
        return name == null ? null : constant(column, name, type);
    }

    private static <E extends Enum<E>> E constant(String column, String name, Class<E> type) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw StoreException.failedTo(
                    "read column '" + column + "': '" + name + "' is no " + type.getSimpleName() + " that it knows",
                    unknown);
        }
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw StoreException.failedTo("read column '" + column + "': nothing is there", null);
        }
        return value;
    }
}
