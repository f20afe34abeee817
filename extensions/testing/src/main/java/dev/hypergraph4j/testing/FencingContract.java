package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Retention;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Only who claimed a workflow last commits for it. */
abstract class FencingContract extends ContractTest {

    FencingContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void workerThatLostItsLeaseRecordsNothing() {
        Lease old = runs("order-1", DEAD);
        commit(old, started(STEP, 1));
        Lease current = claimed("order-1", BOB).lease();

        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() -> commit(old, completed(STEP, 1, "from the old one")));
        commit(current, started(STEP, 2), completed(STEP, 2, "from the new one"));

        assertThat(firstValue(recorded("order-1", STEP))).isEqualTo("from the new one");
    }

    @Test
    void leaseThatIsOverIsGoodAsLongAsNobodyElseClaims() {
        Lease lease = runs("order-1", DEAD);

        commit(lease, started(STEP, 1), completed(STEP, 1, "7"));

        assertThat(recorded("order-1", STEP).status()).isEqualTo(StepStatus.COMPLETED);
    }

    @Test
    void leaseIsGivenUpAtAnEnding() {
        for (Ending ending : List.of(
                Ending.of(WorkflowStatus.QUEUED, ""),
                Ending.of(WorkflowStatus.PAUSED, ""),
                Ending.of(WorkflowStatus.WAITING_CHILD, ""),
                Ending.sleeping(store.now()),
                Ending.parked(ParkReason.STOPPED, ""),
                Ending.of(WorkflowStatus.CANCELLED, ""),
                Ending.completed(Map.of()))) {
            String id = "order that is " + ending.status();
            Lease lease = runs(id);
            end(lease, ending);

            assertThat(status(id)).isEqualTo(ending.status());
            refuses(lease);
        }
    }

    @Test
    void leaseOfAWorkflowThatWasCancelledMeanwhileIsLost() {
        Lease lease = runs("order-1", DEAD);
        store.cancel("order-1", "not wanted any more");

        refuses(lease);
    }

    @Test
    void leaseOfNoWorkflowIsLost() {
        refuses(new Lease("order-1", 1));
    }

    @Test
    void leaseOfAClaimThatNeverWasIsLost() {
        runs("order-1");

        refuses(new Lease("order-1", 2));
    }

    @Test
    void onlyLeasesThatAreGoodAreRenewed() {
        Lease good = runs("order-1");
        Lease late = runs("order-2", LATE);
        Lease lost = runs("order-3", LATE);
        claimed("order-3", BOB);
        Lease over = runs("order-4");
        completes(over);

        assertThat(store.renew(List.of(good, late, lost, over, new Lease("order-5", 1)), ALICE))
                .extracting(Checkpointer.Renewal::lease)
                .containsExactlyInAnyOrder(good, late);
        assertThat(found("order-2").leaseUntil()).isGreaterThan(store.now());
        assertThat(found("order-3").owner()).isEqualTo("bob");
    }

    @Test
    void leaseOfADeletedWorkflowIsNotGoodForTheNextOneOfItsName() {
        Lease old = runs("order-1");
        completes(old);
        store.keepHouse(Retention.FOREVER.mostFinished(0));
        Lease current = runs("order-1", BOB);
        assertThat(current).isEqualTo(old);

        assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> store.commit(transition(old, null)));
        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() -> store.commit(transition(old, Ending.completed(Map.of()))));
        assertThat(store.renew(List.of(old), ALICE)).isEmpty();
        assertThat(store.renew(List.of(current), BOB)).hasSize(1);
        commit(current, started(STEP, 1));

        assertThat(status("order-1")).isEqualTo(WorkflowStatus.RUNNING);
    }

    /** Something that Alice does. */
    private Transition transition(Lease lease, @Nullable Ending ending) {
        return new Transition(lease, ALICE, Durability.SYNC, null, List.of(started("late", 1)), ending);
    }

    @Test
    void nothingToRenewIsFine() {
        assertThat(store.renew(List.of(), ALICE)).isEmpty();
    }

    private void refuses(Lease lease) {
        assertThatExceptionOfType(LeaseLostException.class).isThrownBy(() -> commit(lease, started("late", 1)));
    }
}
