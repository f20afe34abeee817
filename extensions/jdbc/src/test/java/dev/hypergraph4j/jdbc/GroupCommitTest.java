package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.WorkflowExistsException;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever waits becomes one transaction, and what is refused in it is refused alone. */
@ParameterizedClass
@EnumSource
class GroupCommitTest extends StoreTest {
    private static final int MANY = 20;

    GroupCommitTest(DatabaseKind kind) {
        super(kind);
    }

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
    void outcomeThatWouldChangeIsRefusedAloneAmongMany() {
        Lease twice = stories.runs("twice");
        stories.commit(twice, stories.completed("a", "first"));
        List<Runnable> all = new ArrayList<>(many());
        all.add(() -> stories.commit(twice, stories.completed("a", "second")));

        assertThat(together(all.toArray(Runnable[]::new))).hasSize(1);

        assertThat(outcome("twice", 0)).isEqualTo("first");
        assertThatManyHaveTwoSteps();
    }

    @Test
    void idThatIsTakenIsRefusedAloneAmongMany() {
        stories.runs("taken");
        List<Runnable> all = new ArrayList<>(many());
        for (String id : List.of("new-1", "new-2", "taken", "new-3", "new-4")) {
            all.add(() -> stories.runs(id));
        }

        assertThat(together(all.toArray(Runnable[]::new))).singleElement().isInstanceOf(WorkflowExistsException.class);

        assertThat(store.find("new-1")).isPresent();
        assertThat(store.find("new-4")).isPresent();
        assertThatManyHaveTwoSteps();
    }

    @Test
    void stepsKeepTheOrderOfTheirEventsInAGroup() {
        Lease lease = stories.runs("order-1");
        List<String> steps =
                IntStream.range(0, 30).mapToObj(number -> "step-" + number).toList();
        StepEvent[] events =
                steps.stream().map(step -> stories.completed(step, step)).toArray(StepEvent[]::new);
        List<Runnable> all = new ArrayList<>(many());
        all.add(() -> stories.commit(lease, events));

        assertThat(together(all.toArray(Runnable[]::new))).isEmpty();

        assertThat(store.history("order-1").orElseThrow().steps())
                .extracting(step -> step.id().key())
                .isEqualTo(steps);
        assertThat(outcome("order-1", 29)).isEqualTo("step-29");
    }

    /** Transitions of as many workflows, each with two steps. */
    private List<Runnable> many() {
        List<Runnable> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Lease lease = stories.runs("many-" + i);
            all.add(() -> stories.commit(lease, stories.completed("a", "x"), stories.started("b")));
        }
        return all;
    }

    private void assertThatManyHaveTwoSteps() {
        for (int i = 0; i < MANY; i++) {
            assertThat(store.history("many-" + i).orElseThrow().steps()).hasSize(2);
        }
    }

    @Test
    void workflowsThatEndInAGroupAreOverAndTheOthersGoOn() {
        for (int round = 0; round < 10; round++) {
            List<Lease> leases = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                leases.add(stories.runs("ending-" + round + "-" + i));
            }
            List<Runnable> starts = new ArrayList<>();
            leases.forEach(lease -> starts.add(() -> stories.commit(lease, stories.started("a"))));
            List<Runnable> ends = new ArrayList<>();
            leases.subList(0, 5).forEach(lease -> ends.add(() -> stories.commit(lease, stories.started("b"))));
            leases.subList(5, 8).forEach(lease -> ends.add(() -> stories.end(lease, Ending.completed(Map.of()))));

            assertThat(together(starts.toArray(Runnable[]::new))).isEmpty();
            assertThat(together(ends.toArray(Runnable[]::new))).isEmpty();

            leases.subList(0, 5).forEach(lease -> assertThat(status(lease)).isEqualTo(WorkflowStatus.RUNNING));
            leases.subList(5, 8).forEach(lease -> assertThat(status(lease)).isEqualTo(WorkflowStatus.COMPLETED));
            leases.forEach(lease -> assertThatTheJournalHasNoGap(lease.workflow()));
        }
    }

    private WorkflowStatus status(Lease lease) {
        return store.find(lease.workflow()).orElseThrow().status();
    }

    private void assertThatTheJournalHasNoGap(String workflow) {
        List<JournalEntry> journal = store.journal(workflow, 0, 1_000);
        assertThat(journal)
                .extracting(JournalEntry::number)
                .isEqualTo(LongStream.rangeClosed(1, journal.size()).boxed().toList());
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
}
