package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What overlaps under {@link AsyncRunner}, what does not, and on which threads. Nodes see that by meeting each other and by counting. */
@EndsInTime
class ConcurrencyTest {
    private final ExecutorService pool = Executors.newCachedThreadPool(Way::daemon);

    @AfterEach
    void shutDown() {
        pool.shutdownNow();
    }

    @Way.EveryUnlimited
    void independentNodesOverlap(Way way) {
        assertThat(way.run(meeting(2)).outputs()).containsEntry("v0", 0).containsEntry("v1", 1);
    }

    @Way.EveryUnlimited
    void asManyNodesOverlapAsAreReady(Way way) {
        assertThat(way.run(meeting(25)).outputs()).hasSize(25);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void asManyNodesOverlapAsMay(int limit, boolean started) {
        Way way = new Way("limited", Way.limited(limit), started);

        assertThat(way.run(meeting(limit)).outputs()).hasSize(limit);
    }

    @Way.EveryUnlimited
    void readyNodeStartsWhileASiblingOfAnEarlierLevelRuns(Way way) {
        CountDownLatch secondRan = new CountDownLatch(1);
        TestGraph graph = graph().node("slow", takes(), gives("vSlow"), in -> {
                    secondRan.await();
                    return 1;
                })
                .node("first", takes(), gives("vFirst"), in -> 2)
                .node("second", takes("vFirst"), gives("vSecond"), in -> {
                    secondRan.countDown();
                    return 3;
                })
                .outputs("vSlow", "vSecond");

        assertThat(way.run(graph).outputs()).containsExactly(entry("vSlow", 1), entry("vSecond", 3));
    }

    @ParameterizedTest(name = "at most {0}, started: {1}")
    @MethodSource("limits")
    void neverMoreNodesAreUnderWayThanMayBe(int limit, boolean started) {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        TestGraph.Builder builder = graph();
        for (int i = 0; i < 60; i++) {
            String taken = i < 20 ? null : "v" + (i - 20);
            Takes takes = taken == null ? takes() : takes(taken);
            if (i % 2 == 0) {
                builder.node("n" + i, takes, gives("v" + i), in -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    return underWay.getAndDecrement();
                });
            } else {
                builder.async("n" + i, takes, gives("v" + i), in -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    return Stages.later(underWay::getAndDecrement);
                });
            }
        }

