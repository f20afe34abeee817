package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.StepWorkException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a step wants done in its transaction is done with it or not at all. */
@ParameterizedClass
@EnumSource
class StepWorkTest extends StoreTest {

    private final DatabaseKind kind;

    StepWorkTest(DatabaseKind kind) {
        super(kind);
        this.kind = kind;
    }

    @Test
    void workOfAStepIsDoneWithItOrNotAtAll() throws SQLException {
        execute("CREATE TABLE stock (article VARCHAR(10) PRIMARY KEY)");
        Lease lease = stories.runs("order-1");
        stories.commit(lease, stories.completed("a", "x", Stories.work(connection -> insert(connection, "apple"))));

        assertThatExceptionOfType(StepWorkException.class)
                .isThrownBy(() -> stories.commit(
                        lease, stories.completed("b", "x", Stories.work(connection -> insert(connection, "apple")))))
                .satisfies(failure -> assertThat(failure.step()).isEqualTo("b"))
                .withCauseInstanceOf(SQLException.class);
        assertThatExceptionOfType(StepWorkException.class)
                .isThrownBy(() -> stories.commit(lease, stories.completed("c", "x", Stories.work(connection -> {
                    insert(connection, "pear");
                    throw new IllegalStateException("changed my mind");
                }))));

        assertThat(rows("SELECT article FROM stock")).containsExactly("apple");
        assertThat(store.history("order-1").orElseThrow().steps()).hasSize(1);
        execute("DROP TABLE stock");
    }

    @Test
    void workThatFailsSparesTheOthersOfItsGroup() throws SQLException {
        execute("CREATE TABLE stock (article VARCHAR(10) PRIMARY KEY)");
        Lease bad = stories.runs("bad");
        Lease good = stories.runs("good");

        List<Throwable> failures = together(
                () -> stories.commit(good, stories.completed("a", "x", Stories.work(c -> insert(c, "apple")))),
                () -> stories.commit(bad, stories.completed("a", "x", Stories.work(c -> {
                    insert(c, "pear");
                    insert(c, "pear");
                }))),
                () -> stories.commit(stories.runs("other"), stories.started("a")));

        assertThat(failures).hasSize(1);
        assertThat(rows("SELECT article FROM stock")).containsExactly("apple");
        assertThat(store.history("bad").orElseThrow().steps()).isEmpty();
        assertThat(store.history("good").orElseThrow().steps()).hasSize(1);
        execute("DROP TABLE stock");
    }

    @Test
    void workCanNotEndTheTransactionAndKeepsNoConnection() {
        Lease lease = stories.runs("order-1");
        List<Connection> kept = new ArrayList<>();

        assertThatExceptionOfType(StepWorkException.class)
                .isThrownBy(() -> stories.commit(lease, stories.completed("a", "x", Stories.work(Connection::commit))))
                .withMessageContaining("commit() is not for the work of a step");
        stories.commit(lease, stories.completed("a", "x", Stories.work(connection -> {
            kept.add(connection);
            connection.createStatement(); // Left open.
            connection.close();
            assertThat(connection.isClosed()).isFalse();
        })));

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> kept.get(0).createStatement());
    }

    @Test
    void statementsOfWorkKnowNoOtherConnection() throws SQLException {
        execute("CREATE TABLE stock (article VARCHAR(10) PRIMARY KEY)");
        Lease lease = stories.runs("order-1");

        stories.commit(lease, stories.completed("a", "x", Stories.work(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT 1");
                    ResultSet result = statement.executeQuery()) {
                assertThat(statement.getConnection()).isSameAs(connection);
                assertThat(result.getStatement().getConnection()).isSameAs(connection);
                assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
            }
        })));
        assertThatExceptionOfType(StepWorkException.class)
                .isThrownBy(() -> stories.commit(lease, stories.completed("b", "x", Stories.work(connection -> {
                    insert(connection, "apple");
                    try (Statement statement = connection.createStatement()) {
                        statement.getConnection().commit();
                    }
                }))));

        assertThat(rows("SELECT article FROM stock")).isEmpty();
        execute("DROP TABLE stock");
    }

    @Test
    void workIsToldTheKeysThatAreGeneratedForItsRows() throws SQLException {
        execute("CREATE TABLE invoice (n " + generated() + " PRIMARY KEY, article VARCHAR(10))");
        Lease lease = stories.runs("order-1");
        List<Long> keys = new ArrayList<>();

        stories.commit(lease, stories.completed("a", "x", Stories.work(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(
                        "INSERT INTO invoice (article) VALUES ('apple')", Statement.RETURN_GENERATED_KEYS);
                try (ResultSet generated = statement.getGeneratedKeys()) {
                    assertThat(generated.next()).isTrue();
                    keys.add(generated.getLong(1));
                }
            }
        })));

        assertThat(rows("SELECT n FROM invoice")).containsExactly(keys.get(0).toString());
        execute("DROP TABLE invoice");
    }

    @Test
    void workThatUsesTheStoreIsRefusedInsteadOfWaitingForItself() {
        Lease lease = stories.runs("order-1");

        assertThatExceptionOfType(StepWorkException.class)
                .isThrownBy(() -> stories.commit(
                        lease, stories.completed("a", "x", Stories.work(c -> store.cancel("order-1", "")))))
                .withMessageContaining("it has a connection");
    }

    private String generated() {
        return kind == DatabaseKind.SQLITE ? "INTEGER" : "INTEGER GENERATED ALWAYS AS IDENTITY";
    }

    private static void insert(Connection connection, String article) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO stock VALUES ('" + article + "')");
        }
    }
}
