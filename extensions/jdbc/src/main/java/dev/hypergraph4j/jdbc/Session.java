package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A connection with the statements that were prepared on it. Used by one thread at a time. */
final class Session implements AutoCloseable {

    /** Makes a value of a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /**
     * A statement that is kept.
     *
     * @param places how many parameters it takes: drivers fill up with those of the last time
     * @param parts how many statements are one text, each of which the database keeps by itself
     */
    private record Prepared(PreparedStatement statement, int places, int parts) {
        static Prepared of(Connection connection, String sql) throws SQLException {
            return new Prepared(connection.prepareStatement(sql), count(sql, '?'), 1 + count(sql, ';'));
        }

        private static int count(String sql, char wanted) {
            return (int) sql.chars().filter(each -> each == wanted).count();
        }
    }

    /** As many as a store needs again and again. Each takes memory of the database's, and what is written at once may be mixed in any number of ways. */
    private static final int MOST_PREPARED = 200;

    private final Connection connection;

    /** The statements by their texts; that which was used last comes last. */
    private final Map<String, Prepared> prepared = new LinkedHashMap<>(16, 0.75f, true);

    /** Those whose results are being read: who reads may execute others meanwhile. */
    private final Set<String> beingRead = new HashSet<>();

    private int parts;
    private String setting = "";
    private @Nullable Backend backend;

    Session(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** Notes to which process of a server the connection belongs. */
    void belongsTo(Backend process) {
        backend = process;
    }

    /** The process of the server, which may yet do what it was told to after the connection is lost; {@code null} where there is none, or it is not known. */
    @Nullable
    Backend backend() {
        return backend;
    }

    /** Breaks the connection, so that no pool gives it to anybody else. */
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException broken) {
            // As it should be.
        }
    }

    /** Executes a statement that comes too seldom to be kept, or that can't be prepared. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Executes a statement that sets what no other statement sets, unless it is set so already. */
    void set(String sql) throws SQLException {
        if (!sql.equals(setting)) {
            execute(sql);
            setting = sql;
        }
    }

    /** Executes a statement without a result. */
    int update(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = bound(sql, parameters);
        return statement.executeUpdate();
    }

    /** An array of values of a type that the database knows by this name. */
    Array array(String type, @Nullable Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    /** Executes several statements that are one text, for drivers that can, and tells how many rows each of them has changed. */
    int[] updates(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = bound(sql, parameters);
        statement.execute();
        IntStream.Builder changed = IntStream.builder();
        int count = statement.getUpdateCount();
        while (count >= 0) {
            changed.add(count);
            statement.getMoreResults();
            count = statement.getUpdateCount();
        }
        return changed.build().toArray();
    }

    /** Executes a statement once for each of the rows, and tells how many rows of the database each of them has changed. */
    int[] batch(String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        PreparedStatement statement = prepared(sql).statement;
        try {
            for (@Nullable Object[] row : rows) {
                bound(sql, row).addBatch();
            }
            return counted(statement.executeBatch());
        } finally {
            statement.clearBatch();
        }
    }

    private static int[] counted(int[] changed) {
        for (int each : changed) {
            if (each < 0) {
                throw StoreException.failedTo(
                        "tell what a batch has changed: the driver has to count (reWriteBatchedInserts must be off)",
                        null);
            }
        }
        return changed;
    }

    <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = bound(sql, parameters);
        boolean isOutermost = beingRead.add(sql);
        List<T> found = new ArrayList<>();
        try (ResultSet results = statement.executeQuery()) {
            Row row = new Row(results);
            while (results.next()) {
                found.add(reader.read(row));
            }
        } finally {
            if (isOutermost) {
                beingRead.remove(sql);
            }
        }
        return found;
    }

    <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... parameters) throws SQLException {
        List<T> found = list(sql, reader, parameters);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** The statement with its parameters; of a batch, with those of the next row. */
    private PreparedStatement bound(String sql, @Nullable Object[] parameters) throws SQLException {
        Prepared found = prepared(sql);
        if (parameters.length != found.places) {
            throw new IllegalArgumentException(parameters.length + " parameters for " + found.places + ": " + sql);
        }
        bind(found.statement, parameters);
        return found.statement;
    }

    private Prepared prepared(String sql) throws SQLException {
        Prepared found = prepared.get(sql);
        if (found == null) {
            closeEldest();
            found = Prepared.of(connection, sql);
            prepared.put(sql, found);
            parts += found.parts;
        }
        return found;
    }

    private void closeEldest() {
        Iterator<Map.Entry<String, Prepared>> eldest = prepared.entrySet().iterator();
        while (parts >= MOST_PREPARED && eldest.hasNext()) {
            Map.Entry<String, Prepared> each = eldest.next();
            if (!beingRead.contains(each.getKey())) {
                eldest.remove();
                parts -= each.getValue().parts;
                closeQuietly(each.getValue().statement);
            }
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof String text) {
                statement.setString(i + 1, text);
            } else if (value instanceof Long number) {
                statement.setLong(i + 1, number);
            } else if (value instanceof Integer number) {
                statement.setInt(i + 1, number);
            } else if (value instanceof Boolean flag) {
                statement.setInt(i + 1, flag ? 1 : 0);
            } else if (value instanceof Enum<?> constant) {
                statement.setString(i + 1, constant.name());
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else if (value instanceof Array array) {
                statement.setArray(i + 1, array);
            } else if (value == null) {
                statement.setObject(i + 1, null);
            } else {
                throw new IllegalArgumentException("no value for a column: " + value.getClass());
            }
        }
    }

    /** Closes the connection, and with it its statements. That it may be broken is why it is closed. */
    @Override
    public void close() {
        for (Prepared each : prepared.values()) {
            closeQuietly(each.statement);
        }
        closeQuietly(connection);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception broken) {
            // It is gone, one way or the other.
        }
    }
}
