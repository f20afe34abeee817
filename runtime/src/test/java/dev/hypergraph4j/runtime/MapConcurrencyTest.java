package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many nodes and items of a map are under way at once under {@link AsyncRunner}, and on which threads. */
@EndsInTime
class MapConcurrencyTest {
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Gate gate = new Gate();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void neverMoreNodesAreUnderWayOverAllItemsThanMayBe(int seed) {
        Random random = new Random(seed);
        int limit = 1 + random.nextInt(6);
        TestGraph graph = counting(random);

        MapResult<Map<String, Object>> result = Way.limited(limit).map(graph, inputs(graph, 100 + random.nextInt(200)));

        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(most.get()).isBetween(1, limit);
        assertThat(underWay).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16})
    void asManyItemsOverlapAsNodesMay(int limit) {
        CyclicBarrier together = new CyclicBarrier(limit);
        TestGraph graph = graph().input("x")
                .node("meet", takes("x"), gives("y"), in -> together.await())
                .outputs("y");

        assertThat(Way.limited(limit).map(graph, inputs(graph, 4 * limit)).isCompleted())
                .isTrue();
        try (MapIterator<Map<String, Object>> results =
                Way.limited(limit).mapIter(graph, inputs(graph, 4 * limit).iterator(), RunOptions.defaults())) {
            results.forEachRemaining(result -> assertThat(result.isCompleted()).isTrue());
        }
    }

    @Test
    void nextItemStartsWhileAnotherOneWaitsForItsStage() {
        CompletableFuture<Object> first = new CompletableFuture<>();
        TestGraph graph = graph().input("x")
                .async(
                        "slow",
                        takes("x"),
                        gives("y"),
                        in -> in.integer("x") == 0 ? first : CompletableFuture.completedFuture(in.integer("x")))
                .node("after", takes("x", "y"), gives("z"), in -> in.integer("x") == 9 ? first.complete(0) : true)
                .outputs("z");

        assertThat(Way.limited(2).map(graph, inputs(graph, 10)).isCompleted()).isTrue();
    }

    @Test
    void stagesHoldNoThreads() {
        List<CompletableFuture<Object>> stages = new ArrayList<>();
        HeldExecutor noThreads = new HeldExecutor();
        TestGraph graph = graph().input("x")
                .async("together", takes("x"), gives("y"), in -> {
                    CompletableFuture<Object> stage = new CompletableFuture<>();
                    stages.add(stage);
                    if (stages.size() == 50) {
                        stages.forEach(each -> each.complete(1));
                    }
                    return stage;
                })
                .outputs("y");

        assertThat(Way.on(noThreads).map(graph, inputs(graph, 50)).isCompleted())
                .isTrue();
    }

    @Test
    void callerGoesOnAloneWhereNoWorkerComes() {
        HeldExecutor neverRuns = new HeldExecutor();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        TestGraph graph = graph().input("x")
                .node("left", takes("x"), gives("l"), in -> threads.add(Thread.currentThread()))
                .node("right", takes("x"), gives("r"), in -> threads.add(Thread.currentThread()))
                .outputs("l", "r");

        assertThat(Way.on(neverRuns).map(graph, inputs(graph, 100)).isCompleted())
                .isTrue();
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void oneAtOnceIsNotHandedOver() {
        HeldExecutor executor = new HeldExecutor();
        AsyncRunner runner =
                AsyncRunner.builder().maxConcurrency(1).executor(executor).build();
        TestGraph graph = OutputsTest.chain(3);

        List<Map<String, Object>> inputs =
                IntStream.range(0, 100).mapToObj(x -> graph.given("v0", x)).toList();
        assertThat(runner.map(graph, inputs).isCompleted()).isTrue();

        assertThat(executor.held()).isZero();
    }

    @Test
    void executorThatRefusesTasksEndsTheMap() {
        TestGraph graph = counting(new Random(1));

        assertThatThrownBy(() -> Way.on(task -> {
                            throw new RejectedExecutionException("full");
                        })
                        .map(graph, inputs(graph, 100)))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("full");
        assertThat(underWay).hasValue(0);
    }

    @Test
    void interruptedCallerStopsTheMapAndInterruptsItsNodes() {
        TestGraph graph = graph().input("x")
                .node("wait", takes("x"), gives("y"), in -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    gate.pass();
                    return 1;
                })
                .outputs("y");
        RunOptions options = RunOptions.defaults().onError(ErrorHandling.CONTINUE);

        Caller<MapResult<Map<String, Object>>> caller =
                Caller.calling(() -> Way.limited(4).map(graph, inputs(graph, 100), options));
        while (underWay.get() < 4) {
            Thread.onSpinWait();
        }
        caller.interrupt();

        assertThat(caller.result().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(caller.result().stopReason()).hasValue("interrupted");
        assertThat(caller.wasInterrupted()).isTrue();
        assertThat(most).hasValue(4);
        assertThat(caller.result().unstarted()).hasSize(96);
    }

    /** Who feeds a map may wait for the results of earlier items before there is a next one. */
    @Test
    void resultIsGivenWhileTheSourceWaitsForMore() {
        BlockingQueue<Integer> source = new LinkedBlockingQueue<>(List.of(0));
        TestGraph graph = graph().input("x")
                .node("next", takes("x"), gives("y"), in -> in.integer("x") + 1)
                .outputs("y");
        var inputs = new Iterator<Map<String, Object>>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Map<String, Object> next() {
                try {
                    return graph.given("x", source.take());
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
        };

        MapIterator<Map<String, Object>> results = AsyncRunner.create().mapIter(graph, inputs, RunOptions.defaults());
        for (int i = 1; i < 100; i++) {
            assertThat(results.next().outputs()).containsEntry("y", i);
            source.add(i);
        }
        source.add(0);
        results.close();
    }

    /** Each node of a bounded pool maps a graph on the same pool. */
    @Test
    void mapsInNodesDoNotStarveEachOther() {
        ExecutorService two = Executors.newFixedThreadPool(2, Way::daemon);
        AsyncRunner runner = Way.on(two);
        TestGraph inner = counting(new Random(3));
        TestGraph outer = graph().input("x")
                .node(
                        "map",
                        takes("x"),
                        gives("y"),
                        in -> runner.map(inner, inputs(inner, 20)).size())
                .outputs("y");

        assertThat(runner.map(outer, inputs(outer, 20)).outputs())
                .hasSize(20)
                .allSatisfy(output -> assertThat(output.orElseThrow()).containsEntry("y", 20));
        two.shutdown();
    }

    private static List<Map<String, Object>> inputs(TestGraph graph, int count) {
        return IntStream.range(0, count).mapToObj(x -> graph.given("x", x)).toList();
    }

    /** A few nodes, each after one of those before it, some asynchronous, which count how many are under way. */
    private TestGraph counting(Random random) {
        TestGraph.Builder builder = graph().input("x");
        int nodes = 1 + random.nextInt(8);
        for (int i = 0; i < nodes; i++) {
            int behind = random.nextInt(4);
            String taken = i - behind < 0 || behind == 0 ? "x" : "v" + (i - behind);
            boolean completesAtOnce = random.nextBoolean();
            if (random.nextBoolean()) {
                builder.node("n" + i, takes(taken), gives("v" + i), in -> {
                    begin();
                    return underWay.getAndDecrement();
                });
            } else {
                builder.async("n" + i, takes(taken), gives("v" + i), in -> {
                    begin();
                    return completesAtOnce
                            ? CompletableFuture.completedFuture(underWay.getAndDecrement())
                            : Stages.later(underWay::getAndDecrement);
                });
            }
        }
        return builder.outputs("v" + (nodes - 1));
    }

    private void begin() {
        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        Thread.onSpinWait();
    }
}
