package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.HypergraphException;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All ways to run a graph in which others are nested, up to two levels and some of them mapped, do what the {@link Interpreter} does, on random graphs.
 * A seed that fails is run again, alone, with {@code -Dseed=}<i>its number</i>.
 */
@EndsInTime
class NestingModelTest {
    private static final int SEEDS = 1_000;

    private static final RunOptions CONTINUE = RunOptions.defaults().onError(ErrorHandling.CONTINUE);

    static LongStream seeds() {
        Long only = Long.getLong("seed");
        return only == null ? LongStream.range(0, SEEDS) : LongStream.of(only);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyWayDoesWhatTheInterpreterDoes(long seed) {
        Sketch sketch = RandomSketch.nesting(seed);
        Interpreter expected = Interpreter.of(sketch);

        Way.all().forEach(way -> {
            TestGraph graph = sketch.build(way.takesAsynchronousNodes());
            Map<String, Object> given = graph.given(sketch.givenInTurn());
            Agreement agreement = new Agreement(way.toString(), expected);

            agreement.check(sketch.outputs(), way.run(graph.prepare(given, CONTINUE)));
            if (expected.fails()) {
                agreement.checkRaised(catchThrowableOfType(
                        HypergraphException.class, () -> way.run(graph.prepared(sketch.givenInTurn()))));
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyWayDoesWhatAnOutputNeeds(long seed) {
        Sketch sketch = RandomSketch.nesting(seed);

        if (!sketch.outputs().isEmpty()) {
            String output = sketch.outputs().get((int) (seed % sketch.outputs().size()));
            Interpreter expected = Interpreter.of(sketch, output);
            Way.all().forEach(way -> {
                TestGraph graph = sketch.build(way.takesAsynchronousNodes());
                PreparedRun<Map<String, Object>> run = graph.entry(output, CONTINUE, sketch.givenInTurn());
                new Agreement(way.toString(), expected).check(List.of(output), way.run(run));
            });
        }
    }
}
