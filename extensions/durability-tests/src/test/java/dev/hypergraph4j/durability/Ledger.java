package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.graphs.Booking;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table beside those of a store, in the same database, which steps write into. */
final class Ledger implements AutoCloseable {
    private final Connection connection;

    /** One that is there. */
    Ledger(Place place) {
        try {
            connection = place.isSqlite()
                    ? DriverManager.getConnection("jdbc:sqlite:" + place.address())
                    : DriverManager.getConnection(place.address(), "postgres", "");
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Makes an empty one. */
    static void createIn(Place place) {
        try (Ledger ledger = new Ledger(place);
                Statement statement = ledger.connection.createStatement()) {
            statement.execute("CREATE TABLE booking (effect TEXT NOT NULL, amount INTEGER NOT NULL)");
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

    /** Checks of a workflow that nobody works on that a step of it has written its row if it has completed, and not else. */
    void check(Checkpointer store, String id) {
        Map<String, Integer> rows = rows();
        List<Attempt> attempts = store.attempts(id).stream()
                .filter(attempt -> attempt.step().equals(Booking.IN_TRANSACTION))
                .toList();
        boolean isCompleted = attempts.stream().anyMatch(attempt -> attempt.status() == AttemptStatus.COMPLETED);
        attempts.forEach(attempt -> assertThat(rows.getOrDefault(attempt.effectId(), 0))
                .as("rows of " + id)
                .isEqualTo(isCompleted ? 1 : 0));
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
