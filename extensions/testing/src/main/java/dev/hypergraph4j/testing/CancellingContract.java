package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A workflow that nobody runs is cancelled at once, else its worker is told. */
abstract class CancellingContract extends ContractTest {

    CancellingContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void workflowThatNobodyRunsIsCancelledAtOnce() {
        store.create(workflow("waits"));
        pauses("pauses");
        end(runs("waits for a child"), Ending.of(WorkflowStatus.WAITING_CHILD, ""));
        end(runs("parked"), Ending.parked(ParkReason.STOPPED, ""));
        runs("orphaned", DEAD);

        for (String id : List.of("waits", "pauses", "waits for a child", "parked", "orphaned")) {
            assertThat(store.cancel(id, "not wanted any more")).as(id).hasValueSatisfying(workflow -> {
                assertThat(workflow.status()).isEqualTo(WorkflowStatus.CANCELLED);
                assertThat(workflow.reason()).isEqualTo("not wanted any more");
                assertThat(workflow.parkReason()).isNull();
                assertThat(workflow.finishedAt()).isPositive();
            });
            assertThat(journal(id))
                    .last()
                    .satisfies(line -> assertThat(line.type()).isEqualTo("CANCELLED"));
        }
        assertThat(claimable()).isEmpty();
    }

    @Test
    void workerIsToldWhenItRenewsItsLease() {
        Lease lease = runs("order-1");
        assertThat(store.renew(List.of(lease), ALICE)).containsExactly(new Checkpointer.Renewal(lease, false));

        assertThat(store.cancel("order-1", "not wanted any more")).hasValueSatisfying(workflow -> {
            assertThat(workflow.status()).isEqualTo(WorkflowStatus.RUNNING);
            assertThat(workflow.cancelRequested()).isTrue();
        });

        assertThat(store.renew(List.of(lease), ALICE)).containsExactly(new Checkpointer.Renewal(lease, true));
        end(lease, Ending.of(WorkflowStatus.CANCELLED, "as wanted"));
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.CANCELLED);
        assertThat(found("order-1").reason())
                .as("of who wanted it, which its worker is not told")
                .isEqualTo("not wanted any more");
    }

    @Test
    void workerThatClaimsAWorkflowIsToldThatItIsToBeCancelled() {
        Lease lease = runs("order-1");
        store.cancel("order-1", "not wanted any more");
        store.renew(List.of(lease), LATE);

        assertThat(claimed("order-1", BOB).history().workflow().cancelRequested())
                .isTrue();
    }

    @Test
    void workflowThatIsToBeCancelledDoesNotWaitForAnything() {
        for (Ending ending : List.of(
                Ending.of(WorkflowStatus.QUEUED, ""),
                Ending.of(WorkflowStatus.PAUSED, ""),
                Ending.of(WorkflowStatus.WAITING_CHILD, ""),
                Ending.sleeping(store.now()),
                Ending.parked(ParkReason.STOPPED, ""))) {
            String id = "order to be " + ending.status();
            Lease lease = runs(id);
            store.cancel(id, "not wanted any more");

            end(lease, ending);

            assertThat(status(id)).as(id).isEqualTo(WorkflowStatus.CANCELLED);
            assertThat(found(id).reason()).isEqualTo("not wanted any more");
        }
    }

    @Test
    void workflowMayCompleteBeforeItsWorkerIsTold() {
        Lease lease = runs("order-1");
        store.cancel("order-1", "not wanted any more");

        completes(lease);

        assertThat(status("order-1")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void finishedWorkflowStaysAsItIs() {
        finished("order-1");

        assertThat(store.cancel("order-1", "too late"))
                .hasValueSatisfying(workflow -> assertThat(workflow.status()).isEqualTo(WorkflowStatus.COMPLETED));
    }

    @Test
    void cancelledTwiceIsCancelledOnce() {
        store.create(workflow("order-1"));
        store.cancel("order-1", "first");

        assertThat(store.cancel("order-1", "second"))
                .hasValueSatisfying(workflow -> assertThat(workflow.reason()).isEqualTo("first"));
        assertThat(journal("order-1"))
                .filteredOn(line -> line.type().equals("CANCELLED"))
                .hasSize(1);
    }

    @Test
    void workflowWhoseWorkerDiedAfterTheFirstWishIsCancelledWithTheSecond() {
        Lease lease = runs("order-1");
        store.cancel("order-1", "first");
        store.renew(List.of(lease), LATE);

        assertThat(store.cancel("order-1", "second")).hasValueSatisfying(workflow -> {
            assertThat(workflow.status()).isEqualTo(WorkflowStatus.CANCELLED);
            assertThat(workflow.reason()).isEqualTo("second");
        });
    }

    @Test
    void whatItSpawnedIsCancelledWithIt() {
        end(runs("parent"), Ending.of(WorkflowStatus.WAITING_CHILD, ""));
        store.create(child("waits", "parent"));
        store.create(child("grandchild", "waits"));
        Lease running = runs(child("runs", "parent"), ALICE);
        completes(runs(child("finished", "parent"), ALICE));
        store.create(workflow("fork", GRAPH, "digest", new Lineage(Lineage.Kind.FORK, "parent", STEP)));
        end(claimed("parent", ALICE).lease(), Ending.of(WorkflowStatus.WAITING_CHILD, ""));

        store.cancel("parent", "not wanted any more");

        assertThat(status("parent")).isEqualTo(WorkflowStatus.CANCELLED);
        assertThat(status("waits")).isEqualTo(WorkflowStatus.CANCELLED);
        assertThat(status("grandchild")).isEqualTo(WorkflowStatus.CANCELLED);
        assertThat(store.renew(List.of(running), ALICE)).containsExactly(new Checkpointer.Renewal(running, true));
        assertThat(status("finished")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(status("fork")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void workerThatCancelsItsWorkflowCancelsWhatThatSpawned() {
        Lease lease = runs("parent");
        store.create(child("child", "parent"));

        end(lease, Ending.of(WorkflowStatus.CANCELLED, "as wanted"));

        assertThat(status("child")).isEqualTo(WorkflowStatus.CANCELLED);
    }
}
