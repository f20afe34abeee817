package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.ChildPolicy;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Copy;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of children when their parent is cancelled, and of a parent that has to wait for them. */
abstract class ChildPoliciesContract extends ContractTest {
    private static final Ending WAITS = Ending.of(WorkflowStatus.WAITING_CHILD, "");

    ChildPoliciesContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void policyIsRecordedWithTheChild() {
        for (ChildPolicy policy : ChildPolicy.values()) {
            spawns("parent of " + policy, "child " + policy, policy);

            assertThat(found("child " + policy).lineage().policy()).isEqualTo(policy);
        }
    }

    // What becomes of the children

    @Test
    void onlyChildrenThatAreToBeCancelledAreCancelledWithTheirParent() {
        children("parent");

        store.cancel("parent", "not wanted any more");

        assertThat(status("parent CANCEL")).isEqualTo(WorkflowStatus.CANCELLED);
        assertThat(status("parent ABANDON")).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(status("parent WAIT")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void childrenOfOneThatIsNotCancelledAreLeftAlone() {
        children("parent");
        children("parent ABANDON");
        children("parent WAIT");

        store.cancel("parent", "not wanted any more");

        assertThat(status("parent ABANDON CANCEL")).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(status("parent WAIT CANCEL")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void parentThatCompletesOrFailsLeavesItsChildrenAlone() {
        Lease completes = spawns("completes", "child of one that completes", ChildPolicy.WAIT);
        Lease fails = spawns("fails", "child of one that fails", ChildPolicy.WAIT);

        completes(completes);
        end(fails, Ending.failed(new StepError("java.io.IOException", "no route")));

        assertThat(status("completes")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(status("fails")).isEqualTo(WorkflowStatus.FAILED);
        assertThat(claimable()).containsExactly("child of one that completes", "child of one that fails");
    }

    // What becomes of the parent

    @Test
    void parentIsCancelledAtOnceWhoseChildrenAreAllAbandoned() {
        end(spawns("parent", "child", ChildPolicy.ABANDON), WAITS);

        store.cancel("parent", "not wanted any more");

        assertThat(status("parent")).isEqualTo(WorkflowStatus.CANCELLED);
        completes(claimed("child", BOB).lease());
        assertThat(status("parent")).isEqualTo(WorkflowStatus.CANCELLED);
    }

    @Test
    void parentThatNobodyRunsIsCancelledWhenItsChildHasEnded() {
        Lease runs = spawns("waits", "child of waits", ChildPolicy.WAIT);
        end(runs, WAITS);
        spawnsAndEnds("pauses", Ending.of(WorkflowStatus.PAUSED, ""));
        spawnsAndEnds("sleeps", Ending.sleeping(store.now() + 3_600_000));
        spawnsAndEnds("parked", Ending.parked(ParkReason.STOPPED, "by hand"));
        spawnsAndEnds("queued", Ending.of(WorkflowStatus.QUEUED, ""));
        store.renew(List.of(spawns("orphaned", "child of orphaned", ChildPolicy.WAIT)), LATE);

        for (String id : List.of("waits", "pauses", "sleeps", "parked", "queued", "orphaned")) {
            assertThat(store.cancel(id, "not wanted any more")).hasValueSatisfying(parent -> isCancelling(parent));
            isHeldByNobody(id);

            completes(claimed("child of " + id, BOB).lease());

            isCancelled(id);
        }
    }

    @Test
    void anyEndOfItsChildEndsTheWaitOfTheParent() {
        for (Ending ending : List.of(
                Ending.completed(Map.of()),
                Ending.failed(new StepError("java.io.IOException", "no route")),
                Ending.of(WorkflowStatus.CANCELLED, ""))) {
            String parent = "parent of one that is " + ending.status();
            cancelling(parent);

            end(claimed("child of " + parent, BOB).lease(), ending);

            isCancelled(parent);
        }
    }

    @Test
    void childThatIsCancelledItselfEndsTheWaitOfTheParent() {
        cancelling("parent");

        store.cancel("child of parent", "takes too long");

        isCancelled("parent");
    }

    @Test
    void childThatOnlyWaitsDoesNotEndTheWaitOfTheParent() {
        cancelling("parent");

        end(claimed("child of parent", BOB).lease(), Ending.of(WorkflowStatus.PAUSED, ""));

        isCancelling(found("parent"));
    }

    @Test
    void childThatHasEndedBeforeIsNotWaitedFor() {
        Lease lease = spawns("parent", "child", ChildPolicy.WAIT);
        completes(claimed("child", BOB).lease());
        end(lease, Ending.of(WorkflowStatus.PAUSED, ""));

        store.cancel("parent", "not wanted any more");

        isCancelled("parent");
    }

    @Test
    void parentWaitsForTheLastOfItsChildren() {
        Lease lease = spawns("parent", "first", ChildPolicy.WAIT);
        store.create(child("second", "parent", ChildPolicy.WAIT));
        end(lease, WAITS);
        store.cancel("parent", "not wanted any more");

        completes(claimed("second", BOB).lease());
        isCancelling(found("parent"));
        completes(claimed("first", BOB).lease());

        isCancelled("parent");
    }

    @Test
    void endsOfOtherChildrenDoNotEndTheWait() {
        end(spawns("parent", "child", ChildPolicy.WAIT), WAITS);
        store.create(child("abandoned", "parent", ChildPolicy.ABANDON));
        Lease running = runs(child("cancelled", "parent", ChildPolicy.CANCEL), BOB);
        end(claimed("parent", ALICE).lease(), WAITS);
        store.cancel("parent", "not wanted any more");

        completes(claimed("abandoned", BOB).lease());
        end(running, Ending.of(WorkflowStatus.CANCELLED, "as wanted"));

        isCancelling(found("parent"));
        isHeldByNobody("parent");
    }

    @Test
    void wishIsNotedWhileAWorkerRunsTheParentAndCountsWhenThatLetsGo() {
        for (Ending ending : List.of(
                Ending.of(WorkflowStatus.CANCELLED, "as wanted"),
                Ending.of(WorkflowStatus.QUEUED, ""),
                Ending.of(WorkflowStatus.PAUSED, ""),
                WAITS,
                Ending.sleeping(store.now()),
                Ending.parked(ParkReason.STOPPED, ""))) {
            String id = "to be " + ending.status();
            Lease lease = spawns(id, "child of " + id, ChildPolicy.WAIT);
            store.cancel(id, "not wanted any more");
            assertThat(store.renew(List.of(lease), ALICE)).containsExactly(new Checkpointer.Renewal(lease, true));

            end(lease, ending);

            isCancelling(found(id));
            isHeldByNobody(id);
            completes(claimed("child of " + id, BOB).lease());
            isCancelled(id);
        }
    }

    @Test
    void childThatEndsWhileAWorkerRunsTheParentIsNotWaitedForWhenThatLetsGo() {
        Lease lease = spawns("parent", "child", ChildPolicy.WAIT);
        store.cancel("parent", "not wanted any more");
        completes(claimed("child", BOB).lease());

        end(lease, WAITS);

        isCancelled("parent");
    }

    @Test
    void workerThatCancelsItsWorkflowLeavesItWaiting() {
        Lease lease = spawns("parent", "child", ChildPolicy.WAIT);
        store.create(child("cancelled", "parent", ChildPolicy.CANCEL));

        end(lease, Ending.of(WorkflowStatus.CANCELLED, "not wanted any more"));

        isCancelling(found("parent"));
        assertThat(status("cancelled")).isEqualTo(WorkflowStatus.CANCELLED);
        completes(claimed("child", BOB).lease());
        isCancelled("parent");
    }

    @Test
    void childThatIsSpawnedWithTheLastStepIsWaitedForToo() {
        Lease lease = runs("parent");
        commit(lease, started(STEP, 1));
        store.cancel("parent", "not wanted any more");

        end(
                lease,
                Ending.of(WorkflowStatus.CANCELLED, "not wanted any more"),
                completed(STEP, 1, "x", spawning("child", "parent", ChildPolicy.WAIT)));

        isCancelling(found("parent"));
        completes(claimed("child", BOB).lease());
        isCancelled("parent");
    }

    @Test
    void parentMayCompleteBeforeItsWorkerIsTold() {
        Lease lease = spawns("parent", "child", ChildPolicy.WAIT);
        store.cancel("parent", "not wanted any more");

        completes(lease);

        assertThat(status("parent")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(claimable()).containsExactly("child");
    }

    @Test
    void parentWhoseWorkerDiesIsCancelledByTheNextOne() {
        Lease lease = spawns("parent", "child", ChildPolicy.WAIT);
        store.cancel("parent", "not wanted any more");
        store.renew(List.of(lease), LATE);

        Claim.Claimed claim = claimed("parent", BOB);
        assertThat(claim.history().workflow().cancelRequested()).isTrue();
        end(claim.lease(), Ending.of(WorkflowStatus.CANCELLED, "not wanted any more"));

        isCancelling(found("parent"));
        completes(claimed("child", BOB).lease());
        isCancelled("parent");
    }

    @Test
    void parentWhoseWorkersDieTooOftenWaitsInsteadOfBeingParked() {
        Lease lease = runs("parent", DEAD);
        store.create(child("child", "parent", ChildPolicy.WAIT));
        for (int death = 1; death <= DEAD.recoveryCap(); death++) {
            lease = claimed("parent", DEAD).lease();
        }
        store.renew(List.of(lease), new Claimant("dead", ALICE.lease(), 3));
        store.cancel("parent", "not wanted any more");
        store.renew(List.of(lease), DEAD);

        assertThat(store.claim("parent", BOB, false)).isInstanceOf(Claim.Taken.class);

        isCancelling(found("parent"));
    }

    // What a parent is that waits to be cancelled

    @Test
    void parentThatWaitsToBeCancelledIsClaimedByNobody() {
        cancelling("parent");

        for (boolean byOperator : List.of(false, true)) {
            assertThat(store.claim("parent", BOB, byOperator))
                    .isInstanceOfSatisfying(Claim.Taken.class, claim -> isCancelling(claim.workflow()));
        }
        assertThat(store.requeue("parent")).isFalse();
        isCancelling(found("parent"));
    }

    @Test
    void parentThatWaitsToBeCancelledAsksNothingAnyMore() {
        Lease lease = spawns("parent", "child", ChildPolicy.WAIT);
        end(lease, Ending.of(WorkflowStatus.PAUSED, ""), started("ask", 1), asked("ask", 1));
        store.schedule("parent", "ask", value("yes"), store.now(), "the clock");
        store.cancel("parent", "not wanted any more");
        tick();

        assertThat(store.pending()).isEmpty();
        assertThat(store.answer("parent", "ask", value("yes"), "ada")).isEmpty();
        assertThat(store.schedule("parent", "ask", value("yes"), store.now(), "ada"))
                .isFalse();
        assertThat(claimable()).containsExactly("child");
        assertThat(history("parent").questions()).noneMatch(question -> question.isAnswered());
        isCancelling(found("parent"));
    }

    @Test
    void cancelledTwiceItWaitsAsBefore() {
        cancelling("parent");
        List<JournalEntry> before = journal("parent");

        store.cancel("parent", "once more");

        isCancelling(found("parent"));
        assertThat(journal("parent")).isEqualTo(before);
        completes(claimed("child of parent", BOB).lease());
        isCancelled("parent");
    }

    @Test
    void workerThatHadItBeforeCanRecordNothingAnyMore() {
        Lease lease = spawns("parent", "child", ChildPolicy.WAIT);
        store.renew(List.of(lease), LATE);
        store.cancel("parent", "not wanted any more");

        assertThat(store.renew(List.of(lease), ALICE)).isEmpty();
        isCancelling(found("parent"));
    }

    // Generations

    @Test
    void childThatIsCancelledWithItsParentWaitsForItsOwn() {
        end(spawns("parent", "child", ChildPolicy.CANCEL), WAITS);
        end(spawnsIn(claimed("child", BOB).lease(), "grandchild", ChildPolicy.WAIT), WAITS);

        store.cancel("parent", "not wanted any more");

        isCancelled("parent");
        isCancelling(found("child"));
        completes(claimed("grandchild", BOB).lease());
        isCancelled("child");
    }

    @Test
    void endOfTheLastOneEndsAllThatWaitForIt() {
        end(spawns("parent", "child", ChildPolicy.WAIT), WAITS);
        end(spawnsIn(claimed("child", BOB).lease(), "grandchild", ChildPolicy.WAIT), WAITS);
        store.cancel("parent", "not wanted any more");
        assertThat(status("child")).isEqualTo(WorkflowStatus.WAITING_CHILD);
        assertThat(found("child").cancelRequested()).isFalse();
        store.cancel("child", "not wanted any more");
        isCancelling(found("child"));

        completes(claimed("grandchild", BOB).lease());

        isCancelled("child");
        isCancelled("parent");
    }

    @Test
    void parentThatIsNotCancelledGoesOnWhenItsCancelledChildHasWaited() {
        end(spawns("parent", "child", ChildPolicy.WAIT), WAITS);
        end(spawnsIn(claimed("child", BOB).lease(), "grandchild", ChildPolicy.WAIT), WAITS);
        store.cancel("child", "not wanted any more");
        assertThat(status("parent")).isEqualTo(WorkflowStatus.WAITING_CHILD);

        completes(claimed("grandchild", BOB).lease());

        assertThat(status("parent")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void whatWasMadeOfTheParentIsWokenAsBefore() {
        end(spawns("parent", "child", ChildPolicy.WAIT), WAITS);
        store.copy(new Copy(
                workflow("fork", GRAPH, "digest", new Lineage(Lineage.Kind.FORK, "parent", null)),
                Set.of(STEP),
                List.of(),
                Set.of()));
        end(claimed("fork", ALICE).lease(), WAITS);
        store.cancel("parent", "not wanted any more");

        completes(claimed("child", BOB).lease());

        isCancelled("parent");
        assertThat(status("fork")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void forkIsCancelledAtOnceSinceTheChildIsNotItsOwn() {
        end(spawns("parent", "child", ChildPolicy.WAIT), WAITS);
        store.copy(new Copy(
                workflow("fork", GRAPH, "digest", new Lineage(Lineage.Kind.FORK, "parent", null)),
                Set.of(STEP),
                List.of(),
                Set.of()));

        store.cancel("fork", "not wanted any more");

        isCancelled("fork");
    }

    // Words for this

    private void isCancelling(Workflow workflow) {
        assertThat(workflow.status()).as(workflow.id()).isEqualTo(WorkflowStatus.WAITING_CHILD);
        assertThat(workflow.cancelRequested()).as(workflow.id()).isTrue();
        assertThat(workflow.isCancelling()).as(workflow.id()).isTrue();
        assertThat(workflow.finishedAt()).as(workflow.id()).isZero();
    }

    private void isHeldByNobody(String id) {
        assertThat(found(id).leaseUntil()).as(id).isZero();
        assertThat(claimable()).as(id).doesNotContain(id);
    }

    private void isCancelled(String id) {
        Workflow workflow = found(id);
        assertThat(workflow.status()).as(id).isEqualTo(WorkflowStatus.CANCELLED);
        assertThat(workflow.reason()).as(id).isEqualTo("not wanted any more");
        assertThat(workflow.finishedAt()).as(id).isPositive();
        assertThat(journal(id)).last().satisfies(line -> assertThat(line.type()).isEqualTo("CANCELLED"));
    }

    /** A parent that waits for its only child before it is cancelled. */
    private void cancelling(String parent) {
        end(spawns(parent, "child of " + parent, ChildPolicy.WAIT), WAITS);
        store.cancel(parent, "not wanted any more");
    }

    private void spawnsAndEnds(String parent, Ending ending) {
        end(spawns(parent, "child of " + parent, ChildPolicy.WAIT), ending);
    }

    /** A parent that waits, and a child of each policy. */
    private void children(String parent) {
        if (store.find(parent).isEmpty()) {
            store.create(workflow(parent));
        }
        for (ChildPolicy policy : ChildPolicy.values()) {
            store.create(child(parent + " " + policy, parent, policy));
        }
    }

    private Lease spawns(String parent, String child, ChildPolicy policy) {
        return spawnsIn(runs(parent), child, policy);
    }

    private Lease spawnsIn(Lease parent, String child, ChildPolicy policy) {
        commit(parent, started(STEP, 1));
        commit(parent, completed(STEP, 1, "x", spawning(child, parent.workflow(), policy)));
        return parent;
    }

    private StepEffects spawning(String child, String parent, ChildPolicy policy) {
        return new StepEffects(List.of(), List.of(child(child, parent, policy)), List.of());
    }
}
