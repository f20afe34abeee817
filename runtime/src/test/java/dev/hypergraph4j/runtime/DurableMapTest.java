package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.durable.Retention;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Items of maps are steps of one workflow: those that are over do not run again, wherever they stand. */
class DurableMapTest {
    private final Processes processes = new Processes();
    private int diesAt = -1;

    private final TestGraph square = graph("square")
            .input("n")
            .node(
                    "multiply",
                    takes("n"),
                    gives("square"),
                    in -> processes.noted(in.text("n"), () -> {
                        if (in.integer("n") == diesAt) {
                            processes.kill();
                        }
                        return in.integer("n") * in.integer("n");
                    }))
            .outputs("square");

    private final TestGraph all = graph("all")
            .input("n")
            .mapped("squares", square, "n", ErrorHandling.RAISE, gives("square"))
            .outputs("square");

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private RunResult<Map<String, Object>> runAll(Runner runner, List<Integer> numbers) {
        TestGraph recorded = all.with(runner);
        return recorded.run(recorded.given("n", numbers), RunOptions.workflow("w"));
    }

    private MapResult<Map<String, Object>> map(Runner runner, List<Integer> numbers) {
        TestGraph recorded = square.with(runner);
        List<Map<String, Object>> items =
                numbers.stream().map(number -> recorded.given("n", number)).toList();
        return recorded.map(items, RunOptions.workflow("w"));
    }

    private static List<Object> squares(MapResult<Map<String, Object>> result) {
        return result.results().stream()
                .map(item -> item.outputs().get("square"))
                .toList();
    }

    @Test
    void finishedItemsOfANestedMapDoNotRunAgain() {
        diesAt = 700;
        processes.die(() -> runAll(processes.next(), numbers(1_000)));
        diesAt = -1;
        processes.ran.clear();

        assertThat(runAll(processes.next(), numbers(1_000)).isCompleted()).isTrue();
        assertThat(processes.ran).hasSize(300).startsWith("700", "701");
    }

    @Test
    void finishedItemsOfAMapAreKnownByTheirInputsAndNotByTheirPlace() {
        diesAt = 3;
        processes.die(() -> map(processes.next(), numbers(5)));
        diesAt = -1;
        processes.ran.clear();

        List<Integer> others =
                Stream.concat(Stream.of(9, 2), numbers(5).stream()).toList();
        MapResult<Map<String, Object>> result = map(processes.next(), others);

        assertThat(squares(result)).containsExactly(81, 4, 0, 1, 4, 9, 16);
        assertThat(processes.ran).containsExactly("9", "2", "3", "4");
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void manyThreadsShareOneWorkflow() {
        AsyncRunner first = AsyncRunner.builder()
                .maxConcurrency(4)
                .checkpointer(processes.store)
                .build();
        MapResult<Map<String, Object>> result = map(first, numbers(200));
        processes.ran.clear();

        assertThat(squares(map(first, numbers(200)))).isEqualTo(squares(result));
        assertThat(processes.ran).isEmpty();
        assertThat(processes.steps("w")).hasSize(200);
    }

    private Workflows workers(TestGraph graph) {
        return Workflows.on(processes.store).serve(graph).build();
    }

    private void dieAtTheThirdOfFive() {
        diesAt = 3;
        processes.die(() -> map(processes.next(), numbers(5)));
        diesAt = -1;
        processes.ran.clear();
    }

    @Test
    void workerLeavesAMapToWhoHasItsItems() {
        dieAtTheThirdOfFive();
        TestGraph byItself = graph("square")
                .optional("n", Object.class, 7)
                .node("multiply", takes("n"), gives("square"), in -> processes.noted("byItself", 0))
                .outputs("square");
        Workflows workflows = workers(byItself);

        assertThat(workflows.workHere()).isZero();
        assertThat(workflows.resume("w")).isEqualTo(Workflows.Resumption.ALREADY_RUNNING);
        assertThat(workflows.workHere()).isZero();
        assertThat(processes.ran).isEmpty();
        assertThat(squares(map(processes.next(), numbers(5)))).containsExactly(0, 1, 4, 9, 16);
        assertThat(processes.ran).containsExactly("3", "4");
    }

    @Test
    void retryOfAMapGoesOnWhereItsItemsAreMappedAgain() {
        TestGraph failing = graph("square")
                .input("n")
                .node(
                        "multiply",
                        takes("n"),
                        gives("square"),
                        in -> processes.noted(in.text("n"), () -> {
                            if (in.integer("n") == diesAt) {
                                throw new IllegalStateException("not today");
                            }
                            return in.integer("n") * in.integer("n");
                        }))
                .outputs("square")
                .with(processes.next());
        List<Map<String, Object>> items =
                numbers(3).stream().map(number -> failing.given("n", number)).toList();
        diesAt = 1;
        assertThatThrownBy(() -> failing.map(items, RunOptions.workflow("w"))).hasRootCauseMessage("not today");
        diesAt = -1;
        processes.ran.clear();
        Workflows workflows = workers(failing);

        workflows.retry("w", "again");

        assertThat(workflows.workHere()).isZero();
        assertThat(squares(failing.map(items, RunOptions.workflow("again")))).containsExactly(0, 1, 4);
        assertThat(processes.ran).containsExactly("1", "2");
    }

    @Test
    void mapIsNotForked() {
        map(processes.next(), numbers(2));

        assertThatThrownBy(() -> workers(square).fork(Fork.of("w")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Workflow 'w' is one of 'square[]', a map");
    }

    @Test
    void mapThatIsOverHasNoFurtherItems() {
        map(processes.next(), numbers(2));
        processes.ran.clear();

        assertThatThrownBy(() -> map(processes.next(), numbers(3)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Workflow 'w' has completed, and has no step '[");
        assertThat(processes.ran).isEmpty();
    }

    @Test
    void mapWhoseStepsWereFoldedIsRefused() {
        map(processes.next(), numbers(2));
        processes.store.keepHouse(Retention.FOREVER.keepSteps(Duration.ZERO));
        processes.ran.clear();

        assertThatThrownBy(() -> map(processes.next(), numbers(2)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Map 'w' has completed, and the steps of its items");
        assertThat(processes.ran).isEmpty();
    }
}
