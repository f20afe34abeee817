package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.cache.Cache;
import dev.hypergraph4j.runtime.cache.CacheKey;
import dev.hypergraph4j.runtime.cache.MemoryCache;
import dev.hypergraph4j.runtime.cache.NodeOutputs;
import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.Origin;
import dev.hypergraph4j.runtime.log.RunStatus;
import dev.hypergraph4j.runtime.plan.NodeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nodes whose outputs come from a cache. */
@EndsInTime
class CachedNodesTest {
    private final AtomicInteger calls = new AtomicInteger();
    private final MemoryCache cache = MemoryCache.ofAtMost(100);

    private TestGraph.Builder square() {
        return graph().hash("1a")
                .input("x")
                .node("square", takes("x"), gives("y"), in -> {
                    calls.incrementAndGet();
                    return in.integer("x") * in.integer("x");
                })
                .that(NodeBuilder::cached)
                .node("use", takes("y"), gives("z"), in -> in.integer("y") + 1);
    }

    private static Runner with(Cache cache, Way way) {
        return way.takesAsynchronousNodes()
                ? AsyncRunner.builder().cache(cache).build()
                : SyncRunner.builder().cache(cache).build();
    }

    private RunResult<Map<String, Object>> run(Way way, TestGraph graph, Object... inputs) {
        return new Way("", with(cache, way), way.started()).run(graph, inputs);
    }

    @Way.Every
    void equalInputsAreComputedOnce(Way way) {
        TestGraph graph = square().outputs("z");

        RunResult<?> first = run(way, graph, "x", 3);
        RunResult<?> second = run(way, graph, "x", 3);
        RunResult<?> other = run(way, graph, "x", 4);

        assertThat(first.outputs()).hasToString("{z=10}");
        assertThat(second.outputs()).hasToString("{z=10}");
        assertThat(other.outputs()).hasToString("{z=17}");
        assertThat(calls).hasValue(2);
        assertThat(first.log().steps()).extracting(NodeRecord::origin).containsOnly(Origin.EXECUTED);
        assertThat(second.log().steps()).extracting(NodeRecord::origin).containsExactly(Origin.CACHED, Origin.EXECUTED);
        assertThat(second.log().stats("square").cached()).isEqualTo(1);
        assertThat(second.log().stats("use").cached()).isZero();
    }

    @Way.Every
    void anotherGraphWithTheSameNodeHits(Way way) {
        run(way, square().outputs("z"), "x", 3);

        RunResult<?> result =
                run(way, square().node("more", takes("z"), gives("w"), in -> 1).outputs("w"), "x", 3);

        assertThat(calls).hasValue(1);
        assertThat(result.log().stats("square").cached()).isEqualTo(1);
    }

    @Way.Every
    void runWithoutCacheExecutesAndKeepsNothing(Way way) {
        TestGraph graph = square().outputs("z");
        Way cached = new Way("", with(cache, way), way.started());

        for (int i = 0; i < 2; i++) {
            cached.run(graph.prepare(graph.given("x", 3), RunOptions.defaults().withoutCache()));
        }

        assertThat(calls).hasValue(2);
        assertThat(cache.size()).isZero();
    }

    @Way.Every
    void inputWithoutStableContentIsComputedAndNotedOnce(Way way) {
        TestGraph graph = graph().hash("1a")
                .input("x")
                .node("a", takes("x"), gives("y"), in -> calls.incrementAndGet())
                .that(NodeBuilder::cached)
                .outputs("y");

        run(way, graph, "x", new Object());
        RunResult<?> result = run(way, graph, "x", new Object());

        assertThat(calls).hasValue(2);
        assertThat(result.log().notes()).singleElement().asString().startsWith("Node 'a' was not cached: input 'x' ");
    }

