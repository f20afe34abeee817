package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.durable.Copy;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.GraphVersion;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowExistsException;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Workflows are created once. */
abstract class CreatingContract extends ContractTest {

    CreatingContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void newWorkflowWaitsForAWorker() {
        assertThat(store.create(workflow("order-1"))).isTrue();

        Workflow workflow = found("order-1");
        assertThat(workflow.status()).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(workflow.graph()).isEqualTo(new GraphVersion(GRAPH, "1", "hash"));
        assertThat(workflow.inputsDigest()).isEqualTo("digest");
        assertThat(workflow.durability()).isEqualTo(Durability.SYNC);
        assertThat(workflow.lineage()).isEqualTo(Lineage.STARTED);
        assertThat(workflow.epoch()).isZero();
        assertThat(workflow.owner()).isEmpty();
        assertThat(workflow.leaseUntil()).isZero();
        assertThat(workflow.finishedAt()).isZero();
        assertThat(workflow.createdAt()).isPositive().isLessThanOrEqualTo(store.now());
        assertThat(claimable()).containsExactly("order-1");
    }

    @Test
    void inputsAreKeptInTheirOrder() {
        Map<String, Payload> inputs = new LinkedHashMap<>();
        List.of("z", "a", "m").forEach(name -> inputs.put(name, value("value of " + name)));
        NewWorkflow given = workflow("order-1");
        store.create(new NewWorkflow(
                given.id(),
                given.graph(),
                inputs,
                "digest",
                Durability.RELAXED,
                true,
                ErrorHandling.CONTINUE,
                Lineage.STARTED));

        History history = history("order-1");
        assertThat(history.inputs().keySet()).containsExactly("z", "a", "m");
        assertThat(text(history.inputs().get("m"))).isEqualTo("value of m");
        assertThat(history.outputs()).isEmpty();
        assertThat(history.workflow().durability()).isEqualTo(Durability.RELAXED);
        assertThat(history.workflow().prefillOnly()).isTrue();
    }

    @Test
    void whatItDoesWhenANodeFailsIsKeptForWhoeverGoesOn() {
        store.create(handling(workflow("continuing"), ErrorHandling.CONTINUE));
        runs(handling(workflow("continuing at once"), ErrorHandling.CONTINUE), DEAD);
        runs("raising", DEAD);
        NewWorkflow copy = workflow("copy", GRAPH, "digest", new Lineage(Lineage.Kind.RETRY, "raising", null));
        store.copy(new Copy(handling(copy, ErrorHandling.CONTINUE), Set.of(), List.of(), Set.of()));

        for (String id : List.of("continuing", "continuing at once", "copy")) {
            assertThat(claimed(id, BOB).history().workflow().errorHandling()).isEqualTo(ErrorHandling.CONTINUE);
            assertThat(found(id).errorHandling()).isEqualTo(ErrorHandling.CONTINUE);
        }
        assertThat(claimed("raising", BOB).history().workflow().errorHandling()).isEqualTo(ErrorHandling.RAISE);
    }

    private static NewWorkflow handling(NewWorkflow workflow, ErrorHandling handling) {
        return new NewWorkflow(
                workflow.id(),
                workflow.graph(),
                workflow.inputs(),
                workflow.inputsDigest(),
                workflow.durability(),
                workflow.prefillOnly(),
                handling,
                workflow.lineage());
    }

    @Test
    void sameWorkflowIsCreatedOnce() {
        store.create(workflow("order-1"));

        assertThat(store.create(workflow("order-1"))).isFalse();
        assertThat(store.workflows(WorkflowQuery.ALL)).hasSize(1);
    }

    @Test
    void otherVersionOfTheGraphIsTheSameWorkflow() {
        store.create(workflow("order-1"));
        NewWorkflow again = workflow("order-1");
        GraphVersion other = new GraphVersion(GRAPH, "2", "other hash");

        assertThat(store.create(new NewWorkflow(
                        again.id(),
                        other,
                        again.inputs(),
                        "digest",
                        Durability.SYNC,
                        false,
                        ErrorHandling.RAISE,
                        Lineage.STARTED)))
                .isFalse();
        assertThat(found("order-1").graph().version()).isEqualTo("1");
    }

    @Test
    void idIsTakenByOtherInputsAndByOtherGraphs() {
        store.create(workflow("order-1"));

        assertThatExceptionOfType(WorkflowExistsException.class)
                .isThrownBy(() -> store.create(workflow("order-1", "other digest")));
        assertThatExceptionOfType(WorkflowExistsException.class)
                .isThrownBy(() -> store.create(workflow("order-1", "billing", "digest", Lineage.STARTED)));
    }

    @Test
    void firstTransitionCreatesAndClaimsAtOnce() {
        long before = store.now();
        Lease lease = new Lease("order-1", 1);
        store.commit(
                new Transition(lease, ALICE, Durability.SYNC, workflow("order-1"), List.of(started(STEP, 1)), null));

        Workflow workflow = found("order-1");
        assertThat(workflow.status()).isEqualTo(WorkflowStatus.RUNNING);
        assertThat(workflow.epoch()).isEqualTo(1);
        assertThat(workflow.owner()).isEqualTo("alice");
        assertThat(workflow.leaseUntil())
                .isBetween(
                        before + ALICE.lease().toMillis(),
                        store.now() + ALICE.lease().toMillis());
        assertThat(recorded("order-1", STEP).status()).isEqualTo(StepStatus.OPEN);
        assertThat(claimable()).isEmpty();
    }

    @Test
    void firstTransitionMayBeTheLast() {
        Lease lease = new Lease("order-1", 1);
        store.commit(new Transition(
                lease,
                ALICE,
                Durability.EXIT,
                workflow("order-1"),
                List.of(),
                Ending.completed(Map.of("price", value("7")))));

        assertThat(status("order-1")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(text(history("order-1").outputs().get("price"))).isEqualTo("7");
    }

    @Test
    void transitionCreatesNoWorkflowWhoseIdIsTaken() {
        store.create(workflow("order-1"));

        assertThatExceptionOfType(WorkflowExistsException.class).isThrownBy(() -> runs("order-1"));
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(found("order-1").epoch()).isZero();
    }

    @Test
    void unknownWorkflowIsNotFound() {
        assertThat(store.find("order-1")).isEmpty();
        assertThat(store.history("order-1")).isEmpty();
        assertThat(store.attempts("order-1")).isEmpty();
        assertThat(journal("order-1")).isEmpty();
        assertThat(store.descendants("order-1")).isEmpty();
        assertThat(store.cancel("order-1", "")).isEmpty();
        assertThat(store.requeue("order-1")).isFalse();
    }

    @Test
    void closedStoreRefusesToCreate() {
        NewWorkflow workflow = workflow("order-1");
        store.close();

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.create(workflow));
    }
}
