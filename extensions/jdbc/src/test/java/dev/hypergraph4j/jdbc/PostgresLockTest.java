package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.ChildPolicy;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where another process has locked the row of a workflow and stands still, who has nothing to do with it goes on. */
class PostgresLockTest extends StoreTest {
    private final ExecutorService others = Executors.newCachedThreadPool();

    PostgresLockTest() {
        super(DatabaseKind.POSTGRESQL);
    }

    @AfterEach
    void endOthers() {
        others.shutdownNow();
    }

    @Test
    void workerThatStandsStillInTheMiddleOfATransactionHoldsUpNobodyWhoClaims() throws SQLException {
        store.create(stories.workflow("order-1"));
        store.create(stories.workflow("order-2"));
        try (Connection still = connect()) {
            lock(still, "order-1");

            assertThat(store.claim("order-1", Stories.WORKER, false)).isInstanceOf(Claim.Taken.class);
            assertThat(store.claim("order-2", Stories.WORKER, false)).isInstanceOf(Claim.Claimed.class);
            still.rollback(); // The server takes note of a closed connection some time later.
        }
        assertThat(store.claim("order-1", Stories.WORKER, false)).isInstanceOf(Claim.Claimed.class);
    }

    @Test
    void answerThatIsDueHoldsUpNobodyWhereItsWorkflowIsLocked() throws SQLException {
        Lease lease = stories.runs("order-1");
        stories.commit(lease, stories.asked("ask", String.class));
        store.schedule("order-1", "ask", stories.value("yes"), store.now() - 1, "timer");
        store.create(stories.workflow("order-2"));
        try (Connection still = connect()) {
            lock(still, "order-1");

            assertThat(store.claimable(Set.of("ordering"), 10)).containsExactly("order-2");
            assertThat(store.claim("order-1", Stories.WORKER, false)).isInstanceOf(Claim.Taken.class);
            assertThat(store.pending()).hasSize(1);
            still.rollback();
        }
        store.claimable(Set.of("ordering"), 10);
        assertThat(store.pending()).as("settled with the next look").isEmpty();
    }

    @Test
    void answerThatIsScheduledForLaterJustWhenTheFirstOneIsDueIsWaitedFor() {
        try (JdbcCheckpointer other = open(JdbcCheckpointer.builder().clock(clock))) {
            asksWithAnAnswerThatIsDue("order-1");
            onceTheDueAnswersAreRead(
                    () -> other.schedule("order-1", "ask", stories.value("no"), other.now() + 1_000, "operator"));

            store.claim("order-1", Stories.WORKER, false);
        }
        assertThat(store.pending()).as("to be answered later").hasSize(1);
    }

    @Test
    void answerThatIsDueForAWorkflowThatIsCancelledJustThenIsNone() {
        try (JdbcCheckpointer other = open(JdbcCheckpointer.builder().clock(clock))) {
            asksWithAnAnswerThatIsDue("order-1");
            onceTheDueAnswersAreRead(() -> other.cancel("order-1", "not wanted"));

            store.claim("order-1", Stories.WORKER, false);
        }
        assertThat(store.journal("order-1", 0, 100))
                .extracting(JournalEntry::type)
                .doesNotContain("ANSWERED");
    }

    private void asksWithAnAnswerThatIsDue(String workflow) {
        Lease lease = stories.runs(workflow);
        stories.end(lease, Ending.of(WorkflowStatus.PAUSED, ""), stories.asked("ask", String.class));
        store.schedule(workflow, "ask", stories.value("yes"), store.now() - 1, "timer");
    }

    /** Has the writer find that something else was done when it had read what is due. */
    private void onceTheDueAnswersAreRead(Runnable what) {
        once("due_answer, due_by FROM", what);
    }

    /** Does something when the first statement has been executed that contains a text. */
    private void once(String text, Runnable what) {
        AtomicInteger left = new AtomicInteger(1);
        wiretap.listener(new Wiretap.Listener() {
            @Override
            public void after(String call) {
                if (call.contains(text) && left.getAndDecrement() == 1) {
                    what.run();
                }
            }
        });
    }

