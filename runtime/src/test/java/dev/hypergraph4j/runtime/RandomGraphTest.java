package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.NodeStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All ways to run a graph do the same: on random graphs, of which some nodes fail, each gives what a naive interpreter gives. A seed that fails
 * is run again, alone, with {@code -Dseed=}<i>its number</i>.
 */
@EndsInTime
class RandomGraphTest {
    private static final int SEEDS = 2_000;

    private static final RunOptions CONTINUE = RunOptions.defaults().onError(ErrorHandling.CONTINUE);

    static LongStream seeds() {
        Long only = Long.getLong("seed");
        return only == null ? LongStream.range(0, SEEDS) : LongStream.of(only);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyWayGivesWhatTheNaiveInterpreterGives(long seed) {
        RandomGraph random = new RandomGraph(seed);
        Expected expected = Expected.of(random);

        Way.all().forEach(way -> {
            TestGraph graph = random.build(way.takesAsynchronousNodes());
            Object[] given = random.given();

            check(way, expected, way.run(graph.prepare(graph.given(given), CONTINUE)));
            if (expected.failed().isEmpty()) {
                check(way, expected, way.run(graph, given));
            } else {
                checkRaised(way, expected, graph.prepared(given));
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyWayRunsWhatAnOutputNeeds(long seed) {
        RandomGraph random = new RandomGraph(seed);

        if (!random.outputs().isEmpty()) {
            String output = random.outputs().get((int) (seed % random.outputs().size()));
            Expected expected = Expected.of(random, output);
            Way.all().forEach(way -> {
                TestGraph graph = random.build(way.takesAsynchronousNodes());
                check(way, expected, way.run(graph.entry(output, CONTINUE, random.given())));
            });
        }
    }

    private static void check(Way way, Expected expected, RunResult<Map<String, Object>> result) {
        assertThat(names(result.log().steps(), NodeStatus.COMPLETED))
                .as("%s", way)
                .isEqualTo(expected.completed());
        assertThat(names(result.log().steps(), NodeStatus.FAILED))
                .as("%s", way)
                .containsExactlyInAnyOrderElementsOf(expected.failed().keySet());
        if (expected.failed().isEmpty()) {
            assertThat(result.status()).as("%s", way).isEqualTo(RunStatus.COMPLETED);
            assertThat(result.outputs()).as("%s", way).containsExactlyEntriesOf(expected.outputs());
            assertThat(result.error()).as("%s", way).isEmpty();
        } else {
            assertThat(result.status()).as("%s", way).isEqualTo(RunStatus.FAILED);
            assertThat(result.values()).as("%s", way).containsExactlyEntriesOf(expected.values());
            checkErrors(way, expected, (NodeExecutionException) result.error().orElseThrow());
        }
    }

    /** The first failing node in the order of the plan, with all others as suppressed exceptions in that order. */
    private static void checkErrors(Way way, Expected expected, NodeExecutionException error) {
        List<NodeExecutionException> errors = new ArrayList<>(List.of(error));
        for (Throwable suppressed : error.getSuppressed()) {
            errors.add((NodeExecutionException) suppressed);
        }
        assertThat(errors)
                .as("%s", way)
                .extracting(NodeExecutionException::nodePath)
                .isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)))
                .containsExactlyInAnyOrderElementsOf(expected.failed().keySet());
        errors.forEach(each -> checkCause(way, expected, each));
    }

    /** Which of several failing nodes comes first is a matter of chance where nodes overlap. */
    private static void checkRaised(Way way, Expected expected, PreparedRun<Map<String, Object>> run) {
        NodeExecutionException error = catchThrowableOfType(NodeExecutionException.class, () -> way.run(run));
        assertThat(error).as("%s", way).isNotNull();
        assertThat(expected.failed()).as("%s", way).containsKey(error.nodePath());
        checkCause(way, expected, error);
        List<NodeRecord> steps = error.log().steps();
        assertThat(expected.completed()).as("%s", way).containsAll(names(steps, NodeStatus.COMPLETED));
        assertThat(expected.failed().keySet()).as("%s", way).containsAll(names(steps, NodeStatus.FAILED));
    }

    private static void checkCause(Way way, Expected expected, NodeExecutionException error) {
        Throwable cause = expected.failed().get(error.nodePath());
        assertThat(error.getCause()).as("%s", way).hasSameClassAs(cause);
        if (cause.getMessage() != null) {
            assertThat(error.getCause()).as("%s", way).hasMessage(cause.getMessage());
        }
    }

    private static List<String> names(List<NodeRecord> steps, NodeStatus status) {
        return steps.stream()
                .filter(step -> step.status() == status)
                .map(NodeRecord::node)
                .toList();
    }

    private static int number(String node) {
        return Integer.parseInt(node.substring(1));
    }
}
