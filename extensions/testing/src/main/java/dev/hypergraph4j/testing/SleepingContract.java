package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.Verdict;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A workflow that sleeps is claimed when its time has come, or when it has news before. */
abstract class SleepingContract extends ContractTest {
    private static final Duration HOUR = Duration.ofHours(1);

    SleepingContract(CheckpointerContract contract) {
        super(contract);
    }

    private long inAnHour() {
        return store.now() + HOUR.toMillis();
    }

    private void sleeps(String id, long until) {
        end(runs(id), Ending.sleeping(until), started(STEP, 1), failed(STEP, 1, Verdict.RETRY));
    }

    @Test
    void sleepingWorkflowSaysUntilWhenAndHoldsNothing() {
        long until = inAnHour();
        sleeps("order-1", until);

        assertThat(found("order-1").status()).isEqualTo(WorkflowStatus.SLEEPING);
        assertThat(found("order-1").wakeAt()).isEqualTo(until);
        assertThat(found("order-1").leaseUntil()).isZero();
        assertThat(found("order-1").reason()).startsWith("until ");
        assertThat(store.workflows(WorkflowQuery.ALL.at(WorkflowStatus.SLEEPING)))
                .containsExactly(found("order-1"));
    }

    @Test
    void sleepingWorkflowIsNotFoundBeforeItsTime() {
        sleeps("order-1", inAnHour());

        assertThat(claimable()).isEmpty();
        advance(HOUR.minusMillis(1));
        assertThat(claimable()).isEmpty();

        advance(Duration.ofMillis(1));
        assertThat(claimable()).containsExactly("order-1");
        claimed("order-1", BOB);
        assertThat(claimable()).isEmpty();
    }

    @Test
    void thoseWhoseTimeHasComeWaitSinceThen() {
        long now = store.now();
        sleeps("slept", now - 1);
        sleeps("slept longer", now - 2);
        sleeps("sleeps", inAnHour());
        store.create(workflow("new"));

        assertThat(claimable()).containsExactly("slept longer", "slept", "new");
        assertThat(store.claimable(Set.of(GRAPH), 1)).containsExactly("slept longer");
        assertThat(store.claimable(Set.of("billing"), 10)).isEmpty();
    }

    @Test
    void nextWakeIsTheEarliestTimeThatHasNotCome() {
        assertThat(store.nextWake(Set.of(GRAPH))).isEmpty();
        long until = inAnHour();
        sleeps("later", until + 1);
        sleeps("next", until);
        sleeps("due", store.now());
        store.create(workflow("new"));

        assertThat(store.nextWake(Set.of("billing", GRAPH))).hasValue(until);
        assertThat(store.nextWake(Set.of("billing"))).isEmpty();
        assertThat(store.nextWake(Set.of())).isEmpty();

        store.cancel("next", "not wanted any more");
        assertThat(store.nextWake(Set.of(GRAPH))).hasValue(until + 1);
        claimed("later", BOB);
        assertThat(store.nextWake(Set.of(GRAPH))).isEmpty();
    }

    @Test
    void timeThatHasComeIsNoNextWake() {
        sleeps("order-1", inAnHour());

        advance(HOUR.minusMillis(1));
        assertThat(store.nextWake(Set.of(GRAPH))).isPresent();
        advance(Duration.ofMillis(1));
        assertThat(store.nextWake(Set.of(GRAPH))).isEmpty();
    }

    @Test
    void sleepingWorkflowIsClaimedBeforeItsTimeByWhoKnowsIt() {
        sleeps("order-1", inAnHour());

        History history = claimed("order-1", BOB).history();

        assertThat(history.workflow().status()).isEqualTo(WorkflowStatus.RUNNING);
        assertThat(history.workflow().wakeAt()).isZero();
        assertThat(history.workflow().reason()).isEmpty();
        assertThat(history.attempts()).extracting(Attempt::verdict).containsExactly(Verdict.RETRY);
    }

    @Test
    void sleepIsNoRecovery() {
        runs("order-1", DEAD);
        for (int night = 0; night <= DEAD.recoveryCap(); night++) {
            end(claimed("order-1", DEAD).lease(), Ending.sleeping(store.now()));
        }

        claimed("order-1", BOB);
        assertThat(found("order-1").recoveries()).isZero();
    }

    @Test
    void answerWakesAWorkflowBeforeItsTime() {
        end(runs("order-1"), Ending.sleeping(inAnHour()), started(STEP, 1), asked(STEP, 1));
        assertThat(store.pending()).hasSize(1);

        store.answer("order-1", STEP, value("yes"), "Ada");

        assertThat(status("order-1")).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(found("order-1").wakeAt()).isZero();
        assertThat(claimable()).containsExactly("order-1");
    }

    @Test
    void scheduledAnswerWakesAWorkflowBeforeItsTime() {
        end(runs("order-1"), Ending.sleeping(inAnHour()), started(STEP, 1), asked(STEP, 1));

        store.schedule("order-1", STEP, value("no"), store.now(), "timer");

        assertThat(claimable()).containsExactly("order-1");
    }

    @Test
    void endOfAChildWakesAWorkflowBeforeItsTime() {
        end(spawns(), Ending.sleeping(inAnHour()));

        completes(claimed("child", BOB).lease());

        assertThat(status("order-1")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void newsThatComeBeforeItSleepsKeepItAwake() {
        Lease lease = spawns();
        completes(claimed("child", BOB).lease());

        end(lease, Ending.sleeping(inAnHour()));

        assertThat(status("order-1")).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(claimable()).containsExactly("order-1");
    }

    private Lease spawns() {
        Lease lease = runs("order-1");
        StepEffects effects = new StepEffects(List.of(), List.of(child("child", "order-1")), List.of());
        commit(lease, started(STEP, 1), completed(STEP, 1, "x", effects));
        return lease;
    }

    @Test
    void sleepingWorkflowIsCancelledAtOnce() {
        sleeps("order-1", inAnHour());

        assertThat(store.cancel("order-1", "not wanted any more")).hasValueSatisfying(workflow -> {
            assertThat(workflow.status()).isEqualTo(WorkflowStatus.CANCELLED);
            assertThat(workflow.wakeAt()).isZero();
        });
        advance(HOUR);
        assertThat(claimable()).isEmpty();
    }

    @Test
    void sleepStandsInTheJournal() {
        sleeps("order-1", store.now());
        claimed("order-1", BOB);

        assertThat(journal("order-1"))
                .extracting(JournalEntry::type)
                .containsExactly("CREATED", "CLAIMED", "STARTED", "RETRY", "SLEEPING", "CLAIMED");
    }
}
