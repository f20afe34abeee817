package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.cache.CacheKey;
import dev.hypergraph4j.runtime.cache.NodeOutputs;
import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Retention;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.StepWorkException;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.plan.GenericType;
import dev.hypergraph4j.testing.ManualClock;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stores in databases promise beyond the contract of all stores. */
abstract class JdbcStoreTest {
    private static final long START = 1_700_000_000_000L;

    final ManualClock clock = ManualClock.at(START);
    final Wiretap wiretap = new Wiretap();
    JdbcCheckpointer store;
    Stories stories;

    /** Opens the store of this test, again if it was opened before. */
    abstract JdbcCheckpointer open(JdbcCheckpointerBuilder settings);

    /** A connection of the test's own to the database of the store. */
    abstract Connection connect() throws SQLException;

    @BeforeEach
    void openStore() {
        reopen();
    }

    private void reopen() {
        store = open(settings());
        stories = new Stories(store);
    }

    final JdbcCheckpointerBuilder settings() {
        return JdbcCheckpointer.builder().clock(clock).dataSource(wiretap::around);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    // What is written

    @Test
    void everythingIsThereAfterReopening() {
        Lease lease = stories.runs("order-1");
        stories.commit(lease, stories.started("a"));
        stories.commit(lease, stories.completed("a", "x".repeat(200_000)), stories.started("b"));
        stories.commit(lease, new StepEvent.Saved(Stories.step("b"), 1, stories.value("half done"), store.now()));
        stories.commit(lease, stories.started("c"), stories.asked("c", String.class));
        History before = store.history("order-1").orElseThrow();
        List<Attempt> attempts = store.attempts("order-1");
        store.close();

        reopen();

        assertThat(store.history("order-1")).contains(before);
        assertThat(store.attempts("order-1")).isEqualTo(attempts);
        assertThat(store.journal("order-1", 0, 100)).hasSize(8);
        assertThat(before.steps()).hasSize(3);
        assertThat(before.attempts()).extracting(Attempt::step).containsExactly("b");
    }

    @Test
    void textThatColumnsCanNotHoldIsReplacedOrRefused() {
        Lease lease = stories.runs("order-1");
        String bad = "a\0b\uD83Dc";
        stories.end(lease, Ending.of(WorkflowStatus.CANCELLED, bad));

        assertThat(store.find("order-1").orElseThrow().reason()).isEqualTo("a\uFFFDb\uFFFDc");
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> stories.runs(bad));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.commit(Stories.transition(lease, Durability.SYNC, stories.started(bad))));
    }

    @Test
    void largeValueIsKeptOnceAndGoesWhenNobodyUsesIt() throws SQLException {
        String large = "0123456789".repeat(10_000);
        for (String id : List.of("order-1", "order-2")) {
            Lease lease = stories.runs(id);
            stories.end(
                    lease,
                    Ending.completed(Map.of("text", stories.value(large))),
                    stories.started("a"),
                    stories.completed("a", large));
        }
        assertThat(count("hg_blob")).isEqualTo(1);
        assertThat(count("hg_blob_use")).isEqualTo(4);

        clock.advance(Duration.ofHours(2));
        store.keepHouse(Retention.FOREVER.keepSteps(Duration.ZERO));
        assertThat(count("hg_blob_use")).isEqualTo(2);
        assertThat(count("hg_blob")).isEqualTo(1);
        assertThat(store.history("order-1").orElseThrow().outputs()).containsEntry("text", stories.value(large));

        store.keepHouse(Retention.FOREVER.keepWorkflow(Duration.ZERO));
        assertThat(count("hg_blob")).isZero();
        assertThat(count("hg_workflow")).isZero();
        assertThat(count("hg_value")).isZero();
    }

    @Test
    void missingValueIsAnErrorAndParksTheWorkflow() throws SQLException {
        Lease lease = stories.runs("order-1");
        stories.commit(lease, stories.started("a"), stories.completed("a", "x".repeat(100_000)));
        stories.end(lease, Ending.of(WorkflowStatus.QUEUED, ""));
        execute("DELETE FROM hg_blob");

        assertThatExceptionOfType(MissingValueException.class)
                .isThrownBy(() -> store.history("order-1"))
                .withMessageContaining("is not there");
        Claim claim = store.claim("order-1", Stories.WORKER, false);
        assertThat(claim).isInstanceOf(Claim.Parked.class);
        assertThat(store.find("order-1").orElseThrow().parkReason()).isEqualTo(ParkReason.VALUE_MISSING);
    }

    @Test
    void damagedValueIsAnError() throws SQLException {
        Lease lease = stories.runs("order-1");
        stories.commit(lease, stories.started("a"), stories.completed("a", "x".repeat(100_000)));
        execute("UPDATE hg_blob SET size = size - 1");

        assertThatExceptionOfType(MissingValueException.class)
                .isThrownBy(() -> store.history("order-1"))
                .withMessageContaining("is damaged");
    }

    @Test
    void viewsShowWhatIsThere() throws SQLException {
        Lease lease = stories.runs("order-1");
        stories.commit(lease, stories.started("a"));
        clock.advance(Duration.ofMillis(7));
        stories.end(
                lease,
                Ending.of(WorkflowStatus.PAUSED, ""),
                stories.completed("a", "x"),
                stories.started("b"),
                stories.asked("b", String.class));

        assertThat(rows("SELECT workflow, status, steps, steps_completed FROM runs_v"))
                .containsExactly("order-1 PAUSED 2 1");
        assertThat(rows("SELECT workflow, step, status FROM steps_v ORDER BY place"))
                .containsExactly("order-1 a COMPLETED", "order-1 b PAUSED");
        assertThat(rows("SELECT step, number, status FROM attempts_v ORDER BY place"))
                .containsExactly("a 1 COMPLETED", "b 1 PAUSED");
        assertThat(rows("SELECT workflow, waits_for, step, detail FROM waiting_v"))
                .containsExactly("order-1 ANSWER b Go on?");
        assertThat(rows("SELECT graph, node, steps FROM slow_v")).containsExactly("ordering a 1");
    }

    // Answers as JSON

    @Test
    void jsonIsAnAnswerIfTheSchemaTakesIt() {
        Lease lease = stories.runs("order-1");
        stories.end(
                lease, Ending.of(WorkflowStatus.PAUSED, ""), stories.started("a"), stories.asked("a", Choice.class));

        assertThatExceptionOfType(InvalidAnswerException.class)
                .isThrownBy(() -> store.answerJson("order-1", "a", "{\"yes\":1}", "Ada"))
                .withMessageContaining("yes");
        assertThatExceptionOfType(InvalidAnswerException.class)
                .isThrownBy(() -> store.answerJson("order-1", "a", "{", "Ada"));
        assertThat(store.answerJson("order-1", "b", "{}", "Ada")).isEmpty();
        AnswerReceipt receipt =
                store.answerJson("order-1", "a", " {\"yes\": true} ", "Ada").orElseThrow();

        assertThat(receipt.accepted()).isTrue();
        assertThat(store.codec().decode(receipt.question().answer(), Choice.class))
                .isEqualTo(new Choice(true));
        assertThat(store.find("order-1").orElseThrow().status()).isEqualTo(WorkflowStatus.QUEUED);
    }

    record Choice(boolean yes) {}

    // One commit for all that waits

    @Test
    void transitionsShareCommits() throws Exception {
        int many = 50;
        List<Lease> leases = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            leases.add(stories.runs("order-" + i));
        }
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(many + 1);
        try {
            Lease blocker = stories.runs("blocker");
            List<Future<?>> all = new ArrayList<>();
            all.add(pool.submit(() -> stories.commit(blocker, stories.completed("a", "x", Stories.work(connection -> {
                blocked.countDown();
                release.await();
            })))));
            blocked.await();
            int before = wiretap.commits.get();
            CyclicBarrier barrier = new CyclicBarrier(many + 1);
            for (Lease lease : leases) {
                StepEvent started = stories.started("a");
                all.add(pool.submit(() -> {
                    barrier.await();
                    stories.commit(lease, started);
                    return null;
                }));
            }
            barrier.await();
            awaitWaiting(many);
            release.countDown();
            for (Future<?> each : all) {
                each.get(1, TimeUnit.MINUTES);
            }
            assertThat(wiretap.commits.get() - before).isLessThanOrEqualTo(2);
        } finally {
            release.countDown();
            pool.shutdownNow();
        }
        leases.forEach(lease -> assertThat(
                        store.history(lease.workflow()).orElseThrow().steps())
                .hasSize(1));
    }

    @Test
    void transitionThatIsRefusedInAGroupFailsAlone() throws Exception {
        Lease good = stories.runs("good");
        Lease twice = stories.runs("twice");
        stories.commit(twice, stories.started("a"), stories.completed("a", "first"));
        Lease lost = new Lease("good", 7);
        Lease worse = stories.runs("worse");
        stories.commit(worse, stories.started("a"));

        List<Throwable> failures = together(
                () -> stories.commit(good, stories.started("a"), stories.completed("a", "x")),
                () -> stories.commit(twice, stories.completed("a", "second")),
                () -> stories.commit(lost, stories.completed("b", "x")),
                () -> stories.commit(worse, stories.started("a")),
                () -> stories.commit(stories.runs("other"), stories.started("a")));

        assertThat(failures).hasSize(3).allSatisfy(each -> assertThat(each).isInstanceOf(StoreException.class));
        assertThat(failures)
                .extracting(Throwable::getMessage)
                .anySatisfy(each -> assertThat(each).contains("step 'a'", "has an outcome"));
        assertThat(store.history("good").orElseThrow().steps()).hasSize(1);
        assertThat(store.history("other").orElseThrow().steps()).hasSize(1);
        assertThat(outcome("twice", 0)).isEqualTo("first");
    }

    @Test
    void transitionsOfOneWorkflowKeepTheirOrderInAGroup() {
        Lease lease = stories.runs("order-1");
        List<Throwable> failures = together(
                () -> stories.end(lease, Ending.completed(Map.of())),
                () -> stories.commit(lease, stories.started("late")));

        // Whichever came first: behind the end nothing is recorded.
        History history = store.history("order-1").orElseThrow();
        assertThat(history.workflow().status()).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(history.steps()).hasSize(failures.isEmpty() ? 1 : 0);
    }

    @Test
    void whoIsInterruptedLearnsTheOutcomeAndStaysInterrupted() {
        Lease lease = stories.runs("order-1");
        Thread.currentThread().interrupt();

        stories.commit(lease, stories.started("a"));
        assertThat(store.history("order-1").orElseThrow().steps()).hasSize(1);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void closedStoreRefuses() {
        store.close();

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> stories.runs("order-1"));
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.find("order-1"));
        store.close();
    }

    // What a step wants done in the same transaction

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
    void workThatUsesTheStoreIsRefusedInsteadOfWaitingForItself() {
        Lease lease = stories.runs("order-1");

        assertThatExceptionOfType(StepWorkException.class)
                .isThrownBy(() -> stories.commit(
                        lease, stories.completed("a", "x", Stories.work(c -> store.cancel("order-1", "")))))
                .withMessageContaining("it has a connection");
    }

    // Schema

    @Test
    void schemaIsMigratedOnce() throws SQLException {
        store.close();
        reopen();

        assertThat(rows("SELECT version FROM hg_schema_version ORDER BY version"))
                .containsExactly("1", "2");
    }

    @Test
    void laterSchemaIsRefused() throws SQLException {
        store.close();
        execute("INSERT INTO hg_schema_version (version, at) VALUES (99, 0)");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> open(settings()))
                .withMessageContaining("its schema has version 99");

        execute("DELETE FROM hg_schema_version WHERE version = 99");
    }

    // Two processes

    @Test
    void twoStoresOnOneDatabaseFenceEachOther() {
        try (JdbcCheckpointer other = open(settings())) {
            Lease lease = stories.runs("order-1");
            stories.end(lease, Ending.of(WorkflowStatus.QUEUED, ""));
            Claim claim = other.claim("order-1", new Claimant("other", Duration.ofHours(1), 3), false);

            assertThat(claim).isInstanceOf(Claim.Claimed.class);
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> stories.commit(lease, stories.started("a")));
            new Stories(other).commit(((Claim.Claimed) claim).lease(), stories.started("a"));
            assertThat(store.history("order-1").orElseThrow().steps()).hasSize(1);
        }
    }

    @Test
    void relaxedTransitionsAreThereAtOnce() {
        Lease lease = stories.runs("order-1");
        store.commit(
                new Transition(lease, Stories.WORKER, Durability.RELAXED, null, List.of(stories.started("a")), null));
        store.commit(new Transition(
                lease,
                Stories.WORKER,
                Durability.SYNC,
                null,
                List.of(stories.completed("a", "x", StepEffects.NONE)),
                null));

        assertThat(outcome("order-1", 0)).isEqualTo("x");
    }

    // Cache

    @Test
    void cacheKeepsOutputsByTheirTypes() {
        JdbcCache cache = store.cache();
        CacheKey key = new CacheKey("digest");
        NodeOutputs outputs = new NodeOutputs(Arrays.asList(List.of(1, 2), null, "x".repeat(100_000)));
        Supplier<List<Type>> types =
                () -> List.of(GenericType.of(List.class, Integer.class), String.class, String.class);

        assertThat(cache.lookup(key, types)).isEmpty();
        cache.put(key, outputs, types);
        assertThat(cache.lookup(key, types)).contains(outputs);
        assertThat(cache.lookup(key)).isEmpty();
        assertThat(cache.lookup(key, () -> List.of(String.class, String.class, String.class)))
                .isEmpty();
        cache.put(new CacheKey("other"), new NodeOutputs(List.of(new Object())), () -> List.of(Object.class));
        assertThat(cache.lookup(new CacheKey("other"), () -> List.of(Object.class)))
                .isEmpty();

        clock.advance(Duration.ofMinutes(1));
        assertThat(cache.deleteOlderThan(Duration.ofHours(1))).isZero();
        assertThat(cache.deleteOlderThan(Duration.ZERO)).isEqualTo(1);
        store.close();
        cache.put(key, outputs, types);
        assertThat(cache.lookup(key, types)).isEmpty();
    }

    // Words

    final String outcome(String workflow, int step) {
        StepOutcome outcome =
                store.history(workflow).orElseThrow().steps().get(step).outcome();
        return (String) store.codec().decode(outcome.values().get(0), String.class);
    }

    final void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    final int count(String table) throws SQLException {
        return Integer.parseInt(rows("SELECT COUNT(*) FROM " + table).get(0));
    }

    final List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            int columns = results.getMetaData().getColumnCount();
            while (results.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(results.getString(i));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }

    private static void insert(Connection connection, String article) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO stock VALUES ('" + article + "')");
        }
    }

    /** Has all of it done in as few groups as possible, and gives what was thrown. */
    private List<Throwable> together(Runnable... all) {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(all.length + 1);
        try {
            Lease blocker = stories.runs("blocker");
            Future<?> first =
                    pool.submit(() -> stories.commit(blocker, stories.completed("a", "x", Stories.work(connection -> {
                        blocked.countDown();
                        release.await();
                    }))));
            blocked.await();
            List<Future<?>> others = new ArrayList<>();
            for (Runnable each : all) {
                others.add(pool.submit(each));
            }
            awaitWaiting(all.length);
            release.countDown();
            first.get();
            return failures(others);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        } finally {
            release.countDown();
            pool.shutdownNow();
        }
    }

    private static List<Throwable> failures(List<Future<?>> others) throws Exception {
        List<Throwable> failures = new ArrayList<>();
        for (Future<?> each : others) {
            try {
                each.get(1, TimeUnit.MINUTES);
            } catch (ExecutionException failure) {
                failures.add(failure.getCause());
            }
        }
        return failures;
    }

    private void awaitWaiting(int jobs) {
        while (store.waiting() < jobs) {
            Thread.onSpinWait();
        }
    }
}
