package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random graphs that are stopped, or whose caller is interrupted, at random moments: each run ends, and what it says of itself is true. A seed
 * that fails is run again, alone, with {@code -Dseed=}<i>its number</i>.
 */
@EndsInTime
class RandomStopTest {
    private static final RunOptions CONTINUE = RunOptions.defaults().onError(ErrorHandling.CONTINUE);

    static LongStream seeds() {
        Long only = Long.getLong("seed");
        return only == null ? LongStream.range(0, 300) : LongStream.of(only);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void stoppedRunEndsAndTellsTheTruth(long seed) {
        RandomGraph random = new RandomGraph(seed);
        Way.starting().forEach(way -> {
            TestGraph graph = random.build(way.takesAsynchronousNodes());
            RunHandle<Map<String, Object>> handle =
                    way.runner().start(graph.prepare(graph.given(random.given()), CONTINUE));

            spin(seed);
            handle.stop("now");

            RunResult<Map<String, Object>> result = handle.toCompletableFuture().join();
            checkTruth(way, random, result);
            assertThat(result.stopReason().isPresent()).as("%s", way).isEqualTo(result.status() == RunStatus.STOPPED);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void interruptedRunEndsAndTellsTheTruth(long seed) {
        RandomGraph random = new RandomGraph(seed);
        Way.async().filter(way -> !way.started()).forEach(way -> {
            TestGraph graph = random.build(true);
            var run = Caller.calling(() -> way.runner().run(graph.prepare(graph.given(random.given()), CONTINUE)));

            spin(seed);
            run.interrupt();

            RunResult<Map<String, Object>> result = run.result();
            assertThat(result.log().steps())
                    .as("%s", way)
                    .hasSizeLessThanOrEqualTo(random.nodes().size());
            assertThat(result.stopReason().orElse("interrupted")).isEqualTo("interrupted");
        });
    }

    /** What ran gave what it must give; if the run was not stopped, all ran that could. */
    private static void checkTruth(Way way, RandomGraph random, RunResult<Map<String, Object>> result) {
        Expected expected = Expected.of(random);
        if (result.status() == RunStatus.STOPPED) {
            assertThat(expected.values().entrySet())
                    .as("%s", way)
                    .containsAll(result.values().entrySet());
        } else if (expected.failed().isEmpty()) {
            assertThat(result.outputs()).as("%s", way).isEqualTo(expected.outputs());
        } else {
            assertThat(result.status()).as("%s", way).isEqualTo(RunStatus.FAILED);
            assertThat(result.values()).as("%s", way).isEqualTo(expected.values());
        }
        assertThat(result.log().steps())
                .as("%s", way)
                .hasSizeLessThanOrEqualTo(random.nodes().size());
    }

    private static void spin(long seed) {
        for (int i = new Random(seed).nextInt(5_000); i > 0; i--) {
            Thread.onSpinWait();
        }
    }
}
