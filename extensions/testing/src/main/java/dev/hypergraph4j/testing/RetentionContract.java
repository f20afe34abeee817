package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.durable.Copy;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Retention;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Finished workflows are compacted and deleted, but for what somebody needs. */
abstract class RetentionContract extends ContractTest {

    RetentionContract(CheckpointerContract contract) {
        super(contract);
    }

    private static final Retention NO_STEPS = Retention.FOREVER.keepSteps(Duration.ZERO);
    private static final Retention NONE = Retention.FOREVER.keepWorkflow(Duration.ZERO);

    @Test
    void everythingIsKeptForEver() {
        finished("order-1");

        assertThat(store.keepHouse(Retention.FOREVER)).isEqualTo(new Retention.Report(0, 0));
        assertThat(found("order-1").compacted()).isFalse();
    }

    @Test
    void compactedWorkflowKeepsItsInputsAndOutputs() {
        does("order-1");

        assertThat(store.keepHouse(NO_STEPS)).isEqualTo(new Retention.Report(1, 0));

        History history = history("order-1");
        assertThat(history.workflow().compacted()).isTrue();
        assertThat(history.workflow().status()).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(text(history.inputs().get("customer"))).isEqualTo("Ada");
        assertThat(text(history.outputs().get("price"))).isEqualTo("7");
        assertThat(history.steps()).isEmpty();
        assertThat(history.attempts()).isEmpty();
        assertThat(history.questions()).isEmpty();
        assertThat(store.attempts("order-1")).isEmpty();
        assertThat(journal("order-1")).isEmpty();
    }

    @Test
    void workflowIsCompactedOnce() {
        does("order-1");
        store.keepHouse(NO_STEPS);

        assertThat(store.keepHouse(NO_STEPS)).isEqualTo(new Retention.Report(0, 0));
    }