    @Test
    void othersAreWrittenWhileOneWaitsForWhatIsLocked() throws Exception {
        store.close();
        store = open(settings().patience(Duration.ofMinutes(10)));
        stories = new Stories(store);
        stories.runs("order-1");
        Lease unrelated = stories.runs("order-2");
        Future<?> waits;
        try (Connection still = connect()) {
            lock(still, "order-1");
            waits = others.submit(() -> store.cancel("order-1", "no longer wanted"));

            stories.commit(unrelated, stories.started("a"));
            stories.commit(unrelated, stories.completed("a", "x"));
            assertThat(waits).isNotDone();
            still.rollback();
        }
        waits.get();
        assertThat(store.find("order-1").orElseThrow().cancelRequested()).isTrue();
    }

    @Test
    void clockDoesNotFallBehindByHowLongATransitionWaited() throws Exception {
        try (JdbcCheckpointer own = open(JdbcCheckpointer.builder())) {
            Stories words = new Stories(own);
            Lease lease = words.runs("order-1");
            try (Connection still = connect()) {
                lock(still, "order-1");
                Future<?> waits = others.submit(() -> words.commit(lease, words.started("a")));
                try (var statement = still.createStatement()) {
                    statement.execute("SELECT pg_sleep(1)");
                }
                still.rollback();
                waits.get();
            }
            long here = System.currentTimeMillis(); // The server is here, too.
            assertThat(own.now()).isGreaterThan(here - 500);
        }
    }

