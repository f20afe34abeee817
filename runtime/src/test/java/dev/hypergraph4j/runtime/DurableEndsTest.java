package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.durable.StepStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What has ended is recorded, however long it takes until the next step of its workflow begins. */
@EndsInTime
class DurableEndsTest {
    private static final Executor OWN = task -> new Thread(task).start();

    private final Processes processes = new Processes();
    private final Gate gate = new Gate();

    /** What an item's node is. */
    enum Node {
        METHOD,
        STAGE
    }

    private Object square(TestGraph.In in) throws InterruptedException {
        int number = in.integer("n");
        if (number == 3) {
            gate.pass();
        } else {
            gate.awaitReached();
        }
        return number * number;
    }

    private CompletableFuture<Object> squareLater(TestGraph.In in) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return square(in);
                    } catch (InterruptedException stopped) {
                        throw new CompletionException(stopped);
                    }
                },
                OWN);
    }

    private TestGraph squares(Node node) {
        TestGraph.Builder square = graph("square").input("n");
        return (node == Node.METHOD
                        ? square.node("multiply", takes("n"), gives("square"), this::square)
                        : square.async("multiply", takes("n"), gives("square"), this::squareLater))
                .outputs("square");
    }

    private AsyncRunner runner() {
        return AsyncRunner.builder().checkpointer(processes.store).build();
    }

    private void awaitCompleted(int steps) {
        while (completed() < steps) {
            Thread.onSpinWait();
        }
    }

    private long completed() {
        return processes.store.history("w").stream()
                .flatMap(history -> history.steps().stream())
                .filter(step -> step.status() == StepStatus.COMPLETED)
                .count();
    }

    @ParameterizedTest
    @EnumSource
    void itemsOfAMapThatAreOverAreRecordedWhileAnotherIsUnderWay(Node node) {
        TestGraph graph = squares(node).with(runner());
        List<Map<String, Object>> items =
                Stream.of(1, 2, 3).map(number -> graph.given("n", number)).toList();
        var map = Caller.calling(() -> graph.map(items, RunOptions.workflow("w")));

        awaitCompleted(2);
        gate.open();
        assertThat(map.result().results()).hasSize(3).allMatch(RunResult::isCompleted);
    }

    @ParameterizedTest
    @EnumSource
    void itemsOfANestedMapThatAreOverAreRecordedWhileAnotherIsUnderWay(Node node) {
        TestGraph graph = graph("all")
                .input("n")
                .mapped("squares", squares(node), "n", ErrorHandling.RAISE, gives("square"))
                .outputs("square")
                .with(runner());
        var run = Caller.calling(() -> graph.run(graph.given("n", List.of(1, 2, 3)), RunOptions.workflow("w")));

        awaitCompleted(2);
        gate.open();
        assertThat(run.result().isCompleted()).isTrue();
    }

    @Test
    void nodeIsRecordedWhileTheNextOneWaitsForALimiter() throws InterruptedException {
        ProcessLimiter one = ProcessLimiter.of("one", 1);
        Gate other = new Gate();
        TestGraph holding = graph("holding")
                .input("x")
                .node("hold", takes("x"), gives("y"), in -> {
                    other.pass();
                    return in.get("x");
                })
                .outputs("y")
                .with(SyncRunner.builder().limiter(one).build());
        TestGraph graph = graph().input("x")
                .node("first", takes("x"), gives("y"), in -> {
                    gate.pass();
                    return in.get("x");
                })
                .node("second", takes("y"), gives("z"), in -> in.get("y"))
                .outputs("z")
                .with(SyncRunner.builder()
                        .limiter(one)
                        .checkpointer(processes.store)
                        .build());
        var run = Caller.calling(() -> graph.run(graph.given("x", 1), RunOptions.workflow("w")));
        gate.awaitReached();
        var held = Caller.calling(() -> holding.run(holding.given("x", 1)));
        held.awaitWaiting();
        gate.open();

        awaitCompleted(1);
        other.open();
        assertThat(run.result().outputs()).isEqualTo(Map.of("z", 1));
        assertThat(held.result().isCompleted()).isTrue();
    }
}
