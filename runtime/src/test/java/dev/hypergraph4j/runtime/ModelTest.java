package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.runtime.log.RunStatus;
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

            check(way, expected, sketch.outputs(), way.run(graph.prepare(given, CONTINUE)));
            if (expected.fails()) {
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
                check(way, expected, List.of(output), way.run(run));
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
            check(way, expected, sketch.outputs(), result);
        });
    }

    static boolean isOfOneValue(Sketch.Node node) {
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
            Way way, Interpreter expected, Collection<String> outputs, RunResult<Map<String, Object>> result) {
        new Agreement(way.toString(), expected).check(outputs, result);
    }

    private static void checkRaised(Way way, Interpreter expected, Sketch sketch) {
        PreparedRun<Map<String, Object>> run =
                sketch.build(way.takesAsynchronousNodes()).prepared(sketch.givenInTurn());
        HypergraphException error = catchThrowableOfType(HypergraphException.class, () -> way.run(run));
        new Agreement(way.toString(), expected).checkRaised(error);
    }
}
