package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A call of an entry method is recorded, and runs a part of its graph: nobody runs the rest of it instead. */
class DurableEntryTest {
    private final Processes processes = new Processes();
    private boolean dies;
    private boolean fails;

    private final TestGraph shop = graph("shop")
            .input("item")
            .node(
                    "price",
                    takes("item"),
                    gives("quote"),
                    in -> processes.noted("price", () -> {
                        if (dies) {
                            processes.kill();
                        }
                        if (fails) {
                            throw new IllegalStateException("no price");
                        }
                        return 12;
                    }))
            .node("charge", takes("quote"), gives("receipt"), in -> processes.noted("charge", "charged"))
            .outputs("receipt");

    private RunResult<Map<String, Object>> quote() {
        return processes.next().run(shop.entry("quote", RunOptions.defaults(), "item", "pen"));
    }

    private Workflow recorded() {
        return processes.store.workflows(WorkflowQuery.ALL).get(0);
    }

    @Test
    void workerDoesNotRunTheWholeGraphInstead() {
        dies = true;
        processes.die(this::quote);
        dies = false;
        processes.ran.clear();

        assertThat(Workflows.on(processes.store).serve(shop).build().workHere()).isZero();
        assertThat(processes.ran).isEmpty();
        assertThat(recorded().graph().graph()).isEqualTo("shop()");
    }

    @Test
    void nothingElseIsMadeOfIt() {
        fails = true;
        assertThatThrownBy(this::quote).hasRootCauseMessage("no price");
        Workflows workflows = Workflows.on(processes.store).serve(shop).build();
        String id = recorded().id();
        assertThat(recorded().status()).isEqualTo(WorkflowStatus.FAILED);

        assertThatThrownBy(() -> workflows.retry(id, "again"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("a call of an entry method, of which no other workflow can be made");
        assertThatThrownBy(() -> workflows.fork(Fork.of(id))).isInstanceOf(ConflictException.class);
    }

    @Test
    void itIsRecorded() {
        assertThat(quote().outputs()).isEqualTo(Map.of("quote", 12));
        assertThat(recorded().status()).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(processes.ran).containsExactly("price");
    }
}