    @Way.Every
    void failureIsNotKept(Way way) {
        TestGraph graph = graph().hash("1a")
                .input("x")
                .node("a", takes("x"), gives("y"), in -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("no");
                    }
                    return 1;
                })
                .that(NodeBuilder::cached)
                .outputs("y");
        Way cached = new Way("", with(cache, way), way.started());

        assertThat(cached.run(graph, ErrorHandling.CONTINUE, "x", 1).status()).isEqualTo(RunStatus.FAILED);
        assertThat(cached.run(graph, "x", 1).outputs()).hasToString("{y=2}".replace("2", "1"));
        assertThat(calls).hasValue(2);
    }

    @Way.EveryAsync
    void outputsOfAsynchronousNodesAreKept(Way way) {
        TestGraph graph = graph().hash("1a")
                .input("x")
                .async("a", takes("x"), gives("y"), in -> Stages.later(calls::incrementAndGet))
                .that(NodeBuilder::cached)
                .outputs("y");

        run(way, graph, "x", 1);

        assertThat(run(way, graph, "x", 1).outputs()).hasToString("{y=1}");
        assertThat(calls).hasValue(1);
    }

    @Way.Every
    void hitIsToldBetweenStartAndEnd(Way way) {
        TestGraph graph = square().outputs("z");
        run(way, graph, "x", 3);
        List<Event> told = new CopyOnWriteArrayList<>();
        RunOptions options = RunOptions.defaults().processor(event -> {
            if (event.path().equals("square")) {
                told.add(event);
            }
        });

        new Way("", with(cache, way), way.started()).run(graph.prepare(graph.given("x", 3), options));

        assertThat(told)
                .hasExactlyElementsOfTypes(Event.NodeStarted.class, Event.CacheHit.class, Event.NodeEnded.class);
        assertThat(((Event.NodeEnded) told.get(2)).origin()).isEqualTo(Origin.CACHED);
    }

    @Way.Every
    void equalExecutionsAtOnceAreComputedOnce(Way way) throws InterruptedException {
        Gate gate = new Gate();
        TestGraph graph = graph().hash("1a")
                .input("x")
                .node("slow", takes("x"), gives("y"), in -> {
                    calls.incrementAndGet();
                    gate.pass();
                    return 7;
                })
                .that(NodeBuilder::cached)
                .outputs("y");
        Runner runner = with(cache, way);
        RunHandle<Map<String, Object>> leader = runner.start(graph.prepared("x", 1));
        gate.awaitReached();

        List<RunHandle<Map<String, Object>>> followers = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> followers.add(runner.start(graph.prepared("x", 1))));
        gate.open();

        assertThat(leader.await().outputs()).hasToString("{y=7}");
        for (RunHandle<Map<String, Object>> follower : followers) {
            assertThat(follower.await().outputs()).hasToString("{y=7}");
        }
        assertThat(calls).hasValue(1);
    }

    @Way.EveryStart
    void stopEndsTheWaitForAnEqualExecution(Way way) throws InterruptedException {
        Gate gate = new Gate();
        TestGraph graph = graph().hash("1a")
                .input("x")
                .node("slow", takes("x"), gives("y"), in -> {
                    gate.pass();
                    return 7;
                })
                .that(NodeBuilder::cached)
                .outputs("y");
        Runner runner = with(cache, way);
        RunHandle<Map<String, Object>> leader = runner.start(graph.prepared("x", 1));
        gate.awaitReached();

        RunHandle<Map<String, Object>> follower = runner.start(graph.prepared("x", 1));
        follower.stop("enough");

        assertThat(follower.await().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(follower.await().log().steps()).isEmpty();
        gate.open();
        assertThat(leader.await().isCompleted()).isTrue();
    }

    @Way.Every
    void equalExecutionOfTheSameRunIsComputedOnce(Way way) {
        TestGraph graph = graph().hash("1a")
                .input("x")
                .node("a", takes("x"), gives("y"), in -> calls.incrementAndGet())
                .that(NodeBuilder::cached)
                .node("b", takes("x"), gives("z"), in -> calls.incrementAndGet())
                .that(NodeBuilder::cached)
                .outputs("y", "z");

        assertThat(run(way, graph, "x", 1).outputs()).hasToString("{y=1, z=1}");
    }

    @Test
    void gateIsCachedWithItsDecision() {
        AtomicInteger decisions = new AtomicInteger();
        for (Way way : Way.all().toList()) {
            RunResult<Integer> first = new Way("", with(cache, way), way.started())
                    .run(DraftGraph.prepared(0, RunOptions.defaults(), decisions));
            assertThat(first.outputs()).isEqualTo(3);
            assertThat(first.skipped()).containsExactly("reject");
        }
        assertThat(decisions).hasValue(3);
    }

    @Way.Every
    void cacheThatThrowsIsNotedAndDoneWithout(Way way) {
        Cache broken = new Cache() {
            @Override
            public Optional<NodeOutputs> lookup(CacheKey key) {
                throw new IllegalStateException("away");
            }

            @Override
            public void put(CacheKey key, NodeOutputs outputs) {
                throw new IllegalStateException("away");
            }
        };

        RunResult<?> result = new Way("", with(broken, way), way.started()).run(square().outputs("z"), "x", 3);

        assertThat(result.outputs()).hasToString("{z=10}");
        assertThat(result.log().notes())
                .containsExactly(
                        "Node 'square' was not cached: its cache failed: java.lang.IllegalStateException: away");
    }
}
