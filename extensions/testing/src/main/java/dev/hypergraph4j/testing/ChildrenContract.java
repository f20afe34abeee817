package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.durable.Copy;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowExistsException;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A step spawns workflows with its completion, and their ends wake the one that waits. */
abstract class ChildrenContract extends ContractTest {

    ChildrenContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void childIsCreatedWithTheStepThatSpawnsIt() {
        spawns("parent", "child");

        Workflow child = found("child");
        assertThat(child.status()).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(child.lineage()).isEqualTo(new Lineage(Lineage.Kind.CHILD, "parent", STEP));
        assertThat(claimable()).containsExactly("child");
        assertThat(store.descendants("parent")).containsExactly(child);
    }

    @Test
    void childThatIsThereAlreadyIsTheOne() {
        store.create(child("child", "parent"));
        claimed("child", BOB);

        spawns("parent", "child");

        assertThat(status("child")).isEqualTo(WorkflowStatus.RUNNING);
        assertThat(status("parent")).isEqualTo(WorkflowStatus.RUNNING);
    }

    @Test
    void childWhoseIdIsTakenByAnotherWorkflowIsRefused() {
        store.create(workflow("child", "other digest"));
        Lease lease = runs("parent");
        commit(lease, started(STEP, 1));

        assertThatExceptionOfType(WorkflowExistsException.class)
                .isThrownBy(() -> commit(lease, completed(STEP, 1, "x", spawning("child"))));
        assertThat(recorded("parent", STEP).status()).isEqualTo(StepStatus.OPEN);
    }

    @Test
    void endOfAChildWakesItsParent() {
        for (Ending ending : List.of(
                Ending.completed(Map.of()),
                Ending.failed(new StepError("java.io.IOException", "no route")),
                Ending.of(WorkflowStatus.CANCELLED, ""))) {
            String parent = "parent of one that is " + ending.status();
            String child = "child that is " + ending.status();
            waitsFor(parent, child);

            end(claimed(child, BOB).lease(), ending);

            assertThat(status(parent)).as(parent).isEqualTo(WorkflowStatus.QUEUED);
        }
    }

    @Test
    void childThatOnlyPausesWakesNobody() {
        waitsFor("parent", "child");
        Lease lease = claimed("child", BOB).lease();

        end(lease, Ending.of(WorkflowStatus.PAUSED, ""));

        assertThat(status("parent")).isEqualTo(WorkflowStatus.WAITING_CHILD);
    }

    @Test
    void childThatIsCancelledWakesItsParent() {
        waitsFor("parent", "child");

        store.cancel("child", "not wanted any more");

        assertThat(status("parent")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void endOfAChildIsNotLostWhenItsParentBeginsToWaitAfterwards() {
        Lease lease = spawns("parent", "child");
        completes(claimed("child", BOB).lease());
        assertThat(status("parent")).isEqualTo(WorkflowStatus.RUNNING);

        end(lease, Ending.of(WorkflowStatus.WAITING_CHILD, ""));

        assertThat(status("parent")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void parentThatPausesIsWokenByAChildToo() {
        Lease lease = spawns("parent", "child");
        end(lease, Ending.of(WorkflowStatus.PAUSED, ""), started("ask", 1), asked("ask", 1));

        completes(claimed("child", BOB).lease());

        assertThat(status("parent")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void parentThatHasEndedStaysAsItIs() {
        Lease lease = spawns("parent", "child");
        completes(lease);

        completes(claimed("child", BOB).lease());

        assertThat(status("parent")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void endOfAChildWakesWhatWasMadeOfItsParent() {
        Lease lease = spawns("parent", "child");
        end(lease, Ending.failed(new StepError("java.io.IOException", "no route")));
        copied("parent", "retry", Lineage.Kind.RETRY);
        copied("retry", "fork", Lineage.Kind.FORK);
        end(claimed("retry", ALICE).lease(), Ending.of(WorkflowStatus.WAITING_CHILD, ""));
        end(claimed("fork", ALICE).lease(), Ending.of(WorkflowStatus.WAITING_CHILD, ""));

        completes(claimed("child", BOB).lease());

        assertThat(status("retry")).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(status("fork")).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(status("parent")).isEqualTo(WorkflowStatus.FAILED);
    }

    @Test
    void endOfAChildIsNotLostWhenWhatWasMadeOfItsParentBeginsToWaitAfterwards() {
        completes(spawns("parent", "child"));
        copied("parent", "fork", Lineage.Kind.FORK);
        Lease lease = claimed("fork", ALICE).lease();

        completes(claimed("child", BOB).lease());
        end(lease, Ending.of(WorkflowStatus.WAITING_CHILD, ""));

        assertThat(status("fork")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void childThatIsCancelledWakesWhatWasMadeOfItsParent() {
        completes(spawns("parent", "child"));
        copied("parent", "fork", Lineage.Kind.FORK);
        end(claimed("fork", ALICE).lease(), Ending.of(WorkflowStatus.WAITING_CHILD, ""));

        store.cancel("child", "not wanted any more");

        assertThat(status("fork")).isEqualTo(WorkflowStatus.QUEUED);
    }

    private void copied(String source, String copy, Lineage.Kind how) {
        Lineage lineage = new Lineage(how, source, null);
        store.copy(new Copy(workflow(copy, GRAPH, "digest", lineage), Set.of(STEP), List.of(), Set.of()));
    }

    private Lease spawns(String parent, String child) {
        Lease lease = runs(parent);
        commit(lease, started(STEP, 1));
        commit(lease, completed(STEP, 1, "x", spawning(child, parent)));
        return lease;
    }

    private void waitsFor(String parent, String child) {
        end(spawns(parent, child), Ending.of(WorkflowStatus.WAITING_CHILD, ""));
    }

    private StepEffects spawning(String child) {
        return spawning(child, "parent");
    }

    private StepEffects spawning(String child, String parent) {
        return new StepEffects(List.of(), List.of(child(child, parent)), List.of());
    }
}
