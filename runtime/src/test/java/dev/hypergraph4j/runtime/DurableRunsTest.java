package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A runner with a checkpointer records what runs do, and goes on with what was recorded. */
class DurableRunsTest {
    private final MemoryCheckpointer store = MemoryCheckpointer.create();
    private final SyncRunner runner = SyncRunner.builder().checkpointer(store).build();
    private final List<String> ran = new ArrayList<>();
    private boolean broken;

    private final TestGraph chain = graph().input("x")
            .node("double", takes("x"), gives("y"), in -> noted("double", 2 * in.integer("x")))
            .node("next", takes("y"), gives("z"), in -> noted("next", in.integer("y") + 1))
            .outputs("z")
            .with(runner);

    private int noted(String node, int value) {
        ran.add(node);
        if (broken && node.equals("next")) {
            throw new IllegalStateException("broken");
        }
        return value;
    }

    private RunResult<Map<String, Object>> run(String id) {
        return chain.run(chain.given("x", 21), RunOptions.workflow(id));
    }

    @Test
    void completedWorkflowGivesItsStoredResultAndRunsNothing() {
        run("a");
        ran.clear();

        RunResult<Map<String, Object>> again = run("a");

        assertThat(again.outputs()).isEqualTo(Map.of("z", 43));
        assertThat(ran).isEmpty();
        assertThat(again.log().steps()).extracting(NodeRecord::origin).containsOnly(Origin.REPLAYED);
        assertThat(store.find("a")).get().extracting(w -> w.status()).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void failedWorkflowIsRetriedUnderAnotherIdFromWhereItFailed() {
        broken = true;
        assertThatThrownBy(() -> run("a")).isInstanceOf(NodeExecutionException.class);
        broken = false;
        ran.clear();

        assertThatThrownBy(() -> run("a")).isInstanceOf(ConflictException.class).hasMessageContaining("has failed");
        Workflows workflows = Workflows.on(store).serve(chain).build();
        workflows.retry("a", "b");
        assertThat(workflows.workHere()).isEqualTo(1);

        assertThat(ran).containsExactly("next");
        assertThat(workflows.result(chain, "b"))
                .get()
                .extracting(RunResult::outputs)
                .isEqualTo(Map.of("z", 43));
    }

    @Test
    void otherInputsForAKnownIdAreRefused() {
        run("a");

        assertThatThrownBy(() -> chain.run(chain.given("x", 1), RunOptions.workflow("a")))
                .isInstanceOf(ConflictException.class)
                .extracting(error -> ((ConflictException) error).kind())
                .isEqualTo(ConflictException.Kind.OTHER_INPUTS);
    }
}
