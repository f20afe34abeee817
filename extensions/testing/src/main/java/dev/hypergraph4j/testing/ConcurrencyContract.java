package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Admission;
import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.ChildPolicy;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Of many who want the same, one gets it. */
abstract class ConcurrencyContract extends ContractTest {

    ConcurrencyContract(CheckpointerContract contract) {
        super(contract);
    }

    private static final int MANY = 50;

    @Test
    void manyClaimAndOneWins() throws Exception {
        store.create(workflow("order-1"));

        List<Claim> claims = atOnce(
                worker -> store.claim("order-1", new Claimant("worker " + worker, Duration.ofHours(1), 3), false));

        assertThat(claims).filteredOn(Claim.Claimed.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(Claim.Taken.class::isInstance).hasSize(MANY - 1);
        assertThat(found("order-1").epoch()).isEqualTo(1);
    }

    @Test
    void manyRecoverAndOneWins() throws Exception {
        runs("order-1", DEAD);

        List<Claim> claims = atOnce(
                worker -> store.claim("order-1", new Claimant("worker " + worker, Duration.ofHours(1), 3), false));

        assertThat(claims).filteredOn(Claim.Claimed.class::isInstance).hasSize(1);
        assertThat(found("order-1").recoveries()).isEqualTo(1);
    }

    @Test
    void manyAnswerAndOneIsAccepted() throws Exception {
        pauses("order-1");

        List<AnswerReceipt> receipts =
                atOnce(person -> store.answer("order-1", STEP, value("answer " + person), "person " + person)
                        .orElseThrow());

        assertThat(receipts).filteredOn(AnswerReceipt::accepted).hasSize(1);
        assertThat(receipts)
                .extracting(receipt -> text(receipt.question().answer()))
                .containsOnly(text(history("order-1").questions().get(0).answer()));
    }

    @Test
    void manyCreateAndOneDoes() throws Exception {
        List<Boolean> created = atOnce(caller -> store.create(workflow("order-1")));

        assertThat(created).containsOnlyOnce(true);
        assertThat(store.workflows(WorkflowQuery.ALL)).hasSize(1);
    }

    @Test
    void manyAdmitAndOneDoes() throws Exception {
        List<Boolean> admitted = atOnce(reader -> store.admit(new Admission("queue", 7, workflow("order-1"))));

        assertThat(admitted).containsOnlyOnce(true);
    }

    @Test
    void manyChildrenEndWhileTheirParentIsCancelledAndTheLastOneEndsIt() throws Exception {
        end(runs("parent"), Ending.of(WorkflowStatus.WAITING_CHILD, ""));
        List<Lease> children = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            children.add(runs(child("child " + i, "parent", ChildPolicy.WAIT), ALICE));
        }

        var unused = atOnce(caller -> {
            if (caller == MANY / 2) {
                store.cancel("parent", "not wanted any more");
            }
            completes(children.get(caller));
            return true;
        });

        assertThat(status("parent")).isEqualTo(WorkflowStatus.CANCELLED);
    }

    @Test
    void oldAndNewWorkerCommitAndOnlyOneIsRecorded() throws Exception {
        Lease old = runs("order-1", DEAD);
        commit(old, started(STEP, 1));
        Lease current = claimed("order-1", BOB).lease();

        List<Boolean> recorded = atOnce(worker -> {
            Lease lease = worker % 2 == 0 ? old : current;
            return commits(lease, completed(STEP, 1, "by epoch " + lease.epoch()));
        });

        assertThat(recorded).containsOnlyOnce(true);
        assertThat(firstValue(recorded("order-1", STEP))).isEqualTo("by epoch 2");
    }

    @Test
    void stepsOfOneWorkerAreAllRecorded() throws Exception {
        Lease lease = runs("order-1");

        List<Boolean> recorded =
                atOnce(step -> commits(lease, started("step " + step, 1), completed("step " + step, 1, "x")));

        assertThat(recorded).containsOnly(true);
        assertThat(history("order-1").steps()).hasSize(MANY);
        List<JournalEntry> lines = journal("order-1");
        assertThat(lines).extracting(JournalEntry::number).isSorted().doesNotHaveDuplicates();
        assertThat(lines.get(lines.size() - 1).number()).isEqualTo(lines.size());
    }

    @Test
    void claimAndCommitDoNotBothWin() throws Exception {
        for (int i = 0; i < MANY; i++) {
            String id = "order-" + i;
            Lease lease = runs(id, DEAD);
            List<Boolean> won = atOnce(
                    2,
                    who -> who == 0
                            ? commits(lease, completed(STEP, 1, "x"))
                            : store.claim(id, BOB, false) instanceof Claim.Claimed claim
                                    && claim.history().steps().isEmpty());

            // Either the claimant sees the step, or the step is not recorded.
            assertThat(won).containsExactlyInAnyOrder(true, false);
        }
    }

    private boolean commits(Lease lease, StepEvent... events) {
        try {
            commit(lease, events);
            return true;
        } catch (StoreException refused) {
            return false;
        }
    }

    private static <T> List<T> atOnce(IntFunction<T> what) throws Exception {
        return atOnce(MANY, what);
    }

    /** Has as many threads do it at the same time, and gives what each got. */
    private static <T> List<T> atOnce(int threads, IntFunction<T> what) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier barrier = new CyclicBarrier(threads);
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                tasks.add(() -> {
                    barrier.await();
                    return what.apply(number);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> done : pool.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
