package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Nested graphs that run once for each of many items. */
@EndsInTime
class NestedMapTest {

    @Way.Every
    void eachItemHasItsPlace(Way way) {
        RunResult<Map<String, Object>> result = way.run(mapping(doubling(), ErrorHandling.RAISE), "x", numbers(1000));

        assertThat(result.outputs().get("y"))
                .isEqualTo(IntStream.range(0, 1000)
                        .mapToObj(i -> Optional.of(2 * i))
                        .toList());
        assertThat(result.mappedChild("items").size()).isEqualTo(1000);
        assertThat(result.log().mappedChild("items").orElseThrow().items()).isEqualTo(1000);
    }

    @Way.Every
    void nothingIsMappedToNothing(Way way) {
        RunResult<Map<String, Object>> result = way.run(mapping(doubling(), ErrorHandling.RAISE), "x", List.of());

        assertThat(result.outputs()).containsExactly(Map.entry("y", List.of()));
    }

    @Way.Every
    void itemThatFailsIsAnEmptyPlaceIfTheMapGoesOn(Way way) {
        RunResult<Map<String, Object>> result = way.run(mapping(failingAt(2), ErrorHandling.CONTINUE), "x", numbers(4));

        assertThat(result.outputs().get("y"))
                .isEqualTo(List.of(Optional.of(0), Optional.of(1), Optional.empty(), Optional.of(3)));
        assertThat(result.mappedChild("items").status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(result.mappedChild("items").errors()).containsOnlyKeys(2);
    }

    @Way.Every
    void firstFailureInOrderFailsTheNode(Way way) {
        TestGraph outer = mapping(failingAt(2, 3), ErrorHandling.RAISE);

        NodeExecutionException failed =
                catchThrowableOfType(NodeExecutionException.class, () -> way.run(outer, "x", numbers(500)));

        assertThat(failed.nodePath()).isEqualTo("items/one");
        assertThat(failed.item()).hasValue(2);
        assertThat(failed).hasRootCauseMessage("item 2");
    }

    @Way.Every
    void noMoreNodesAtOnceThanTheLimitOverNestedMaps(Way way) {
        AtomicInteger now = new AtomicInteger();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        TestGraph leaf = graph("leaf")
                .input("x")
                .node("one", takes("x"), gives("y"), in -> {
                    seen.add(now.incrementAndGet());
                    Thread.sleep(1);
                    return now.decrementAndGet();
                })
                .outputs("y");
        TestGraph middle = graph("middle")
                .input("x")
                .mapped("items", leaf, "x", ErrorHandling.RAISE, gives("y"))
                .outputs("y");

        List<List<Integer>> inputs =
                IntStream.range(0, 6).mapToObj(i -> numbers(6)).toList();
        assertThat(way.run(mapping(middle, ErrorHandling.RAISE), "x", inputs).isCompleted())
                .isTrue();

        int most = seen.stream().mapToInt(Integer::intValue).max().orElse(0);
        assertThat(seen).hasSize(36);
        if (way.name().equals("async, two at once")) {
            assertThat(most).isLessThanOrEqualTo(2);
        } else if (way.name().equals("async, one at once") || way.name().equals("sync")) {
            assertThat(most).isEqualTo(1);
        }
    }

    @Way.EveryStart
    void stopLeavesTheRestUnstarted(Way way) throws InterruptedException {
        stopLeavesTheRestUnstarted(way, UnaryOperator.identity());
    }

    @Way.EveryStart
    void stopReachesAMapOnManyThreadsOfItsOwn(Way way) throws InterruptedException {
        stopLeavesTheRestUnstarted(way, inner -> inner.with(Way.limited(2)));
    }

    private static void stopLeavesTheRestUnstarted(Way way, UnaryOperator<TestGraph> runBy)
            throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        TestGraph inner = graph("inner")
                .input("x")
                .node("one", takes("x"), gives("w"), in -> {
                    begun.countDown();
                    stopped.await();
                    return in.get("x");
                })
                .node("two", takes("w"), gives("y"), in -> in.get("w"))
                .outputs("y");

        RunHandle<Map<String, Object>> handle =
                way.start(mapping(runBy.apply(inner), ErrorHandling.RAISE), "x", numbers(2000));
        begun.await();
        handle.stop("enough");
        stopped.countDown();
        RunResult<Map<String, Object>> result = handle.await();

        assertThat(result.status()).isEqualTo(RunStatus.STOPPED);
        MapResult<?> items = result.mappedChild("items");
        assertThat(items.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(items.size()).isEqualTo(2000);
        assertThat(items.unstarted()).isNotEmpty();
        assertThat(items.outputs()).containsOnly(Optional.empty());
    }

    @Way.Every
    void runnerOfItsOwnMaps(Way way) {
        for (Runner own : List.of(SyncRunner.create(), AsyncRunner.create(), Way.limited(1))) {
            RunResult<Map<String, Object>> result =
                    way.run(mapping(doubling().with(own), ErrorHandling.RAISE), "x", numbers(3));

            assertThat(result.outputs().get("y")).isEqualTo(List.of(Optional.of(0), Optional.of(2), Optional.of(4)));
        }
    }

    private static TestGraph mapping(TestGraph inner, ErrorHandling onError) {
        return graph("outer")
                .input("x")
                .mapped("items", inner, "x", onError, gives("y"))
                .outputs("y");
    }

    private static TestGraph doubling() {
        return graph("inner")
                .input("x")
                .node("one", takes("x"), gives("y"), in -> 2 * in.integer("x"))
                .outputs("y");
    }

    private static TestGraph failingAt(Integer... items) {
        return graph("inner")
                .input("x")
                .node("one", takes("x"), gives("y"), in -> {
                    if (List.of(items).contains(in.integer("x"))) {
                        throw new IllegalStateException("item " + in.integer("x"));
                    }
                    return in.integer("x");
                })
                .outputs("y");
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
