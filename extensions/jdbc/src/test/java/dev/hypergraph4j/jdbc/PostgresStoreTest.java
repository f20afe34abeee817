package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.StepEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void workerThatStandsStillInTheMiddleOfATransactionHoldsUpNobodyWhoClaims() throws SQLException {
        store.create(stories.workflow("order-1"));
        store.create(stories.workflow("order-2"));
        try (Connection still = connect()) {
            still.setAutoCommit(false);
            still.createStatement().execute("SELECT id FROM hg_workflow WHERE id = 'order-1' FOR UPDATE");

            assertThat(store.claim("order-1", Stories.WORKER, false)).isInstanceOf(Claim.Taken.class);
            assertThat(store.claim("order-2", Stories.WORKER, false)).isInstanceOf(Claim.Claimed.class);
            still.rollback(); // The server takes note of a closed connection some time later.
        }
        assertThat(store.claim("order-1", Stories.WORKER, false)).isInstanceOf(Claim.Claimed.class);
    }

    @Test
    void transitionThatComesAloneIsOneStatement() {
        Lease lease = stories.runs("order-1");
        List<String> calls = new ArrayList<>();
        wiretap.listener(new Wiretap.Listener() {
            @Override
            public void before(String call) {
                calls.add(call);
            }
        });

        stories.commit(lease, stories.completed("a", "x"), stories.started("b"));

        assertThat(calls).singleElement().asString().startsWith(Wiretap.AT_ONCE);
    }

    @Test
    void serverEndsTransactionsOfWritersThatStandStill() {
        assertThat(settingOfATransaction("idle_in_transaction_session_timeout", Durability.SYNC))
                .isEqualTo("10s");
    }

    @Test
    void syncWaitsForTheDiskOfAServerThatIsSetUpNotTo() throws SQLException {
        try (Connection fresh = connect();
                Statement statement = fresh.createStatement();
                ResultSet result = statement.executeQuery("SHOW synchronous_commit")) {
            result.next();
            assertThat(result.getString(1)).as("the server of these tests").isEqualTo("off");
        }
        assertThat(settingOfATransaction("synchronous_commit", Durability.SYNC)).isEqualTo("on");
        assertThat(settingOfATransaction("synchronous_commit", Durability.RELAXED))
                .isEqualTo("off");
    }

    private String settingOfATransaction(String name, Durability durability) {
        List<String> found = new ArrayList<>();
        Lease lease = stories.runs("order of " + durability);
        stories.commit(lease, stories.started("a"));
        StepEvent asking = stories.completed("a", "x", Stories.work(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SHOW " + name)) {
                result.next();
                found.add(result.getString(1));
            }
        }));
        store.commit(Stories.transition(lease, durability, asking));
        return found.get(0);
    }
}
