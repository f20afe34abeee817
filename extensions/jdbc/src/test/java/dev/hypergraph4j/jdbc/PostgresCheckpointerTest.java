package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.testing.CheckpointerContract;
import dev.hypergraph4j.testing.ManualClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

class PostgresCheckpointerTest extends CheckpointerContract {
    private static final String EMPTY = """
            TRUNCATE hg_value, hg_step, hg_attempt, hg_journal, hg_question, hg_inbox, hg_outbox, hg_cursor, hg_blob, hg_blob_use,
              hg_workflow""";

    private static final DataSource DATABASE = PostgresServer.newDatabase();

    private final ManualClock clock = ManualClock.at(1_700_000_000_000L);

    @Override
    protected Checkpointer open() throws SQLException {
        JdbcCheckpointer store = JdbcCheckpointer.builder().clock(clock).postgres(DATABASE);
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(EMPTY); // A new database takes longer.
        }
        return store;
    }

    @Override
    protected boolean advance(Duration by) {
        clock.advance(by);
        return true;
    }
}
