package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that run graphs themselves: the thread that calls a run works too, so a bounded executor never starves them. */
@EndsInTime
class NestedRunTest {
    private final ExecutorService twoThreads = Executors.newFixedThreadPool(2, Way::daemon);

    @AfterEach
    void shutDown() {
        twoThreads.shutdownNow();
    }

    @Test
    void runsThreeDeepShareTwoThreads() {
        AtomicInteger leaves = new AtomicInteger();
        AsyncRunner runner = Way.on(twoThreads);
        TestGraph inner = fanOut(6, leaves::incrementAndGet);
        TestGraph middle = fanOut(6, () -> runner.run(inner.prepared()).isCompleted());
        TestGraph outer = fanOut(6, () -> runner.run(middle.prepared()).isCompleted());

        assertThat(runner.run(outer.prepared()).isCompleted()).isTrue();
        assertThat(leaves).hasValue(216);
    }

    @Test
    void startedRunMayCallOthersOnTheSameThreads() throws InterruptedException {
        AtomicInteger leaves = new AtomicInteger();
        AsyncRunner runner = Way.on(twoThreads);
        TestGraph inner = fanOut(6, leaves::incrementAndGet);
        TestGraph outer = fanOut(6, () -> runner.run(inner.prepared()).isCompleted());

        assertThat(runner.start(outer.prepared()).await().isCompleted()).isTrue();
        assertThat(leaves).hasValue(36);
    }

    @Test
    void nestedRunsWaitForStagesOnTheSameThreads() {
        AsyncRunner runner = Way.on(twoThreads);
        TestGraph inner = thenAsynchronous(() -> Stages.later(() -> 1));
        TestGraph outer = fanOut(6, () -> runner.run(inner.prepared()).isCompleted());

        for (int repetition = 0; repetition < 200; repetition++) {
            assertThat(runner.run(outer.prepared()).isCompleted()).isTrue();
        }
    }

    /** The workers called for the fan-out count as on their way, and never come: the executor has other things to do. */
    @Test
    void callerThatWaitsForAStageIsWokenThoughCalledWorkersNeverCame() {
        HeldExecutor busy = new HeldExecutor();
        CompletableFuture<Object> stage = new CompletableFuture<>();
        TestGraph graph = thenAsynchronous(() -> stage);

        var run = Caller.calling(() -> Way.on(busy).run(graph.prepared())).awaitWaiting();
        assertThat(busy.held()).isPositive();
        stage.complete(1);

        assertThat(run.result().isCompleted()).isTrue();
    }

    /** Some nodes that wait for nothing, an asynchronous one behind them, and two behind that. */
    private static TestGraph thenAsynchronous(Supplier<CompletableFuture<?>> stage) {
        return graph().node("a", takes(), gives("va"), in -> 1)
                .node("b", takes(), gives("vb"), in -> 1)
                .node("c", takes(), gives("vc"), in -> 1)
                .async("wait", takes("va", "vb", "vc"), gives("vWait"), in -> stage.get())
                .node("left", takes("vWait"), gives("vLeft"), in -> 1)
                .node("right", takes("vWait"), gives("vRight"), in -> 1)
                .node("last", takes("vLeft", "vRight"), gives("vLast"), in -> 1)
                .outputs("vLast");
    }

    private static TestGraph fanOut(int width, Supplier<?> node) {
        TestGraph.Builder builder = graph();
        String[] parts = IntStream.range(0, width).mapToObj(i -> "p" + i).toArray(String[]::new);
        IntStream.range(0, width).forEach(i -> builder.node("n" + i, takes(), gives(parts[i]), in -> node.get()));
        return builder.node("gather", takes(parts), gives("all"), in -> in.get(parts[0]))
                .outputs("all");
    }
}
