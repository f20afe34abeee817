package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.NodeStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All ways to run a graph with gates and cycles do what the {@link Interpreter} does, on random graphs. A seed that fails is run again, alone,
 * with {@code -Dseed=}<i>its number</i>.
 */
@EndsInTime
class ModelTest {
    private static final int SEEDS = 2_500;

    private static final RunOptions CONTINUE = RunOptions.defaults().onError(ErrorHandling.CONTINUE);

    static LongStream seeds() {
        Long only = Long.getLong("seed");
        return only == null ? LongStream.range(0, SEEDS) : LongStream.of(only);
    }

    static LongStream someSeeds() {
        return seeds().limit(500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyWayDoesWhatTheInterpreterDoes(long seed) {
        Sketch sketch = RandomSketch.of(seed);
        Interpreter expected = Interpreter.of(sketch);

        Way.all().forEach(way -> {
            TestGraph graph = sketch.build(way.takesAsynchronousNodes());
            Map<String, Object> given = graph.given(sketch.givenInTurn());

            check(way, sketch, expected, sketch.outputs(), way.run(graph.prepare(given, CONTINUE)));
            if (!expected.errors().isEmpty()) {
                checkRaised(way, expected, sketch);
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyWayDoesWhatAnOutputNeeds(long seed) {
        Sketch sketch = RandomSketch.of(seed);

        if (!sketch.outputs().isEmpty()) {
            String output = sketch.outputs().get((int) (seed % sketch.outputs().size()));
            Interpreter expected = Interpreter.of(sketch, output);
            Way.all().forEach(way -> {
                TestGraph graph = sketch.build(way.takesAsynchronousNodes());
                PreparedRun<Map<String, Object>> run = graph.entry(output, CONTINUE, sketch.givenInTurn());
                check(way, sketch, expected, List.of(output), way.run(run));
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("someSeeds")
    void runThatPausesAndGoesOnDoesWhatItDoesWithoutAPause(long seed) {
        Sketch sketch = RandomSketch.of(seed);
        Interpreter expected = Interpreter.of(sketch);

        Way.all().forEach(way -> {
            Random random = new Random(seed);
            TestGraph graph =
                    sketch.build(way.takesAsynchronousNodes(), node -> isOfOneValue(node) && random.nextBoolean());
            RunResult<Map<String, Object>> result = way.run(graph.prepare(graph.given(sketch.givenInTurn()), CONTINUE));
            while (result.status() == RunStatus.PAUSED) {
                result = way.resume(graph, result, someAnswers(result.pauses(), random));
            }
            check(way, sketch, expected, sketch.outputs(), result);
        });
    }

    private static boolean isOfOneValue(Sketch.Node node) {
        return !node.gives().isGate()
                && node.gives().names().size() == 1
                && !node.gives().mayBeAbsent();
    }

    /** One at least. */
    private static Answers someAnswers(List<PauseInfo> questions, Random random) {
        Answers answers = Answers.none();
        int sure = random.nextInt(questions.size());
        for (PauseInfo question : questions) {
            if (questions.indexOf(question) == sure || random.nextBoolean()) {
                answers = answers.and(question.key(), question.evidence().get("answer"));
            }
        }
        return answers;
    }

    private static void check(
            Way way,
            Sketch sketch,
            Interpreter expected,
            Collection<String> outputs,
            RunResult<Map<String, Object>> result) {
        boolean fails = !expected.errors().isEmpty();
        assertThat(steps(result.log().steps())).as("steps, %s\n%s", way, sketch).isEqualTo(expected.steps());
        assertThat(result.skipped()).as("skipped, %s", way).isEqualTo(expected.skipped());
        assertThat(errors(sketch, result)).as("errors, %s", way).isEqualTo(expected.errors());
        assertThat(result.status()).as("status, %s", way).isEqualTo(fails ? RunStatus.FAILED : RunStatus.COMPLETED);
        if (!fails) {
            assertThat(result.outputs()).as("outputs, %s", way).isEqualTo(expected.outputs(outputs));
        } else {
            assertThat(result.values()).as("values, %s", way).isEqualTo(expected.values());
        }
        for (Sketch.Node node : sketch.nodes()) {
            assertThat(result.log().stats(node.name()).count())
                    .as("executions of %s, %s", node.name(), way)
                    .isEqualTo(expected.executions(node));
        }
    }

    /** Which of several errors comes first is a matter of chance where nodes overlap. */
    private static void checkRaised(Way way, Interpreter expected, Sketch sketch) {
        PreparedRun<Map<String, Object>> run =
                sketch.build(way.takesAsynchronousNodes()).prepared(sketch.givenInTurn());
        HypergraphException error = catchThrowableOfType(HypergraphException.class, () -> way.run(run));
        assertThat(error).as("error, %s", way).isNotNull();
        assertThat(expected.errors()).as("errors, %s", way).containsAll(errors(sketch, error));
        if (error instanceof NodeExecutionException failure) {
            assertThat(expected.steps())
                    .as("steps, %s", way)
                    .containsAll(steps(failure.log().steps()));
        }
    }

    private static List<String> errors(Sketch sketch, RunResult<?> result) {
        return result.error().map(error -> errors(sketch, error)).orElse(List.of());
    }

    /** An error and its suppressed ones, in their order. */
    private static List<String> errors(Sketch sketch, HypergraphException error) {
        List<Throwable> all = new ArrayList<>(List.of(error));
        all.addAll(List.of(error.getSuppressed()));
        return all.stream().map(each -> text(sketch, each)).toList();
    }

    private static String text(Sketch sketch, Throwable error) {
        if (error instanceof InfiniteLoopException endless) {
            Sketch.Loop loop =
                    sketch.loopOf(sketch.node(endless.nodes().get(0))).orElseThrow();
            assertThat(endless.nodes()).hasSize(loop.to() - loop.from());
            assertThat(endless.iterations()).isEqualTo(loop.maxIterations());
            return Interpreter.error(loop);
        }
        NodeExecutionException failure = (NodeExecutionException) error;
        NodeRecord step = failure.log().errors().stream()
                .filter(record -> record.node().equals(failure.nodePath()))
                .findFirst()
                .orElseThrow();
        assertThat(failure.getCause()).hasMessage(failure.nodePath() + " fails");
        return step.node() + " in " + step.iteration();
    }

    private static List<String> steps(List<NodeRecord> records) {
        return records.stream()
                .map(step ->
                        step.node() + " in " + step.iteration() + (step.status() == NodeStatus.FAILED ? " fails" : ""))
                .toList();
    }
}
