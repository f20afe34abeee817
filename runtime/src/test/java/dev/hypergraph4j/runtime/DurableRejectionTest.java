package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A workflow whose run gets no threads from its executor has not failed: it goes on where, or when, there are some. */
@EndsInTime
class DurableRejectionTest {
    private static final String REFUSAL =
            "the executor refused a task: java.util.concurrent.RejectedExecutionException: full";

    private final Processes processes = new Processes();
    private final ExecutorService pool = Executors.newCachedThreadPool(Way::daemon);
    private boolean isFull = true;

    private final Executor executor = task -> {
        if (isFull) {
            throw new RejectedExecutionException("full");
        }
        pool.execute(task);
    };

    private final AsyncRunner runner = AsyncRunner.builder()
            .executor(executor)
            .checkpointer(processes.store)
            .build();

    private final TestGraph plain = graph("plain")
            .input("x")
            .node("left", takes("x"), gives("l"), in -> processes.noted("left", in.get("x")))
            .node("right", takes("x"), gives("r"), in -> processes.noted("right", in.get("x")))
            .node("add", takes("l", "r"), gives("sum"), TestGraph.In::sum)
            .outputs("sum");

    /** What needs more than one thread. */
    enum Shape {
        PLAIN,
        NESTED,
        WITH_A_RUNNER,
        MAPPED,
        MAPPED_WITH_A_RUNNER
    }

    private TestGraph of(Shape shape) {
        TestGraph own = plain.with(AsyncRunner.builder().executor(executor).build());
        TestGraph.Builder around = graph("around").input("x");
        return switch (shape) {
            case PLAIN -> plain;
            case NESTED ->
                around.nested("inner", plain, takes("x"), gives("sum")).outputs("sum");
            case WITH_A_RUNNER ->
                around.nested("inner", own, takes("x"), gives("sum")).outputs("sum");
            case MAPPED -> mapping(around, plain);
            case MAPPED_WITH_A_RUNNER -> mapping(around, own);
        };
    }

    private static TestGraph mapping(TestGraph.Builder around, TestGraph each) {
        return around.mapped("inner", each, "x", ErrorHandling.RAISE, gives("sum"))
                .outputs("sum");
    }

    private static Map<String, Object> inputs(Shape shape, TestGraph graph) {
        boolean isMapped = shape == Shape.MAPPED || shape == Shape.MAPPED_WITH_A_RUNNER;
        return graph.given("x", isMapped ? List.of(1, 2, 3) : 1);
    }

    @AfterEach
    void shutDown() {
        pool.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void workerGivesItBackForAWhile(Shape shape) {
        TestGraph graph = of(shape);
        Workflows workflows =
                Workflows.on(processes.store).runner(runner).serve(graph).build();
        workflows.submit(graph, "w", inputs(shape, graph));

        assertThat(workflows.workHere()).isEqualTo(1);

        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.SLEEPING);
        assertThat(processes.workflow("w").reason()).isEqualTo(REFUSAL);
        isFull = false;
        assertThat(workflows.workHere()).isZero();
        processes.clock.addAndGet(Duration.ofSeconds(10).toMillis());
        assertThat(workflows.workHere()).isEqualTo(1);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(processes.workflow("w").recoveries()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whoWaitsForItIsToldAndMayGoOn(Shape shape) {
        TestGraph graph = of(shape).with(runner);

        RunResult<Map<String, Object>> result = graph.run(inputs(shape, graph), RunOptions.workflow("w"));

        assertThat(result.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(result.stopReason()).contains(REFUSAL);
        assertThat(processes.workflow("w").parkReason()).isEqualTo(ParkReason.STOPPED);
        isFull = false;
        assertThat(graph.run(inputs(shape, graph), RunOptions.workflow("w")).isCompleted())
                .isTrue();
    }

    @Test
    void mapIsStopped() {
        TestGraph graph = plain.with(runner);
        List<Map<String, Object>> items =
                Stream.of(1, 2, 3).map(x -> graph.given("x", x)).toList();

        MapResult<Map<String, Object>> result = graph.map(items, RunOptions.workflow("w"));

        assertThat(result.stopReason()).contains(REFUSAL);
        assertThat(processes.workflow("w").parkReason()).isEqualTo(ParkReason.STOPPED);
        isFull = false;
        assertThat(graph.map(items, RunOptions.workflow("w")).results()).allMatch(RunResult::isCompleted);
    }
}
