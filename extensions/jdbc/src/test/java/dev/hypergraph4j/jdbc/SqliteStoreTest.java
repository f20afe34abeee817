package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class SqliteStoreTest extends StoreTest {
    private static final int NORMAL = 1;
    private static final int FULL = 2;

    SqliteStoreTest() {
        super(DatabaseKind.SQLITE);
    }

    @Test
    void unknownConstantIsAnErrorThatNamesIt() throws SQLException {
        stories.runs("order-1");
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA ignore_check_constraints = ON");
            statement.execute("UPDATE hg_workflow SET durability = 'SOMETIMES'");
        }

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.find("order-1"))
                .withMessageContaining("column 'durability': 'SOMETIMES' is no Durability");
    }

    @Test
    void unknownConstantIsNotTakenByTheTables() {
        stories.runs("order-1");

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute("UPDATE hg_workflow SET durability = 'SOMETIMES'"))
                .withMessageContaining("CHECK");
    }

    @Test
    void transitionsWaitForTheDiskAsTheirModeSays() {
        Lease lease = stories.runs("order-1");
        wiretap.synchronous().clear();

        store.commit(Stories.transition(lease, Durability.RELAXED, stories.started("a")));
        store.commit(Stories.transition(lease, Durability.SYNC, stories.completed("a", "x")));
        store.commit(Stories.transition(lease, Durability.RELAXED, stories.started("b")));
        store.commit(Stories.transition(lease, Durability.EXIT, stories.completed("b", "x")));

        assertThat(wiretap.synchronous()).containsExactly(NORMAL, FULL, NORMAL, FULL);
    }

    @Test
    void answersAndClaimsWaitForTheDisk() {
        stories.runs("order-1");
        wiretap.synchronous().clear();

        store.cancel("order-1", "not needed");
        store.create(stories.workflow("order-2"));
        store.claim("order-2", Stories.WORKER, false);

        assertThat(wiretap.synchronous()).isNotEmpty().containsOnly(FULL);
    }

    @Test
    void fileThatFailsForAMomentWhenTheStoreWritesForTheFirstTimeIsWrittenThen() {
        AtomicBoolean hasFailed = new AtomicBoolean();
        wiretap.listener(new Wiretap.Listener() {
            @Override
            public void before(String call) throws SQLException {
                if (call.startsWith("INSERT INTO hg_writer") && hasFailed.compareAndSet(false, true)) {
                    throw new SQLiteException("made to fail", SQLiteErrorCode.SQLITE_IOERR);
                }
            }
        });

        store.create(stories.workflow("order-1"));

        assertThat(hasFailed).isTrue();
        assertThat(store.find("order-1")).isPresent();
    }

    @Test
    void fullDiskFailsOneTransitionAndNoneAfterIt() throws SQLException {
        Lease lease = stories.runs("order-1");
        wiretap.pages(2);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> stories.commit(lease, stories.completed("a", incompressible())))
                .withMessageContaining("full");
        assertThat(store.history("order-1").orElseThrow().steps()).isEmpty();

        wiretap.pages(1_000_000);
        stories.commit(lease, stories.completed("a", incompressible()));

        assertThat(store.history("order-1").orElseThrow().steps()).hasSize(1);
    }

    @Test
    void lockedFileIsWaitedForAndThenAnError() throws SQLException {
        Lease lease = stories.runs("order-1");
        store.close();
        try (JdbcCheckpointer hasty = open(settings().patience(Duration.ofMillis(100)));
                Connection other = connect()) {
            other.createStatement().execute("BEGIN IMMEDIATE");
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> new Stories(hasty).commit(lease, stories.started("a")))
                    .withMessageContaining("BUSY");
            other.createStatement().execute("ROLLBACK");

            new Stories(hasty).commit(lease, stories.started("a"));
            assertThat(hasty.history("order-1").orElseThrow().steps()).hasSize(1);
        }
    }

    private static String incompressible() {
        StringBuilder text = new StringBuilder();
        new Random(1).ints(60_000, 'a', 'z').forEach(letter -> text.append((char) letter));
        return text.toString();
    }

    /** Each child that ends asks for them. */
    @Test
    void copiesOfAWorkflowAreFoundWithoutALookAtItsChildren() throws SQLException {
        assertThat(rows("EXPLAIN QUERY PLAN " + State.COPIES.replace("?", "'order-1'")))
                .anySatisfy(step -> assertThat(step).contains("(origin=? AND lineage=?)"));
    }
}