    @Test
    void childThatEndsWhileItsParentIsAboutToWaitWakesIt() throws Exception {
        Lease parent = stories.runs("order-1");
        NewWorkflow child = child("order-1/child", "order-1", ChildPolicy.CANCEL);
        stories.commit(parent, stories.started("a"));
        StepEffects spawning = new StepEffects(List.of(), List.of(child), List.of());
        stories.commit(parent, stories.completed("a", "x", spawning));
        Lease ofChild = ((Claim.Claimed) store.claim(child.id(), Stories.WORKER, false)).lease();
        try (JdbcCheckpointer other = open(JdbcCheckpointer.builder().clock(clock))) {
            Ending waiting = Ending.of(WorkflowStatus.WAITING_CHILD, "");
            AtomicReference<Future<?>> waits = new AtomicReference<>();
            wiretap.listener(new Wiretap.Listener() {
                @Override
                public void after(String call) {
                    if (call.contains("status IN ('PAUSED', 'WAITING_CHILD', 'SLEEPING')") && waits.get() == null) {
                        waits.set(others.submit(() -> new Stories(other).end(parent, waiting)));
                        awaitDoneOrLocked(waits.get());
                    }
                }
            });

            stories.end(ofChild, Ending.completed(Map.of()));
            waits.get().get();
        }
        assertThat(store.find("order-1").orElseThrow().status()).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void childThatEndsWhileItsParentIsBeingCancelledEndsIt() throws Exception {
        stories.end(stories.runs("order-1"), Ending.of(WorkflowStatus.WAITING_CHILD, ""));
        Lease child = waitedFor("child");
        try (JdbcCheckpointer other = open(JdbcCheckpointer.builder().clock(clock))) {
            Stories others = new Stories(other);
            onceItIsAskedForWhatItWaits(
                    () -> others.end(child, Ending.completed(Map.of())), () -> store.cancel("order-1", "not wanted"));
        }
        assertThat(store.find("order-1").orElseThrow().status()).isEqualTo(WorkflowStatus.CANCELLED);
    }

    @Test
    void lastChildrenThatEndAtTheSameTimeElsewhereEndTheirParent() throws Exception {
        stories.end(stories.runs("order-1"), Ending.of(WorkflowStatus.WAITING_CHILD, ""));
        Lease child = waitedFor("child");
        Lease another = waitedFor("another");
        store.cancel("order-1", "not wanted");
        try (JdbcCheckpointer other = open(JdbcCheckpointer.builder().clock(clock))) {
            Stories others = new Stories(other);
            onceItIsAskedForWhatItWaits(
                    () -> others.end(another, Ending.completed(Map.of())),
                    () -> stories.end(child, Ending.completed(Map.of())));
        }
        assertThat(store.find("order-1").orElseThrow().status()).isEqualTo(WorkflowStatus.CANCELLED);
    }

    /** Does something, and something else beside it from when it was asked whether the workflow has to wait for children: as far as it gets. */
    private void onceItIsAskedForWhatItWaits(Runnable beside, Runnable what) throws Exception {
        AtomicReference<Future<?>> done = new AtomicReference<>();
        once("child_policy = 'WAIT'", () -> {
            done.set(others.submit(beside));
            awaitDoneOrLocked(done.get());
        });
        what.run();
        done.get().get();
    }

    /** A child of order-1, which a worker has. */
    private Lease waitedFor(String id) {
        store.create(child(id, "order-1", ChildPolicy.WAIT));
        return ((Claim.Claimed) store.claim(id, Stories.WORKER, false)).lease();
    }

    @Test
    void leaseWhoseRowIsLockedIsGoodAndTheOthersAreRenewed() throws Exception {
        Lease locked = stories.runs("order-1");
        Lease free = stories.runs("order-2");
        Lease lost = new Lease("order-1", 7);
        clock.advance(Duration.ofMinutes(20));
        try (Connection still = connect()) {
            lock(still, "order-1");

            assertThat(store.renew(List.of(locked, free, lost), Stories.WORKER))
                    .containsExactly(new Checkpointer.Renewal(locked, false), new Checkpointer.Renewal(free, false));
            still.rollback();
        }
        assertThat(until("order-2"))
                .isEqualTo(until("order-1") + Duration.ofMinutes(20).toMillis());
    }

    @Test
    void leaseWhoseRowIsFreeAgainSoonIsRenewed() throws Exception {
        Lease lease = stories.runs("order-1");
        long before = until("order-1");
        clock.advance(Duration.ofMinutes(20));
        try (Connection still = connect()) {
            lock(still, "order-1");
            once("SKIP LOCKED", () -> {
                try {
                    still.rollback();
                } catch (SQLException broken) {
                    throw new IllegalStateException(broken);
                }
            });

            assertThat(store.renew(List.of(lease), Stories.WORKER)).hasSize(1);
        }
        assertThat(until("order-1")).isEqualTo(before + Duration.ofMinutes(20).toMillis());
    }

    @Test
    void leasesAreRenewedWhileTheWorkOfAStepIsDone() throws Exception {
        Lease lease = stories.runs("order-1");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ends = new CountDownLatch(1);
        Future<?> works = others.submit(() -> stories.commit(lease, stories.completed("a", "x", Stories.work(c -> {
            begun.countDown();
            ends.await();
        }))));
        begun.await();

        Future<List<Checkpointer.Renewal>> renewed = others.submit(() -> store.renew(List.of(lease), Stories.WORKER));
        assertThat(renewed.get(1, TimeUnit.MINUTES)).hasSize(1);
        ends.countDown();
        works.get();
    }

    private long until(String workflow) {
        return store.find(workflow).orElseThrow().leaseUntil();
    }

    private NewWorkflow child(String id, String parent, ChildPolicy policy) {
        return stories.workflow(id, new Lineage(Lineage.Kind.CHILD, parent, "a", policy));
    }

    /** Waits for what another store does, but not for as long as it waits for a lock. */
    private void awaitDoneOrLocked(Future<?> done) {
        try {
            while (!done.isDone()
                    && rows("SELECT pid FROM pg_locks WHERE NOT granted").isEmpty()) {
                Thread.onSpinWait();
            }
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    private static void lock(Connection still, String workflow) throws SQLException {
        still.setAutoCommit(false);
        try (var statement = still.createStatement()) {
            statement.execute("SELECT id FROM hg_workflow WHERE id = '" + workflow + "' FOR UPDATE");
        }
    }
}