    @Test
    void compactedWorkflowIsNotCopiedByHalves() {
        does("order-1");
        store.keepHouse(NO_STEPS);
        NewWorkflow fork = workflow("fork", GRAPH, "digest", new Lineage(Lineage.Kind.FORK, "order-1", STEP));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.copy(new Copy(fork, Set.of(STEP), List.of(), Set.of())));
    }

    @Test
    void oldWorkflowIsDeleted() {
        does("order-1");

        assertThat(store.keepHouse(NONE).deleted()).isEqualTo(1);

        assertThat(store.find("order-1")).isEmpty();
        assertThat(store.history("order-1")).isEmpty();
        assertThat(store.attempts("order-1")).isEmpty();
        assertThat(journal("order-1")).isEmpty();
        assertThat(store.workflows(WorkflowQuery.ALL)).isEmpty();
    }

    @Test
    void timeCountsFromTheEnd() {
        finished("early");
        advance(Duration.ofDays(2));
        finished("late");

        assertThat(store.keepHouse(Retention.FOREVER.keepWorkflow(Duration.ofDays(1)))
                        .deleted())
                .isEqualTo(1);
        assertThat(store.find("early")).isEmpty();
        assertThat(store.find("late")).isPresent();
    }

    @Test
    void latestFinishedOnesAreKept() {
        for (String id : List.of("a", "b", "c")) {
            finished(id);
            tick();
        }
        store.create(workflow("waits"));

        assertThat(store.keepHouse(Retention.FOREVER.mostFinished(1)).deleted()).isEqualTo(2);
        assertThat(store.workflows(WorkflowQuery.ALL)).extracting(Workflow::id).containsExactlyInAnyOrder("c", "waits");
    }

    @Test
    void unfinishedWorkflowsAreKept() {
        store.create(workflow("waits"));
        runs("runs");
        runs("orphaned", DEAD);
        pauses("pauses");
        end(runs("parked"), Ending.parked(ParkReason.STOPPED, ""));

        assertThat(store.keepHouse(NONE.keepSteps(Duration.ZERO).mostFinished(0)))
                .isEqualTo(new Retention.Report(0, 0));
        assertThat(store.workflows(WorkflowQuery.ALL)).hasSize(5);
    }

    @Test
    void workflowWithAnUnfinishedDescendantIsKept() {
        finished("source");
        store.create(workflow("fork", GRAPH, "digest", new Lineage(Lineage.Kind.FORK, "source", STEP)));

        assertThat(store.keepHouse(NONE).deleted()).isZero();
        completes(claimed("fork", ALICE).lease());
        assertThat(store.keepHouse(NONE).deleted()).isEqualTo(2);
    }

    @Test
    void childOfAnUnfinishedParentIsKept() {
        Lease parent = runs("parent");
        completes(runs(child("child", "parent"), ALICE));

        assertThat(store.keepHouse(NONE).deleted()).isZero();
        completes(parent);
        assertThat(store.keepHouse(NONE).deleted()).isEqualTo(2);
    }

    @Test
    void childOfWhatAnUnfinishedWorkflowWasMadeOfIsKept() {
        finished("parent");
        completes(runs(child("child", "parent"), ALICE));
        store.create(workflow("retry", GRAPH, "digest", new Lineage(Lineage.Kind.RETRY, "parent", null)));

        store.keepHouse(NONE);

        assertThat(store.find("child")).isPresent();
    }

    /** The first of them is what the keys of their effects are made of. */
    @Test
    void workflowIsKeptAsLongAsItsRetry() {
        finished("source");
        tick();
        retried("source", "retry");
        tick();
        retried("retry", "again");

        assertThat(store.keepHouse(Retention.FOREVER.mostFinished(1)).deleted()).isZero();
        assertThat(store.workflows(WorkflowQuery.ALL)).hasSize(3);

        do {
            tick();
        } while (store.keepHouse(NONE).deleted() > 0);
        assertThat(store.workflows(WorkflowQuery.ALL)).isEmpty();
    }

    private void retried(String id, String newId) {
        store.create(workflow(newId, GRAPH, "digest", new Lineage(Lineage.Kind.RETRY, id, null)));
        store.cancel(newId, "");
    }

    @Test
    void workflowWithAMessageOnItsWayIsKept() {
        OutboxMessage message = new OutboxMessage("order-1/quote/0", "order-1", STEP, 0, "mail", value("hello"), 0);
        StepEffects effects = new StepEffects(List.of(message), List.of(), List.of());
        end(runs("order-1"), Ending.completed(Map.of()), completed(STEP, 1, "x", effects));

        assertThat(store.keepHouse(NONE).deleted()).isZero();
        store.delivered("order-1/quote/0");
        assertThat(store.keepHouse(NONE).deleted()).isEqualTo(1);
    }

    @Test
    void compactionKeepsMessagesThatAreOnTheirWay() {
        OutboxMessage message = new OutboxMessage("order-1/quote/0", "order-1", STEP, 0, "mail", value("hello"), 0);
        StepEffects effects = new StepEffects(List.of(message), List.of(), List.of());
        end(runs("order-1"), Ending.completed(Map.of()), completed(STEP, 1, "x", effects));

        store.keepHouse(NO_STEPS);

        assertThat(store.outbox(10))
                .singleElement()
                .satisfies(kept -> assertThat(text(kept.payload())).isEqualTo("hello"));
    }

    @Test
    void forkDoesNotNeedTheStepsOfItsSource() {
        does("source");
        NewWorkflow fork = workflow("fork", GRAPH, "digest", new Lineage(Lineage.Kind.FORK, "source", STEP));
        store.copy(new Copy(fork, Set.of(STEP), List.of(), Set.of()));

        store.keepHouse(NO_STEPS);

        assertThat(found("source").compacted()).isTrue();
        assertThat(firstValue(recorded("fork", STEP))).isEqualTo("7");
    }

    @Test
    void finishedForkOutlivesItsSource() {
        does("source");
        NewWorkflow fork = workflow("fork", GRAPH, "digest", new Lineage(Lineage.Kind.FORK, "source", STEP));
        store.copy(new Copy(fork, Set.of(STEP), List.of(), Set.of()));
        tick();
        completes(claimed("fork", ALICE).lease());

        store.keepHouse(Retention.FOREVER.mostFinished(1));

        assertThat(store.find("source")).isEmpty();
        assertThat(recorded("fork", STEP).copiedFrom()).isEqualTo("source");
        assertThat(found("fork").lineage().workflow()).isEqualTo("source");
    }

    /** A workflow that did a step, asked a question, and completed. */
    private void does(String id) {
        Lease lease = runs(id);
        commit(lease, started(STEP, 1), completed(STEP, 1, "7"), started("ask", 1), asked("ask", 1));
        end(lease, Ending.completed(Map.of("price", value("7"))));
    }
}