        RunResult<?> result = new Way("limited", Way.limited(limit), started).run(builder.outputs("v59"));

        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(most).hasValueLessThanOrEqualTo(limit).hasPositiveValue();
        assertThat(underWay).hasValue(0);
    }

    @Test
    void asynchronousNodesAreUnderWayUntilTheirStagesComplete() {
        AtomicInteger begun = new AtomicInteger();
        CompletableFuture<Object> first = new CompletableFuture<>();
        CompletableFuture<Object> second = new CompletableFuture<>();
        TestGraph.Builder builder = graph();
        IntStream.range(0, 4)
                .forEach(i -> builder.async("n" + i, takes(), gives("v" + i), in -> {
                    begun.incrementAndGet();
                    return i == 0 ? first : second;
                }));
        TestGraph graph = builder.outputs("v3");

        var run = Caller.calling(() -> Way.limited(2).run(graph.prepared())).awaitWaiting();

        assertThat(begun).hasValue(2);
        first.complete(1);
        run.awaitWaiting();
        second.complete(2);
        assertThat(run.result().isCompleted()).isTrue();
        assertThat(begun).hasValue(4);
    }

    /** A caller that was woken for a node is not taken for a worker that is still on its way. */
    @Way.EveryUnlimited
    void nodesOverlapAgainAndAgainAfterTheCallerWasWoken(Way way) {
        TestGraph.Builder builder = graph().input("v0");
        for (int round = 1; round <= 5; round++) {
            CyclicBarrier together = new CyclicBarrier(2);
            builder.async("wait" + round, takes("v" + (round - 1)), gives("w" + round), in -> Stages.later(() -> 1));
            for (String side : List.of("l", "r")) {
                builder.node(side + round, takes("w" + round), gives("v" + side + round), in -> together.await());
            }
            builder.node("join" + round, takes("vl" + round, "vr" + round), gives("v" + round), TestGraph.In::sum);
        }

        TestGraph graph = builder.outputs("v5");

        for (int repetition = 0; repetition < 20; repetition++) {
            assertThat(way.run(graph, "v0", 0).outputs()).containsExactly(entry("v5", 1));
        }
    }

    @Test
    void chainStaysOnTheThreadOfItsCaller() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        HeldExecutor executor = new HeldExecutor();
        TestGraph.Builder builder = graph().input("v0");
        for (int i = 1; i <= 100; i++) {
            builder.node("n" + i, takes("v" + (i - 1)), gives("v" + i), in -> {
                threads.add(Thread.currentThread());
                return in.sum();
            });
        }

        Way.on(executor).run(builder.outputs("v100").prepared("v0", 1));

        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(executor.held()).isZero();
    }

    @Test
    void chainOfCompletedStagesStaysOnTheThreadOfItsCaller() {
        HeldExecutor executor = new HeldExecutor();
        TestGraph.Builder builder = graph().input("v0");
        for (int i = 1; i <= 100; i++) {
            builder.async("n" + i, takes("v" + (i - 1)), gives("v" + i), in -> CompletableFuture.completedFuture(1));
        }

        Way.on(executor).run(builder.outputs("v100").prepared("v0", 1));

        assertThat(executor.held()).isZero();
    }

    @Test
    void startedChainIsHandedOverOnce() {
        HeldExecutor executor = new HeldExecutor();

        RunHandle<?> handle = Way.on(executor).start(OutputsTest.chain(100).prepared("v0", 0));

        assertThat(executor.held()).isEqualTo(1);
        executor.runNext();
        assertThat(handle.isDone()).isTrue();
        assertThat(executor.held()).isZero();
    }

    @Test
    void whatTheCallerRunsItselfIsNotHandedOver() {
        AtomicInteger handedOver = new AtomicInteger();
        TestGraph diamond = graph().node("top", takes(), gives("t"), in -> 1)
                .node("left", takes("t"), gives("l"), in -> 2)
                .node("right", takes("t"), gives("r"), in -> 3)
                .node("bottom", takes("l", "r"), gives("b"), TestGraph.In::sum)
                .outputs("b");

        Way.on(task -> {
                    handedOver.incrementAndGet();
                    pool.execute(task);
                })
                .run(diamond.prepared());

        assertThat(handedOver).hasValue(1);
    }

    @Test
    void callerGoesOnAloneWhereNoWorkerComes() {
        HeldExecutor neverRuns = new HeldExecutor();

        RunResult<?> result = Way.on(neverRuns).run(independent(5).prepared());

        assertThat(result.isCompleted()).isTrue();
    }

    @Test
    void workerThatComesTooLateDoesNothing() {
        HeldExecutor executor = new HeldExecutor();
        RunResult<?> result = Way.on(executor).run(independent(5).prepared());
        assertThat(executor.held()).isPositive();

        while (executor.held() > 0) {
            executor.runNext();
        }

        assertThat(result.isCompleted()).isTrue();
        assertThat(result.log().steps()).hasSize(5);
    }

    static Stream<Arguments> limits() {
        return Stream.of(1, 2, 3, 7).flatMap(limit -> Stream.of(Arguments.of(limit, false), Arguments.of(limit, true)));
    }

    private static TestGraph independent(int nodes) {
        TestGraph.Builder builder = graph();
        IntStream.range(0, nodes).forEach(i -> builder.node("n" + i, takes(), gives("v" + i), in -> i));
        return builder.outputs("v" + (nodes - 1));
    }

    /** Nodes that all wait until all have begun. */
    private static TestGraph meeting(int nodes) {
        CyclicBarrier barrier = new CyclicBarrier(nodes);
        TestGraph.Builder builder = graph();
        String[] outputs = new String[nodes];
        for (int i = 0; i < nodes; i++) {
            int value = i;
            outputs[i] = "v" + i;
            builder.node("n" + i, takes(), gives(outputs[i]), in -> {
                barrier.await();
                return value;
            });
        }
        return builder.outputs(outputs);
    }
}
