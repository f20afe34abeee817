package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Lease;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresStoreTest extends StoreTest {

    PostgresStoreTest() {
        super(DatabaseKind.POSTGRESQL);
    }

    @Test
    void poolOfItsOwnIsClosedWithTheStore() {
        String url = PostgresServer.newDatabaseUrl();
        try (JdbcCheckpointer own = JdbcCheckpointer.postgres(url, "postgres", "postgres")) {
            Stories words = new Stories(own);
            Lease lease = words.runs("order-1");
            words.commit(lease, words.started("a"));

            assertThat(own.history("order-1").orElseThrow().steps()).hasSize(1);
            long system = System.currentTimeMillis();
            assertThat(own.now()).isBetween(system - 60_000, system + 60_000);
        }
    }

    @Test
    void serverThatDropsItsConnectionsIsGotOver() throws SQLException {
        Lease lease = stories.runs("order-1");
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");

        stories.commit(lease, stories.started("a"));

        assertThat(store.history("order-1").orElseThrow().steps()).hasSize(1);
    }
}
