package dev.hypergraph4j.durability;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** A table beside those of a store, in the same database, which steps write into. */
final class Ledger implements AutoCloseable {
    private final Connection connection;

    /** An empty one. */
    Ledger(Place place) {
        try {
            connection = place.isSqlite()
                    ? DriverManager.getConnection("jdbc:sqlite:" + place.address())
                    : DriverManager.getConnection(place.address(), "postgres", "");
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE booking (effect TEXT NOT NULL, amount INTEGER NOT NULL)");
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** How many rows were written with each effect id. */
    Map<String, Integer> rows() {
        Map<String, Integer> rows = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT effect FROM booking")) {
            while (found.next()) {
                rows.merge(found.getString(1), 1, Integer::sum);
            }
            return rows;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
