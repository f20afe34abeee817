package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.Verdict;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A workflow whose workers die again and again is parked. */
abstract class RecoveryContract extends ContractTest {

    RecoveryContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void claimAfterADeathIsARecovery() {
        runs("order-1", DEAD);

        claimed("order-1", DEAD);
        assertThat(found("order-1").recoveries()).isEqualTo(1);
        claimed("order-1", DEAD);
        assertThat(found("order-1").recoveries()).isEqualTo(2);
    }

    @Test
    void claimOfAWaitingWorkflowIsNone() {
        store.create(workflow("order-1"));
        claimed("order-1", ALICE);

        assertThat(found("order-1").recoveries()).isZero();
    }

    @Test
    void workflowThatWasRecoveredTooOftenIsParked() {
        exhaust("order-1");

        Claim claim = store.claim("order-1", BOB, false);

        assertThat(claim).isInstanceOf(Claim.Parked.class);
        Workflow workflow = ((Claim.Parked) claim).workflow();
        assertThat(workflow).isEqualTo(found("order-1"));
        assertThat(workflow.status()).isEqualTo(WorkflowStatus.PARKED);
        assertThat(workflow.parkReason()).isEqualTo(ParkReason.RECOVERY_EXHAUSTED);
        assertThat(claimable()).isEmpty();
        assertThat(journal("order-1"))
                .last()
                .satisfies(line -> assertThat(line.type()).isEqualTo("PARKED"));
    }

    @Test
    void workerOfAWorkflowThatWasParkedMeanwhileIsFenced() {
        exhaust("order-1");
        Lease last = new Lease("order-1", found("order-1").epoch());
        store.claim("order-1", BOB, false);

        assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> commit(last, started("late", 1)));
    }

    @Test
    void claimantWithoutRecoveriesParksAtOnce() {
        runs("order-1", DEAD);

        assertThat(store.claim("order-1", new Claimant("bob", Duration.ofHours(1), 0), false))
                .isInstanceOf(Claim.Parked.class);
    }

    @Test
    void stepThatIsRecordedMakesRecoveriesForgotten() {
        for (StepEvent progress : List.of(completed(STEP, 1, "7"), asked(STEP, 1), saved(STEP, 1, "half"))) {
            String id = "order with " + progress.getClass().getSimpleName();
            runs(id, DEAD);
            Lease lease = claimed(id, DEAD).lease();
            commit(lease, started(STEP, 1), progress);

            assertThat(found(id).recoveries()).as(id).isZero();
        }
    }

    @Test
    void beginningAndFailingIsNoProgress() {
        runs("order-1", DEAD);
        Lease lease = claimed("order-1", DEAD).lease();
        commit(lease, started(STEP, 1), failed(STEP, 1, Verdict.RETRY));

        assertThat(found("order-1").recoveries()).isEqualTo(1);
    }

    @Test
    void workerThatEndsItsLeaseMakesRecoveriesForgotten() {
        runs("order-1", DEAD);
        end(claimed("order-1", DEAD).lease(), Ending.of(WorkflowStatus.PAUSED, ""));

        assertThat(found("order-1").recoveries()).isZero();
    }

    @Test
    void operatorMakesRecoveriesForgotten() {
        exhaust("order-1");
        store.claim("order-1", BOB, false);

        assertThat(store.claim("order-1", DEAD, true)).isInstanceOf(Claim.Claimed.class);
        assertThat(found("order-1").recoveries()).isZero();
    }

    @Test
    void requeuedWorkflowIsRecoveredAsIfForTheFirstTime() {
        exhaust("order-1");
        store.claim("order-1", BOB, false);

        assertThat(store.requeue("order-1")).isTrue();
        Workflow workflow = found("order-1");
        assertThat(workflow.status()).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(workflow.parkReason()).isNull();
        assertThat(workflow.recoveries()).isZero();
        assertThat(claimable()).containsExactly("order-1");
    }

    /** Has as many workers die as may. */
    private void exhaust(String id) {
        runs(id, DEAD);
        for (int i = 0; i < DEAD.recoveryCap(); i++) {
            claimed(id, DEAD);
        }
    }
}
