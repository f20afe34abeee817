package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static dev.hypergraph4j.runtime.TestGraph.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.NodeStats;
import dev.hypergraph4j.runtime.plan.Executions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cycles that turn very often, and runs of cycles that race for few threads. */
@EndsInTime
class LongCyclesTest {
    private static final int TURNS = 1_000_000;

    @Test
    void logOfAMillionTurnsCountsThemAllAndKeepsTheFirstAndTheLast() {
        RunResult<Map<String, Object>> result =
                SyncRunner.create().run(counting(TURNS).prepared("n", 0));

        NodeStats stats = result.log().stats("count");
        assertThat(result.outputs()).isEqualTo(Map.of("n", TURNS));
        assertThat(stats.count()).isEqualTo(TURNS);
        assertThat(stats.min()).isLessThanOrEqualTo(stats.p50());
        assertThat(stats.p50()).isLessThanOrEqualTo(stats.p95());
        assertThat(stats.p95()).isLessThanOrEqualTo(stats.max());
        List<Integer> kept = result.log().steps().stream()
                .filter(step -> step.node().equals("count"))
                .map(NodeRecord::iteration)
                .toList();
        assertThat(kept).hasSize(2 * Executions.KEPT);
        assertThat(kept.subList(0, Executions.KEPT))
                .isEqualTo(IntStream.range(0, Executions.KEPT).boxed().toList());
        assertThat(kept.subList(Executions.KEPT, 2 * Executions.KEPT))
                .isEqualTo(
                        IntStream.range(TURNS - Executions.KEPT, TURNS).boxed().toList());
    }

    @Test
    void resultOfAMillionTurnsIsAsSmallAsThatOfAThousand() {
        RunResult<Map<String, Object>> few =
                SyncRunner.create().run(counting(1_000).prepared("n", 0));
        long before = usedMemory();
        RunResult<Map<String, Object>> many =
                SyncRunner.create().run(counting(TURNS).prepared("n", 0));
        long after = usedMemory();

        assertThat(after - before).isLessThan(2_000_000);
        assertThat(many.log().steps()).hasSameSizeAs(few.log().steps());
    }

    @Way.EveryAsync
    void stagesOfACycleAreNotKept(Way way) {
        long before = usedMemory();
        TestGraph graph = graph().input("n")
                .async("count", takes().seed("n"), gives("n"), in -> later(in.integer("n") + 1))
                .gate("goOn", takes("n"), to("count"), in -> in.integer("n") < 2_000 ? "count" : "END")
                .node("measure", takes("n"), gives("used"), in -> usedMemory() - before)
                .loop(2_000, "count", "goOn")
                .outputs("used");

        // Each stage holds 10,000 bytes: all of them would be 20 MB.
        assertThat((Long) way.run(graph, "n", 0).outputs().get("used")).isLessThan(10_000_000);
    }

    @Test
    void cyclesOfManyRunsShareFewThreads() {
        ExecutorService two = Executors.newFixedThreadPool(2, Way::daemon);
        AsyncRunner runner =
                AsyncRunner.builder().executor(two).maxConcurrency(3).build();
        List<RunHandle<Map<String, Object>>> runs = IntStream.range(0, 200)
                .mapToObj(i -> runner.start(wide().prepared("n", i)))
                .toList();

        for (int i = 0; i < runs.size(); i++) {
            assertThat(runs.get(i).toCompletableFuture().join().outputs())
                    .isEqualTo(Map.of("n", i + 20, "s", 40 + 2 * i));
        }
        two.shutdown();
    }

    /** A turn of several nodes at once. */
    private static TestGraph wide() {
        return graph().input("n")
                .node("count", takes().seed("n"), gives("n"), in -> in.integer("n") + 1)
                .node("a", takes("n"), gives("x"), in -> in.get("n"))
                .async("b", takes("n"), gives("y"), in -> Stages.later(() -> in.get("n")))
                .node("sum", takes("x", "y"), gives("s"), in -> {
                    assertThat(in.get("x")).isEqualTo(in.get("y"));
                    return in.sum();
                })
                .gate("goOn", takes("s"), to("count"), goOn(20))
                .loop(100, "count", "goOn")
                .outputs("n", "s");
    }

    private static TestGraph.Body goOn(int turns) {
        int[] left = {turns};
        return in -> --left[0] > 0 ? "count" : "END";
    }

    private static TestGraph counting(int turns) {
        return graph().input("n")
                .node("count", takes().seed("n"), gives("n"), in -> in.integer("n") + 1)
                .gate("goOn", takes("n"), to("count"), in -> in.integer("n") < turns ? "count" : "END")
                .loop(turns, "count", "goOn")
                .outputs("n");
    }

    private static CompletableFuture<Object> later(int value) {
        CompletableFuture<Object> stage = new Heavy();
        Stages.FOREIGN.execute(() -> stage.complete(value));
        return stage;
    }

    private static final class Heavy extends CompletableFuture<Object> {
        @SuppressWarnings("unused")
        private final byte[] weight = new byte[10_000];
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
