package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.Verdict;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything can be read back. */
abstract class QueriesContract extends ContractTest {

    QueriesContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void latestWorkflowsComeFirst() {
        createAll("a", "b", "c");

        assertThat(ids(WorkflowQuery.ALL)).containsExactly("c", "b", "a");
        assertThat(ids(WorkflowQuery.ALL.most(2))).containsExactly("c", "b");
    }

    @Test
    void workflowsAreFoundByStatus() {
        createAll("a", "b");
        finished("c");

        assertThat(ids(WorkflowQuery.ALL.at(WorkflowStatus.COMPLETED))).containsExactly("c");
        assertThat(ids(WorkflowQuery.ALL.at(WorkflowStatus.COMPLETED, WorkflowStatus.QUEUED)))
                .hasSize(3);
        assertThat(ids(WorkflowQuery.ALL.at(WorkflowStatus.FAILED))).isEmpty();
    }

    @Test
    void workflowsAreFoundByGraph() {
        createAll("a");
        store.create(workflow("b", "billing", "digest", Lineage.STARTED));

        assertThat(ids(WorkflowQuery.ALL.of("billing"))).containsExactly("b");
    }

    @Test
    void workflowsAreFoundByTime() {
        createAll("a", "b", "c");
        long from = found("b").createdAt();
        long before = found("c").createdAt();

        assertThat(ids(WorkflowQuery.ALL.created(from, before))).containsExactly("b");
        assertThat(ids(WorkflowQuery.ALL.created(from, Long.MAX_VALUE))).containsExactly("c", "b");
    }

    @Test
    void filtersAddUp() {
        createAll("a", "b");
        store.create(workflow("bill", "billing", "digest", Lineage.STARTED));
        finished("c");

        assertThat(ids(WorkflowQuery.ALL.of(GRAPH).at(WorkflowStatus.QUEUED).most(1)))
                .containsExactly("b");
    }

    @Test
    void stepsComeInTheOrderInWhichTheyBegan() {
        Lease lease = runs("order-1");
        commit(lease, started("c", 1));
        commit(lease, started("b", 1), completed("c", 1, "x"), started("d", 1));
        commit(lease, completed("d", 1, "x"), started("a", 1));

        assertThat(history("order-1").steps())
                .extracting(step -> step.id().key())
                .containsExactly("c", "b", "d", "a");
    }

    @Test
    void whoLooksSeesTheWholeHistory() {
        Lease lease = runs("order-1");
        commit(lease, started("a", 1));
        commit(lease, completed("a", 1, "x"), started("b", 1));

        assertThat(store.lookAt("order-1")).isPresent().isEqualTo(store.history("order-1"));
        assertThat(store.lookAt("order-2")).isEmpty();
    }

    @Test
    void attemptsComeInTheOrderInWhichTheyBegan() {
        Lease lease = runs("order-1");
        commit(lease, started("b", 1));
        tick();
        commit(lease, started("a", 1), failed("b", 1, Verdict.RETRY));
        tick();
        commit(lease, started("b", 2));

        assertThat(store.attempts("order-1"))
                .extracting(attempt -> attempt.step() + " " + attempt.number())
                .containsExactly("b 1", "a 1", "b 2");
    }

    @Test
    void descendantsComeInTheOrderOfTheirCreation() {
        createAll("source");
        for (Lineage.Kind kind : List.of(Lineage.Kind.FORK, Lineage.Kind.CHILD, Lineage.Kind.RETRY)) {
            store.create(workflow(kind.name(), GRAPH, "digest", new Lineage(kind, "source", null)));
            tick();
        }

        assertThat(store.descendants("source")).extracting(Workflow::id).containsExactly("FORK", "CHILD", "RETRY");
    }

    private void createAll(String... ids) {
        for (String id : ids) {
            store.create(workflow(id));
            tick();
        }
    }

    private List<String> ids(WorkflowQuery query) {
        return store.workflows(query).stream().map(Workflow::id).toList();
    }
}
