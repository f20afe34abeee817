package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final String TWO = "SELECT ? || ? AS both";

    @Test
    void statementWithTooFewParametersIsRefusedInsteadOfTakingThoseOfTheLastTime() throws SQLException {
        try (Session session = new Session(DriverManager.getConnection("jdbc:sqlite::memory:"))) {
            assertThat(session.list(TWO, row -> row.text("both"), "a", "b")).containsExactly("ab");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> session.list(TWO, row -> row.text("both"), "c"))
                    .withMessage("1 parameters for 2: " + TWO);
        }
    }

    @Test
    void statementsThatWereNotUsedForLongAreClosed() throws SQLException {
        List<PreparedStatement> statements = new ArrayList<>();
        try (Session session = new Session(noting(statements))) {
            for (int i = 0; i < 1_000; i++) {
                assertThat(numbers(session, i)).containsExactly((long) i);
                assertThat(numbers(session, 0)).as("used again").containsExactly(0L);
            }

            assertThat(statements).hasSize(1_000);
            assertThat(open(statements)).hasSize(200).contains(statements.get(0), statements.get(999));
        }
        assertThat(open(statements)).isEmpty();
    }

    @Test
    void textOfSeveralStatementsCountsAsSoMany() throws SQLException {
        List<PreparedStatement> statements = new ArrayList<>();
        try (Session session = new Session(noting(statements))) {
            for (int i = 0; i < 100; i++) {
                session.list("SELECT " + i + " AS n; SELECT 2; SELECT 3; SELECT 4", row -> row.number("n"));
            }

            assertThat(open(statements)).hasSize(50);
        }
    }

    @Test
    void statementWhoseResultsAreReadIsNotClosed() throws SQLException {
        List<PreparedStatement> statements = new ArrayList<>();
        try (Session session = new Session(noting(statements))) {
            List<Long> read = session.list("SELECT 1 AS n UNION ALL SELECT 2", row -> {
                for (int i = 0; i < 300; i++) {
                    numbers(session, i);
                }
                return row.number("n");
            });

            assertThat(read).containsExactly(1L, 2L);
            assertThat(open(statements)).hasSize(200);
        }
    }

    private static List<Long> numbers(Session session, int number) throws SQLException {
        return session.list("SELECT " + number + " AS n", row -> row.number("n"));
    }

    /** A connection whose statements can be looked at. */
    private static Connection noting(List<PreparedStatement> statements) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        return (Connection) Proxy.newProxyInstance(
                SessionTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    Object result = method.invoke(connection, arguments);
                    if (result instanceof PreparedStatement statement) {
                        statements.add(statement);
                    }
                    return result;
                });
    }

    private static List<PreparedStatement> open(List<PreparedStatement> statements) throws SQLException {
        List<PreparedStatement> open = new ArrayList<>();
        for (PreparedStatement each : statements) {
            if (!each.isClosed()) {
                open.add(each);
            }
        }
        return open;
    }
}
