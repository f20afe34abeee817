package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Graphs that are nodes of others. */
@EndsInTime
class NestedGraphTest {

    @Way.Every
    void nestedGraphTakesAndGivesValuesOfTheGraphAroundIt(Way way) {
        RunResult<Map<String, Object>> result = way.run(around(doubling()), "start", 20);

        assertThat(result.outputs()).containsExactly(Map.entry("z", 43));
    }

    @Way.Every
    void itsResultAndItsLogAreChildren(Way way) {
        RunResult<Map<String, Object>> result = way.run(around(doubling()), "start", 20);

        assertThat(result.child("inner").status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(result.child("inner").values()).containsExactly(Map.entry("y", 42));
        assertThat(result.log().steps()).extracting(NodeRecord::node).containsExactly("first", "inner", "last");
        assertThat(result.log().child("inner").orElseThrow().steps())
                .extracting(NodeRecord::node)
                .containsExactly("double");
        assertThat(result.log().child("first")).isEmpty();
    }

    @Test
    void childThatIsNoneIsRefusedWithAGuess() {
        RunResult<Map<String, Object>> result =
                Way.all().findFirst().orElseThrow().run(around(doubling()), "start", 1);

        assertThatThrownBy(() -> result.child("inne"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("Graph 'outer' has no nested graph 'inne'.", "Did you mean 'inner'?");
    }

    @Way.Every
    void failureHasThePathAndTheOriginalCause(Way way) {
        IllegalStateException thrown = new IllegalStateException("no");
        TestGraph outer = around(failing(thrown));

        NodeExecutionException failed =
                catchThrowableOfType(NodeExecutionException.class, () -> way.run(outer, "start", 1));

        assertThat(failed.nodePath()).isEqualTo("inner/double");
        assertThat(failed.graph()).isEqualTo("outer");
        assertThat(failed).hasCause(thrown);
        assertThat(failed.source().toString()).isEqualTo("G.java:1");
        assertThat(failed.log().errors()).extracting(NodeRecord::node).containsExactly("inner");
        assertThat(failed.log().child("inner").orElseThrow().errors())
                .extracting(NodeRecord::node)
                .containsExactly("double");
    }

    @Way.Every
    void pathHasAllLevels(Way way) {
        TestGraph middle = graph("middle")
                .input("x")
                .nested("innermost", failing(new IllegalStateException("no")), takes("x"), gives("y"))
                .outputs("y");

        NodeExecutionException failed =
                catchThrowableOfType(NodeExecutionException.class, () -> way.run(around(middle), "start", 1));

        assertThat(failed.nodePath()).isEqualTo("inner/innermost/double");
        assertThat(failed.getMessage())
                .startsWith("[Hypergraph/NodeFailed] Node 'inner/innermost/double' of 'outer' threw");
    }

    @Way.Every
    void othersGoOnAfterAFailureIfTheyMay(Way way) {
        TestGraph outer = graph("outer")
                .input("x")
                .nested("inner", failing(new IllegalStateException("no")), takes("x"), gives("y"))
                .node("other", takes("x"), gives("z"), in -> 7)
                .outputs("y", "z");

        RunResult<Map<String, Object>> result = way.run(outer, ErrorHandling.CONTINUE, "x", 1);

        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(result.values()).containsExactly(Map.entry("z", 7));
        assertThat(result.child("inner").status()).isEqualTo(RunStatus.FAILED);
        assertThat(result.error().orElseThrow())
                .isInstanceOfSatisfying(
                        NodeExecutionException.class,
                        failed -> assertThat(failed.nodePath()).isEqualTo("inner/double"));
    }

    @Way.EveryStart
    void stopReachesWhatIsNested(Way way) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicInteger late = new AtomicInteger();
        TestGraph inner = graph("inner")
                .input("x")
                .node("wait", takes("x"), gives("w"), in -> {
                    begun.countDown();
                    stopped.await();
                    return 1;
                })
                .node("late", takes("w"), gives("y"), in -> late.incrementAndGet())
                .outputs("y");

        RunHandle<Map<String, Object>> handle = way.start(around(inner), "start", 1);
        begun.await();
        handle.stop("enough");
        stopped.countDown();
        RunResult<Map<String, Object>> result = handle.await();

        assertThat(result.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(result.stopReason()).hasValue("enough");
        assertThat(result.child("inner").status()).isEqualTo(RunStatus.STOPPED);
        assertThat(result.values()).containsOnlyKeys("x");
        assertThat(late).hasValue(0);
    }

    @Way.EveryUnlimited
    void failureBesideItEndsTheRunWhenWhatIsNestedHasEnded(Way way) {
        CountDownLatch begun = new CountDownLatch(1);
        TestGraph inner = graph("inner")
                .node("begin", takes(), gives("y"), in -> {
                    begun.countDown();
                    return 1;
                })
                .outputs("y");
        TestGraph outer = graph("outer")
                .nested("inner", inner, takes(), gives("y"))
                .node("fail", takes(), gives("z"), in -> {
                    begun.await();
                    throw new IllegalStateException("no");
                })
                .outputs("y", "z");

        NodeExecutionException thrown = catchThrowableOfType(NodeExecutionException.class, () -> way.run(outer));

        assertThat(thrown.nodePath()).isEqualTo("fail");
    }

    @Way.EveryAsync
    void asynchronousNodesMayBeNested(Way way) {
        TestGraph inner = graph("inner")
                .input("x")
                .async("double", takes("x"), gives("y"), in -> Stages.later(() -> 42))
                .outputs("y");

        assertThat(way.run(around(inner), "start", 20).outputs()).containsExactly(Map.entry("z", 43));
    }

    @Test
    void syncRunnerRefusesAsynchronousNodesThatAreNestedByTheirPath() {
        TestGraph inner = graph("inner")
                .input("x")
                .async("double", takes("x"), gives("y"), in -> Stages.later(() -> 42))
                .outputs("y");
        TestGraph outer = around(inner);

        assertThatThrownBy(() -> SyncRunner.create().run(outer.prepared("start", 20)))
                .isInstanceOf(IncompatibleRunnerException.class)
                .hasMessageContaining("inner/double");
        assertThat(outer.run(outer.given("start", 20)).outputs()).containsExactly(Map.entry("z", 43));
    }

    @Way.Every
    void runnerOfItsOwnWins(Way way) {
        TestGraph inner = graph("inner")
                .input("x")
                .async("double", takes("x"), gives("y"), in -> Stages.later(() -> 42))
                .outputs("y");

        assertThat(way.run(around(inner.with(AsyncRunner.create())), "start", 20)
                        .outputs())
                .containsExactly(Map.entry("z", 43));
        assertThat(way.run(around(doubling().with(SyncRunner.create())), "start", 20)
                        .outputs())
                .containsExactly(Map.entry("z", 43));
        assertThat(way.run(around(doubling().with(Way.limited(1))), "start", 20).outputs())
                .containsExactly(Map.entry("z", 43));
    }

    @Way.Every
    void noMoreNodesAtOnceThanTheLimitOverAllLevels(Way way) {
        AtomicInteger now = new AtomicInteger();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        TestGraph innermost = wide(4, inner -> body(now, seen));
        TestGraph inner = nesting(3, innermost);

        assertThat(way.run(nesting(3, inner)).isCompleted()).isTrue();

        int most = seen.stream().mapToInt(Integer::intValue).max().orElse(0);
        assertThat(seen).hasSize(36);
        if (way.name().equals("async, two at once")) {
            assertThat(most).isLessThanOrEqualTo(2);
        } else if (way.name().equals("async, one at once") || way.name().equals("sync")) {
            assertThat(most).isEqualTo(1);
        }
    }

    @Way.Every
    void nestedGraphTellsOfItselfWithTheSpanOfItsNode(Way way) {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        TestGraph outer = around(doubling());
        RunOptions options = RunOptions.defaults()
                .processor(event -> told.add(event.getClass().getSimpleName() + " " + event.path()));

        way.run(outer.prepare(outer.given("start", 1), options));

        assertThat(told)
                .containsExactly(
                        "RunStarted ",
                        "NodeStarted first",
                        "NodeEnded first",
                        "NodeStarted inner",
                        "RunStarted inner",
                        "NodeStarted inner/double",
                        "NodeEnded inner/double",
                        "RunEnded inner",
                        "NodeEnded inner",
                        "NodeStarted last",
                        "NodeEnded last",
                        "RunEnded ");
    }

    @Test
    void hashesChangeWithTheNestedGraph() {
        TestGraph one = around(doubling());
        TestGraph other = around(failing(new IllegalStateException()));
        TestGraph another = around(graph("inner")
                .input("x")
                .node("twice", takes("x"), gives("y"), in -> 2)
                .outputs("y"));

        assertThat(one.definition().structuralHash())
                .isEqualTo(other.definition().structuralHash());
        assertThat(one.definition().structuralHash())
                .isNotEqualTo(another.definition().structuralHash());
        assertThat(one.definition().definitionHash())
                .isNotEqualTo(another.definition().definitionHash());
    }

    private static TestGraph doubling() {
        return graph("inner")
                .input("x")
                .node("double", takes("x"), gives("y"), in -> 42)
                .outputs("y");
    }

    private static TestGraph failing(Exception thrown) {
        return graph("inner")
                .input("x")
                .node("double", takes("x"), gives("y"), in -> {
                    throw thrown;
                })
                .outputs("y");
    }

    private static TestGraph around(TestGraph inner) {
        return graph("outer")
                .input("start")
                .node("first", takes("start"), gives("x"), in -> in.get("start"))
                .nested("inner", inner, takes("x"), gives("y"))
                .node("last", takes("y"), gives("z"), in -> in.integer("y") + 1)
                .outputs("z");
    }

    private static TestGraph wide(int width, IntFunction<TestGraph.Body> node) {
        TestGraph.Builder builder = graph("wide");
        String[] parts = parts(width);
        IntStream.range(0, width).forEach(i -> builder.node("n" + i, takes(), gives(parts[i]), node.apply(i)));
        return builder.outputs(parts[0]);
    }

    private static TestGraph nesting(int width, TestGraph inner) {
        TestGraph.Builder builder = graph("nesting");
        String output = "p0";
        for (int i = 0; i < width; i++) {
            String wrapped = "w" + i;
            TestGraph each = graph("each")
                    .nested("inner", inner, takes(), gives(output))
                    .node("rename", takes(output), gives(wrapped), in -> in.get(output))
                    .outputs(wrapped);
            builder.nested("n" + i, each, takes(), gives(wrapped));
        }
        return builder.node("p0", takes("w0"), gives("p0"), in -> in.get("w0")).outputs("p0");
    }

    private static String[] parts(int width) {
        return IntStream.range(0, width).mapToObj(i -> "p" + i).toArray(String[]::new);
    }

    private static TestGraph.Body body(AtomicInteger now, List<Integer> seen) {
        return in -> {
            seen.add(now.incrementAndGet());
            Thread.sleep(1);
            return now.decrementAndGet();
        };
    }
}
