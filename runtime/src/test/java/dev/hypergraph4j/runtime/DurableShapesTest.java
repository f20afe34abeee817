package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.answer;
import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types change their shapes while the code of the nodes stays as it is: what was recorded can't be read, until the code is taken back. */
class DurableShapesTest {
    private final Processes processes = new Processes();
    private boolean dies;

    /** {@code a -> b}; dies in b. The types are what the code takes the input, and what a gives, for. */
    private TestGraph pair(Class<?> input, Class<?> given) {
        return graph().typed("x", input)
                .input("x", input)
                .typed("va", given)
                .node("a", takes("x"), gives("va"), in -> processes.noted("a", "a" + in.get("x")))
                .node(
                        "b",
                        takes("va"),
                        gives("vb"),
                        in -> processes.noted("b", () -> {
                            if (dies) {
                                processes.kill();
                            }
                            return in.get("va") + "b";
                        }))
                .outputs("vb");
    }

    private TestGraph old() {
        return pair(String.class, String.class);
    }

    private RunResult<Map<String, Object>> run(TestGraph graph) {
        TestGraph recorded = graph.with(processes.next());
        return recorded.run(recorded.given("x", "1"), RunOptions.workflow("w"));
    }

    private Workflows workflows(TestGraph graph) {
        return Workflows.on(processes.store).serve(graph.with(processes.next())).build();
    }

    private void dieUnderOldCode() {
        dies = true;
        processes.die(() -> run(old()));
        dies = false;
        processes.ran.clear();
    }

    private void assertThatItGoesOnUnderOldCode() {
        assertThat(processes.workflow("w").parkReason()).isEqualTo(ParkReason.VALUE_UNREADABLE);
        assertThat(processes.ran).isEmpty();

        processes.store.requeue("w");
        Workflows workflows = workflows(old());
        workflows.workHere();

        assertThat(workflows.result(old(), "w").orElseThrow().outputs()).isEqualTo(Map.of("vb", "a1b"));
        assertThat(processes.ran).containsExactly("b");
    }

    @Test
    void stepThatCanNotBeReadParksTheWorkflow() {
        dieUnderOldCode();

        assertThat(workflows(pair(String.class, Integer.class)).workHere()).isEqualTo(1);

        assertThat(processes.workflow("w").reason()).startsWith("step 'a': ").contains("Integer");
        assertThat(processes.steps("w"))
                .filteredOn(step -> step.id().key().equals("a"))
                .allMatch(step -> step.status() == StepStatus.COMPLETED);
        assertThatItGoesOnUnderOldCode();
    }

    @Test
    void runOfSomebodyWhoWaitsParksItToo() {
        dieUnderOldCode();

        assertThatThrownBy(() -> run(pair(String.class, Integer.class))).hasMessageContaining("Integer");

        assertThatItGoesOnUnderOldCode();
    }

    @Test
    void concurrentRunParksItToo() {
        dieUnderOldCode();
        AsyncRunner runner = AsyncRunner.builder().checkpointer(processes.store).build();

        Workflows.on(processes.store)
                .serve(pair(String.class, Integer.class).with(runner))
                .build()
                .workHere();

        assertThatItGoesOnUnderOldCode();
    }

    @Test
    void inputThatCanNotBeReadParksTheWorkflow() {
        dieUnderOldCode();

        assertThat(workflows(pair(Integer.class, String.class)).workHere()).isEqualTo(1);

        assertThat(processes.workflow("w").reason()).startsWith("inputs: ");
        assertThatItGoesOnUnderOldCode();
    }

    /** A node that keeps something and dies, and the next time reads what it has kept. */
    private TestGraph keeping(Class<?> type) {
        return graph().input("x")
                .node(
                        "count",
                        takes("x"),
                        gives("counted"),
                        in -> processes.noted("count", () -> {
                            Optional<?> last = in.context().lastCheckpoint(type);
                            if (last.isEmpty()) {
                                in.context().checkpoint("seven");
                                processes.kill();
                            }
                            return "after " + last.orElseThrow();
                        }))
                .outputs("counted");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void checkpointThatCanNotBeReadParksTheWorkflow(boolean concurrently) {
        processes.die(() -> run(keeping(String.class)));
        Runner runner = concurrently
                ? AsyncRunner.builder().checkpointer(processes.store).build()
                : processes.next();

        Workflows.on(processes.store)
                .serve(keeping(Integer.class).with(runner))
                .build()
                .workHere();

        assertThat(processes.workflow("w").parkReason()).isEqualTo(ParkReason.VALUE_UNREADABLE);
        assertThat(processes.workflow("w").reason())
                .startsWith("step 'count': ")
                .contains("Integer");
        processes.store.requeue("w");
        Workflows workflows = workflows(keeping(String.class));
        workflows.workHere();
        assertThat(workflows.result(keeping(String.class), "w").orElseThrow().outputs())
                .isEqualTo(Map.of("counted", "after seven"));
    }

    private TestGraph asking(Class<?> type) {
        return graph().input("x")
                .typed("answered", type)
                .node("ask", takes("x"), answer("answered"), in -> Question.ask("Which?", Object.class))
                .node("use", takes("answered"), gives("used"), in -> processes.noted("use", in.get("answered") + "!"))
                .outputs("used");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answerThatCanNotBeReadParksTheWorkflow(boolean concurrently) {
        run(asking(String.class));
        workflows(asking(String.class)).answer("w", "ask", "yes", "ada");
        Runner runner = concurrently
                ? AsyncRunner.builder().checkpointer(processes.store).build()
                : processes.next();

        Workflows.on(processes.store)
                .serve(asking(Integer.class).with(runner))
                .build()
                .workHere();

        assertThat(processes.workflow("w").parkReason()).isEqualTo(ParkReason.VALUE_UNREADABLE);
        processes.store.requeue("w");
        workflows(asking(String.class)).workHere();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
    }
}
