package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs whose runners have limiters. */
@EndsInTime
class LimitedRunsTest {
    private final ProcessLimiter one = ProcessLimiter.of(UUID.randomUUID().toString(), 1);
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private Runner with(ProcessLimiter limiter, Way way) {
        return way.takesAsynchronousNodes()
                ? AsyncRunner.builder().limiter(limiter).build()
                : SyncRunner.builder().limiter(limiter).build();
    }

    private int count() {
        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        Thread.onSpinWait();
        underWay.decrementAndGet();
        return 1;
    }

    private static TestGraph fanOut(int width, Supplier<?> node) {
        TestGraph.Builder builder = graph();
        String[] parts = IntStream.range(0, width).mapToObj(i -> "p" + i).toArray(String[]::new);
        IntStream.range(0, width).forEach(i -> builder.node("n" + i, takes(), gives(parts[i]), in -> node.get()));
        return builder.node("gather", takes(parts), gives("all"), in -> in.get(parts[0]))
                .outputs("all");
    }

    @Way.Every
    void noMoreNodesThanPermitsAreUnderWayOverAllRuns(Way way) throws InterruptedException {
        Runner runner = with(one, way);
        TestGraph graph = fanOut(5, this::count);

        List<RunHandle<Map<String, Object>>> runs = new ArrayList<>();
        IntStream.range(0, 6).forEach(i -> runs.add(runner.start(graph.prepared())));
        for (RunHandle<Map<String, Object>> run : runs) {
            assertThat(run.await().isCompleted()).isTrue();
        }

        assertThat(most).hasValue(1);
        assertThat(one.available()).isEqualTo(1);
    }

    @Way.Every
    void nodeThatCallsAnotherGraphUnderTheSameLimiterDoesNotWaitForItself(Way way) {
        Runner runner = with(one, way);
        TestGraph inner = fanOut(3, this::count);
        TestGraph outer = fanOut(3, () -> runner.run(inner.prepared()).isCompleted());

        assertThat(new Way("", runner, way.started()).run(outer).isCompleted()).isTrue();
        assertThat(most).hasValue(1);
        assertThat(one.available()).isEqualTo(1);
    }

    @Way.Every
    void nodeThatMapsAnotherGraphUnderTheSameLimiterDoesNotWaitForItself(Way way) {
        Runner runner = with(one, way);
        TestGraph inner = fanOut(3, this::count);
        List<Map<String, Object>> inputs = List.of(inner.given(), inner.given());
        TestGraph outer = fanOut(3, () -> runner.map(inner, inputs).size());

        assertThat(new Way("", runner, way.started()).run(outer).isCompleted()).isTrue();
        assertThat(most).hasValue(1);
    }

    @Way.EveryAsync
    void permitIsHeldUntilTheStageCompletes(Way way) {
        Runner runner = with(one, way);
        TestGraph graph = graph().async("a", takes(), gives("x"), in -> Stages.later(this::count))
                .async("b", takes(), gives("y"), in -> Stages.later(this::count))
                .outputs("x", "y");

        assertThat(new Way("", runner, way.started()).run(graph).isCompleted()).isTrue();
        assertThat(most).hasValue(1);
        assertThat(one.available()).isEqualTo(1);
    }

    @Way.EveryStart
    void stopEndsTheWaitForAPermit(Way way) throws InterruptedException {
        LimiterPermits held = Limits.NONE.and(List.of(one)).take();
        RunHandle<Map<String, Object>> run =
                with(one, way).start(fanOut(2, this::count).prepared());

        run.stop("enough");

        assertThat(run.await().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(run.await().log().steps()).isEmpty();
        held.release();
        assertThat(one.available()).isEqualTo(1);
    }

    @Test
    void mapUnderALimiterAndFewPlacesEnds() {
        AsyncRunner runner =
                AsyncRunner.builder().maxConcurrency(2).limiter(one).build();
        TestGraph graph = fanOut(4, this::count);
        List<Map<String, Object>> inputs =
                IntStream.range(0, 50).mapToObj(i -> graph.given()).toList();

        assertThat(runner.map(graph, inputs).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(most).hasValue(1);
    }

    @Way.Every
    void nodesOfNestedGraphsPassTheLimiterAndTheNestedGraphDoesNot(Way way) {
        TestGraph inner = graph("inner")
                .node("a", takes(), gives("x"), in -> count())
                .node("b", takes(), gives("y"), in -> count())
                .outputs("x", "y");
        TestGraph outer = graph("outer")
                .nested("desk", inner, takes(), gives("x", "y"))
                .node("c", takes(), gives("z"), in -> count())
                .outputs("x", "y", "z");

        assertThat(new Way("", with(one, way), way.started()).run(outer).isCompleted())
                .isTrue();
        assertThat(most).hasValue(1);
        assertThat(one.available()).isEqualTo(1);
    }
}
