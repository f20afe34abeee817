package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.DriverManager;
import java.sql.SQLException;
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
}
