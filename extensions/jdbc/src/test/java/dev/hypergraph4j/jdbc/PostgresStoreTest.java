package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.WorkflowExistsException;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresStoreTest extends StoreTest {
    private static final int POOL = 3;
    private static final String LOCKED = "55P03";

    /** How the question begins whether a transition is there whose commit failed. */
    private static final String QUESTION = "SELECT n FROM hg_workflow";

    private static final String SETTINGS = """
            SELECT concat_ws(' ', current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout'),
              current_setting('synchronous_commit'), current_setting('enable_seqscan'), current_setting('plan_cache_mode'))""";

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
    void connectionsGoBackToThePoolAsTheyWere() throws SQLException {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(PostgresServer.newDatabaseUrl());
        settings.setUsername("postgres");
        settings.setMaximumPoolSize(POOL);
        try (HikariDataSource pool = new HikariDataSource(settings)) {
            List<String> before = settingsOfAll(pool);
            try (JdbcCheckpointer shared =
                    JdbcCheckpointer.builder().patience(Duration.ZERO).postgres(pool)) {
                Stories words = new Stories(shared);
                Lease lease = words.runs("order-1");
                try (Connection connection = pool.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("ALTER TABLE hg_journal RENAME TO lost");
                }
                assertThatExceptionOfType(StoreException.class)
                        .isThrownBy(() -> words.commit(lease, words.started("a")));
            }
            assertThat(settingsOfAll(pool)).isEqualTo(before);
        }
    }

    /** What the store sets, of all connections of a pool. */
    private static List<String> settingsOfAll(DataSource pool) throws SQLException {
        List<String> settings = new ArrayList<>();
        Deque<Connection> connections = new ArrayDeque<>();
        try {
            for (int i = 0; i < POOL; i++) {
                connections.push(pool.getConnection());
                try (Statement statement = connections.peek().createStatement();
                        ResultSet found = statement.executeQuery(SETTINGS)) {
                    found.next();
                    settings.add(found.getString(1));
                }
            }
        } finally {
            while (!connections.isEmpty()) {
                connections.pop().close();
            }
        }
        return settings;
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
    void whatTheServerRefusesIsNoDoubtAboutACommit() {
        Lease lease = stories.runs("order-1");
        AtomicBoolean isLocked = new AtomicBoolean(true);
        List<String> calls = new CopyOnWriteArrayList<>();
        wiretap.listener(new Wiretap.Listener() {
            @Override
            public void before(String call) throws SQLException {
                calls.add(call);
                if (call.startsWith(Wiretap.AT_ONCE) && isLocked.getAndSet(false)) {
                    throw new SQLException("made to fail at " + call, LOCKED);
                }
            }
        });

        stories.commit(lease, stories.started("a"));

        assertThat(calls).noneMatch(call -> call.startsWith(QUESTION));
        assertThat(store.history("order-1").orElseThrow().steps()).hasSize(1);
    }

    @Test
    void whatWasRefusedIsNotSaidToBeThereWhereTheAnswerIsLost() {
        stories.runs("order-1");
        AtomicBoolean isLost = new AtomicBoolean();
        wiretap.listener(new Wiretap.Listener() {
            @Override
            public void after(String call) throws SQLException {
                if (call.startsWith(Wiretap.AT_ONCE) && isLost.compareAndSet(false, true)) {
                    throw new SQLException("made to fail", "08006");
                }
            }
        });

        assertThatExceptionOfType(WorkflowExistsException.class).isThrownBy(() -> stories.runs("order-1"));
        isLost.set(false);
        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() -> stories.end(new Lease("order-1", 7), Ending.of(WorkflowStatus.FAILED, "")));
    }

    @Test
    void whoCouldNotFindOutLeavesNoTransactionOpen() throws SQLException {
        store.close();
        store = open(settings().patience(Duration.ZERO));
        stories = new Stories(store);
        Lease lease = stories.runs("order-1");
        wiretap.listener(new Wiretap.Listener() {
            @Override
            public void after(String call) throws SQLException {
                if (call.startsWith(Wiretap.AT_ONCE)) {
                    throw new SQLException("made to fail at " + call, "08006");
                }
                if (call.startsWith(QUESTION)) {
                    throw new SQLException("made to fail at " + call, LOCKED);
                }
            }
        });

        assertThatExceptionOfType(UnknownOutcomeException.class)
                .isThrownBy(() -> stories.commit(lease, stories.started("a")));

        assertThat(rows("SELECT pid FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND state LIKE 'idle in transaction%'"))
                .isEmpty();
    }

    @Test
    void transitionThatComesAloneIsOneStatement() {
        stories.runs("order-0"); // Opens the writer's connection.
        List<String> calls = new ArrayList<>();
        wiretap.listener(new Wiretap.Listener() {
            @Override
            public void before(String call) {
                calls.add(call);
            }
        });

        Lease lease = stories.runs("order-1");
        stories.commit(lease, stories.started("a"));
        stories.commit(lease, stories.completed("a", "x"), stories.started("b"));
        stories.commit(lease);
        stories.end(lease, Ending.of(WorkflowStatus.COMPLETED, ""), stories.completed("b", "y"));

        assertThat(calls).hasSize(5).allSatisfy(call -> assertThat(call).startsWith(Wiretap.AT_ONCE));
        assertThat(store.history("order-1").orElseThrow().workflow().status()).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void transitionsOfWorkflowsThatWaitAreOneStatement() {
        Lease goesOn = stories.runs("order-1");
        Lease ends = stories.runs("order-2");
        stories.commit(ends, stories.started("a"));
        List<String> calls = new CopyOnWriteArrayList<>();
        wiretap.listener(new Wiretap.Listener() {
            @Override
            public void before(String call) {
                calls.add(call);
            }
        });

        assertThat(together(
                        () -> stories.runs("order-3"),
                        () -> stories.commit(goesOn, stories.started("a"), stories.started("b")),
                        () -> stories.end(ends, Ending.completed(Map.of()), stories.completed("a", "x"))))
                .isEmpty();

        assertThat(calls.get(calls.size() - 1)).startsWith(Wiretap.AT_ONCE).contains("created", "goes_on", "ended");
        assertThat(calls.stream().filter(call -> call.contains("goes_on"))).hasSize(1);
        assertThat(store.find("order-3")).isPresent();
        assertThat(store.history("order-1").orElseThrow().steps()).hasSize(2);
        assertThat(store.find("order-2").orElseThrow().status()).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void workOfStepsIsPlannedAsEverywhere() {
        assertThat(settingOfATransaction("enable_seqscan", Durability.SYNC)).isEqualTo("on");
        assertThat(settingOfATransaction("plan_cache_mode", Durability.RELAXED)).isEqualTo("auto");
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
