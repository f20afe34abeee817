package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.Verdict;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An operator has a parked workflow go on. */
abstract class SettlingContract extends ContractTest {

    SettlingContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void workflowIsParkedForAnyReason() {
        for (ParkReason why : ParkReason.values()) {
            end(runs("order " + why), Ending.parked(why, "it does not go on"));

            assertThat(found("order " + why).parkReason()).isEqualTo(why);
        }
    }

    @Test
    void outcomeIsGivenByHand() {
        parks("order-1");

        assertThat(store.settle("order-1", STEP, outcome("paid"), "Ada")).isTrue();

        Step step = recorded("order-1", STEP);
        assertThat(step.status()).isEqualTo(StepStatus.COMPLETED);
        assertThat(step.attempt()).isZero();
        assertThat(firstValue(step)).isEqualTo("paid");
        assertThat(attempt("order-1", STEP, 1).status()).isEqualTo(AttemptStatus.OUTCOME_UNKNOWN);
        goesOn("order-1");
    }

    @Test
    void stepIsTriedAgain() {
        parks("order-1");

        assertThat(store.settle("order-1", STEP, null, "Ada")).isTrue();

        assertThat(recorded("order-1", STEP).status()).isEqualTo(StepStatus.OPEN);
        assertThat(attempt("order-1", STEP, 1).status()).isEqualTo(AttemptStatus.FAILED);
        assertThat(attempt("order-1", STEP, 1).verdict()).isEqualTo(Verdict.RETRY);
        goesOn("order-1");
    }

    @Test
    void outcomeIsGivenOnce() {
        parks("order-1");
        store.settle("order-1", STEP, outcome("paid"), "Ada");
        end(claimed("order-1", BOB).lease(), Ending.parked(ParkReason.STOPPED, ""));

        assertThat(store.settle("order-1", STEP, outcome("not paid"), "Bob")).isFalse();
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.PARKED);
    }

    @Test
    void onlyAStepOfAParkedWorkflowIsSettled() {
        commit(runs("order-1"), started(STEP, 1));
        parks("order-2");

        assertThat(store.settle("order-1", STEP, outcome("paid"), "Ada")).isFalse();
        assertThat(store.settle("order-2", "no such step", outcome("paid"), "Ada"))
                .isFalse();
        assertThat(store.settle("order-3", STEP, outcome("paid"), "Ada")).isFalse();
        assertThat(status("order-2")).isEqualTo(WorkflowStatus.PARKED);
    }

    @Test
    void parkedAndPausedWorkflowsAreRequeued() {
        parks("order-1");
        pauses("order-2");

        for (String id : List.of("order-1", "order-2")) {
            assertThat(store.requeue(id)).isTrue();
            Workflow workflow = found(id);
            assertThat(workflow.status()).isEqualTo(WorkflowStatus.QUEUED);
            assertThat(workflow.parkReason()).isNull();
            assertThat(workflow.reason()).isEmpty();
            assertThat(store.requeue(id)).as("once more").isFalse();
        }
    }

    @Test
    void othersStayAsTheyAre() {
        runs("runs");
        finished("finished");

        assertThat(store.requeue("runs")).isFalse();
        assertThat(store.requeue("finished")).isFalse();
        assertThat(status("runs")).isEqualTo(WorkflowStatus.RUNNING);
        assertThat(status("finished")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    /** A workflow that is parked, since nobody knows what became of an attempt. */
    private void parks(String id) {
        commit(runs(id, DEAD), started(STEP, 1));
        end(claimed(id, BOB).lease(), Ending.parked(ParkReason.UNKNOWN_EFFECT, STEP));
    }

    private void goesOn(String id) {
        assertThat(status(id)).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(found(id).parkReason()).isNull();
        assertThat(claimable()).containsExactly(id);
    }
}
