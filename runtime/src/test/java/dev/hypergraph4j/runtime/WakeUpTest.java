package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.ErrorHandling;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No wake-up gets lost, however nodes, stages and workers meet: each of these runs would hang. */
@EndsInTime
class WakeUpTest {
    private static final int WIDTH = 4;
    private static final int LAYERS = 40;

    private final ExecutorService completing = Executors.newFixedThreadPool(WIDTH, Way::daemon);

    @AfterEach
    void shutDown() {
        completing.shutdownNow();
    }

    @Way.EveryAsync
    void stagesThatCompleteInAnyOrderAreAllSeen(Way way) {
        for (int repetition = 0; repetition < 10; repetition++) {
            assertThat(way.run(layers(false)).isCompleted()).isTrue();
        }
    }

    @Way.EveryUnlimited
    void stagesThatCompleteAtTheSameTimeAreAllSeen(Way way) {
        for (int repetition = 0; repetition < 10; repetition++) {
            assertThat(way.run(layers(true)).isCompleted()).isTrue();
        }
    }

    /** Nobody helps: all that stages make ready is run by the caller, who must be woken for it each time. */
    @Test
    void callerAloneIsWokenForAllThatStagesMakeReady() {
        for (long seed = 0; seed < 300; seed++) {
            RandomGraph random = new RandomGraph(seed);
            TestGraph graph = random.build(true);
            PreparedRun<Map<String, Object>> run = graph.prepare(
                    graph.given(random.given()), RunOptions.defaults().onError(ErrorHandling.CONTINUE));

            RunResult<Map<String, Object>> result = Way.on(new HeldExecutor()).run(run);

            assertThat(result.log().steps())
                    .as("seed %d", seed)
                    .hasSize(Expected.of(random).completed().size()
                            + Expected.of(random).failed().size());
        }
    }

    @Test
    void runsThatWaitForStagesShareOneThread() {
        ExecutorService one = Executors.newSingleThreadExecutor(Way::daemon);
        try {
            AsyncRunner runner = Way.on(one);
            TestGraph inner = layers(false);
            TestGraph outer = graph().node(
                            "a",
                            takes(),
                            gives("va"),
                            in -> runner.run(inner.prepared()).isCompleted())
                    .node(
                            "b",
                            takes(),
                            gives("vb"),
                            in -> runner.run(inner.prepared()).isCompleted())
                    .outputs("va", "vb");

            for (int repetition = 0; repetition < 20; repetition++) {
                assertThat(runner.run(outer.prepared()).outputs().values()).containsExactly(true, true);
            }
        } finally {
            one.shutdownNow();
        }
    }

    /** Layers of asynchronous nodes of which each waits for the whole layer before. */
    private TestGraph layers(boolean completedTogether) {
        TestGraph.Builder builder = graph();
        String[] before = {};
        for (int layer = 0; layer < LAYERS; layer++) {
            CyclicBarrier barrier = new CyclicBarrier(WIDTH);
            int number = layer;
            String[] values = IntStream.range(0, WIDTH)
                    .mapToObj(i -> "v" + number + "_" + i)
                    .toArray(String[]::new);
            for (String value : values) {
                builder.async(
                        "n" + value,
                        takes(before),
                        gives(value),
                        in -> CompletableFuture.supplyAsync(() -> completedTogether ? met(barrier) : 1, completing));
            }
            before = values;
        }
        return builder.outputs(before);
    }

    private static int met(CyclicBarrier barrier) {
        try {
            barrier.await();
            return 1;
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }
}
