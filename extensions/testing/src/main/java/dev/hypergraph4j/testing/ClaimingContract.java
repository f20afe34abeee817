package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.Verdict;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A workflow is its claimant's, until its lease is over. */
abstract class ClaimingContract extends ContractTest {

    ClaimingContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void waitingWorkflowIsClaimed() {
        store.create(workflow("order-1"));

        Claim.Claimed claim = claimed("order-1", ALICE);

        assertThat(claim.lease()).isEqualTo(new Lease("order-1", 1));
        Workflow workflow = claim.history().workflow();
        assertThat(workflow).isEqualTo(found("order-1"));
        assertThat(workflow.status()).isEqualTo(WorkflowStatus.RUNNING);
        assertThat(workflow.owner()).isEqualTo("alice");
        assertThat(workflow.leaseUntil()).isGreaterThan(store.now());
        assertThat(text(claim.history().inputs().get("customer"))).isEqualTo("Ada");
        commit(claim.lease(), started(STEP, 1));
    }

    @Test
    void workflowWithAGoodLeaseIsTaken() {
        runs("order-1");

        for (boolean byOperator : List.of(true, false)) {
            assertThat(store.claim("order-1", BOB, byOperator)).isInstanceOf(Claim.Taken.class);
        }
        assertThat(found("order-1").owner()).isEqualTo("alice");
        assertThat(found("order-1").epoch()).isEqualTo(1);
    }

    @Test
    void workerDoesNotClaimItsOwnTwice() {
        runs("order-1");

        assertThat(store.claim("order-1", ALICE, false)).isInstanceOf(Claim.Taken.class);
    }

    @Test
    void unknownWorkflowIsNotClaimed() {
        assertThat(store.claim("order-1", ALICE, false)).isEqualTo(new Claim.Unknown("order-1"));
    }

    @Test
    void finishedWorkflowGivesWhatItCameTo() {
        end(runs("order-1"), Ending.completed(Map.of("price", value("7"))));

        Claim claim = store.claim("order-1", BOB, false);

        assertThat(claim).isInstanceOf(Claim.Finished.class);
        assertThat(text(((Claim.Finished) claim).history().outputs().get("price")))
                .isEqualTo("7");
        assertThat(found("order-1").epoch()).isEqualTo(1);
    }

    @Test
    void workflowThatWaitsIsClaimedByWhoKnowsIt() {
        for (WorkflowStatus status : List.of(WorkflowStatus.PAUSED, WorkflowStatus.WAITING_CHILD)) {
            String id = "order that is " + status;
            end(runs(id), Ending.of(status, ""));

            assertThat(claimed(id, BOB).lease().epoch()).isEqualTo(2);
        }
    }

    @Test
    void onlyAnOperatorClaimsAParkedWorkflow() {
        end(runs("order-1"), Ending.parked(ParkReason.STOPPED, "by hand"));

        Claim refused = store.claim("order-1", BOB, false);
        assertThat(refused).isEqualTo(new Claim.Parked(found("order-1")));

        assertThat(store.claim("order-1", BOB, true)).isInstanceOf(Claim.Claimed.class);
        assertThat(found("order-1").parkReason()).isNull();
        assertThat(found("order-1").reason()).isEmpty();
    }

    @Test
    void eachClaimHasANewEpoch() {
        store.create(workflow("order-1"));

        for (long epoch = 1; epoch <= 3; epoch++) {
            assertThat(claimed("order-1", DEAD).lease().epoch()).isEqualTo(epoch);
        }
    }

    @Test
    void attemptsUnderWayHaveAnUnknownOutcomeAfterAClaim() {
        Lease lease = runs("order-1", DEAD);
        commit(lease, started("done", 1), completed("done", 1, "x"), started("open", 1), saved("open", 1, "half"));
        commit(lease, started("again", 1), failed("again", 1, Verdict.RETRY));

        History history = claimed("order-1", BOB).history();

        assertThat(history.attempts())
                .extracting(Attempt::step, Attempt::status)
                .containsExactlyInAnyOrder(
                        tuple("open", AttemptStatus.OUTCOME_UNKNOWN), tuple("again", AttemptStatus.FAILED));
        assertThat(attempt("order-1", "done", 1).status()).isEqualTo(AttemptStatus.COMPLETED);
        assertThat(text(attempt("order-1", "open", 1).checkpoint())).isEqualTo("half");
        assertThat(attempt("order-1", "open", 1).effectId()).isEqualTo("effect of open");
        assertThat(recorded("order-1", "open").status()).isEqualTo(StepStatus.OPEN);
    }

    @Test
    void openAttemptsOfAWorkflowThatWasGivenBackAreUnknownToo() {
        end(runs("order-1"), Ending.of(WorkflowStatus.QUEUED, ""), started(STEP, 1));

        claimed("order-1", BOB);

        assertThat(attempt("order-1", STEP, 1).status()).isEqualTo(AttemptStatus.OUTCOME_UNKNOWN);
    }

    @Test
    void claimStandsInTheJournal() {
        store.create(workflow("order-1"));
        claimed("order-1", ALICE);

        assertThat(journal("order-1")).last().satisfies(line -> {
            assertThat(line.type()).isEqualTo("CLAIMED");
            assertThat(line.epoch()).isEqualTo(1);
        });
    }

    @Test
    void leaseLastsAsLongAsTheClaimantSaid() {
        runs("order-1", new Claimant("alice", Duration.ofSeconds(30), 3));

        advance(Duration.ofSeconds(29));
        assertThat(claimable()).isEmpty();
        assertThat(store.claim("order-1", BOB, false)).isInstanceOf(Claim.Taken.class);

        advance(Duration.ofSeconds(1));
        assertThat(claimable()).containsExactly("order-1");
        claimed("order-1", BOB);
    }

    @Test
    void renewedLeaseLastsLonger() {
        Claimant alice = new Claimant("alice", Duration.ofSeconds(30), 3);
        Lease lease = runs("order-1", alice);

        advance(Duration.ofSeconds(20));
        store.renew(List.of(lease), alice);
        advance(Duration.ofSeconds(20));

        assertThat(store.claim("order-1", BOB, false)).isInstanceOf(Claim.Taken.class);
    }

    @Test
    void workersFindWhatWaitsAndWhatLostItsWorker() {
        store.create(workflow("waits"));
        runs("runs");
        tick();
        runs("orphaned", DEAD);
        pauses("pauses");
        end(runs("waits for a child"), Ending.of(WorkflowStatus.WAITING_CHILD, ""));
        end(runs("parked"), Ending.parked(ParkReason.STOPPED, ""));
        finished("finished");

        assertThat(claimable()).containsExactlyInAnyOrder("waits", "orphaned");
    }

    @Test
    void workersFindWhatWaitsLongestFirst() {
        for (String id : List.of("b", "c", "a")) {
            store.create(workflow(id));
            tick();
        }
        end(claimed("b", ALICE).lease(), Ending.of(WorkflowStatus.QUEUED, "")); // It waits anew.

        assertThat(claimable()).containsExactly("c", "a", "b");
        assertThat(store.claimable(Set.of(GRAPH), 2)).containsExactly("c", "a");
    }

    @Test
    void workersFindOnlyTheGraphsThatTheyServe() {
        store.create(workflow("order-1"));
        store.create(workflow("bill-1", "billing", "digest", Lineage.STARTED));

        assertThat(store.claimable(Set.of("billing", "shipping"), 10)).containsExactly("bill-1");
        assertThat(store.claimable(Set.of(), 10)).isEmpty();
    }
}
