package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import dev.hypergraph4j.runtime.plan.NodeBuilder;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A workflow whose thread is interrupted has not failed, nor have its nodes: it goes on when it is run again. */
@EndsInTime
class DurableInterruptionTest {
    private final Processes processes = new Processes();
    private final Gate gate = new Gate();
    private volatile boolean isInterrupted = true;

    /** What runs the workflow. */
    enum By {
        ONE_THREAD,
        MANY_THREADS
    }

    /** How a node ends that is interrupted. */
    enum How {
        AS_IT_IS {
            @Override
            Exception ended(InterruptedException interrupt) {
                return interrupt;
            }
        },
        BEHIND_ANOTHER_ONE {
            @Override
            Exception ended(InterruptedException interrupt) {
                return new IllegalStateException(interrupt);
            }
        },
        AS_A_CHANNEL_DOES {
            @Override
            Exception ended(InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                return new ClosedByInterruptException();
            }
        },
        WITH_NOTHING_BUT_THE_STATUS_OF_ITS_THREAD {
            @Override
            Exception ended(InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                return new IllegalStateException("cut short");
            }
        };

        abstract Exception ended(InterruptedException interrupt);
    }

    private Runner runner(By by) {
        return by == By.ONE_THREAD
                ? SyncRunner.builder().checkpointer(processes.store).build()
                : AsyncRunner.builder().checkpointer(processes.store).build();
    }

    /** Waits at the gate, the first time, until it is interrupted. */
    private Object waiting(String node, Object value, How how) throws Exception {
        processes.ran.add(node);
        if (isInterrupted) {
            try {
                gate.pass();
            } catch (InterruptedException interrupt) {
                throw how.ended(interrupt);
            }
        }
        return value;
    }

    private static Stream<Arguments> everyWay() {
        return Stream.of(By.values())
                .flatMap(by -> Stream.of(ErrorHandling.values())
                        .flatMap(handling -> Stream.of(How.values()).map(how -> Arguments.of(by, handling, how))));
    }

    private Caller<RunResult<Map<String, Object>>> calling(TestGraph graph, By by, ErrorHandling handling) {
        TestGraph recorded = graph.with(runner(by));
        RunOptions options = RunOptions.workflow("w").onError(handling);
        return Caller.calling(() -> recorded.run(recorded.given("x", 1), options));
    }

    private void assertThatItGoesOn(TestGraph graph, By by, Map<String, Object> outputs) {
        Workflow stopped = processes.workflow("w");
        assertThat(stopped.status()).isEqualTo(WorkflowStatus.PARKED);
        assertThat(stopped.parkReason()).isEqualTo(ParkReason.STOPPED);
        assertThat(processes.steps("w")).extracting(Step::status).doesNotContain(StepStatus.FAILED);
        isInterrupted = false;

        assertThat(calling(graph, by, ErrorHandling.RAISE).result().outputs()).isEqualTo(outputs);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void nodeThatIsInterruptedRunsAgain(By by, ErrorHandling handling, How how) throws InterruptedException {
        TestGraph chain = graph().input("x")
                .node("first", takes("x"), gives("y"), in -> processes.noted("first", in.get("x")))
                .node("long", takes("y"), gives("z"), in -> waiting("long", in.get("y"), how))
                .node("last", takes("z"), gives("end"), in -> processes.noted("last", in.get("z")))
                .outputs("end");
        var run = calling(chain, by, handling);
        gate.awaitReached();
        run.interrupt();

        assertThat(run.result().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(run.result().stopReason()).hasValue("interrupted");
        assertThat(run.wasInterrupted()).isTrue();
        assertThatItGoesOn(chain, by, Map.of("end", 1));
        assertThat(processes.ran).containsExactly("first", "long", "long", "last");
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void nodeOfAGraphInTheGraphRunsAgain(By by, ErrorHandling handling, How how) throws InterruptedException {
        TestGraph inner = graph("inner")
                .input("x")
                .node("long", takes("x"), gives("z"), in -> waiting("long", in.get("x"), how))
                .outputs("z");
        TestGraph outer = graph().input("x")
                .nested("inner", inner, takes("x"), gives("z"))
                .node("last", takes("z"), gives("end"), in -> processes.noted("last", in.get("z")))
                .outputs("end");
        var run = calling(outer, by, handling);
        gate.awaitReached();
        run.interrupt();

        assertThat(run.result().status()).isEqualTo(RunStatus.STOPPED);
        assertThatItGoesOn(outer, by, Map.of("end", 1));
        assertThat(processes.ran).containsExactly("long", "long", "last");
    }

    private static Stream<Arguments> everyWayOfManyThreads() {
        return everyWay().filter(way -> way.get()[0] == By.MANY_THREADS);
    }

    @ParameterizedTest
    @MethodSource("everyWayOfManyThreads")
    void nodeOfAnotherThreadThanTheOneThatIsInterruptedRunsAgain(By by, ErrorHandling handling, How how)
            throws InterruptedException {
        TestGraph beside = graph().input("x")
                .node("here", takes("x"), gives("h"), in -> {
                    while (isInterrupted && !gate.isReached()) {
                        Thread.onSpinWait();
                    }
                    return processes.noted("here", in.get("x"));
                })
                .node("away", takes("x"), gives("a"), in -> waiting("away", in.get("x"), how))
                .node("last", takes("h", "a"), gives("sum"), TestGraph.In::sum)
                .outputs("sum");
        var run = calling(beside, by, handling);
        gate.awaitReached();
        run.awaitWaiting().interrupt();

        assertThat(run.result().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(run.wasInterrupted()).isTrue();
        assertThatItGoesOn(beside, by, Map.of("sum", 2));
        assertThat(processes.ran)
                .containsOnlyOnce("here")
                .filteredOn("away"::equals)
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void nodeWhoseStageIsCancelledRunsAgain(ErrorHandling handling) {
        TestGraph asynchronous = graph().input("x")
                .async("away", takes("x"), gives("y"), in -> {
                    processes.ran.add("away");
                    CompletionStage<Object> never = new CompletableFuture<>();
                    return isInterrupted ? never : CompletableFuture.completedStage(in.get("x"));
                })
                .outputs("y");
        var run = calling(asynchronous, By.MANY_THREADS, handling);
        run.awaitWaiting().interrupt();

        assertThat(run.result().status()).isEqualTo(RunStatus.STOPPED);
        assertThatItGoesOn(asynchronous, By.MANY_THREADS, Map.of("y", 1));
        assertThat(processes.ran).containsExactly("away", "away");
    }

    // Maps

    private TestGraph square(How how) {
        return graph("square")
                .input("n")
                .node("multiply", takes("n"), gives("square"), in -> {
                    int n = in.integer("n");
                    return n == 2 ? waiting("2", 4, how) : processes.noted(in.text("n"), n * n);
                })
                .outputs("square");
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void itemOfAMapRunsAgain(By by, ErrorHandling handling, How how) throws InterruptedException {
        TestGraph square = square(how).with(runner(by));
        var map = Caller.calling(() -> map(square, handling));
        gate.awaitReached();
        map.interrupt();

        assertThat(map.result().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(map.wasInterrupted()).isTrue();
        assertThat(processes.workflow("w").parkReason()).isEqualTo(ParkReason.STOPPED);
        assertThat(processes.steps("w")).extracting(Step::status).doesNotContain(StepStatus.FAILED);
        isInterrupted = false;
        assertThat(map(square, handling).results())
                .extracting(item -> item.outputs().get("square"))
                .containsExactly(1, 4, 9);
        assertThat(processes.ran).containsExactlyInAnyOrder("1", "2", "2", "3");
    }

    private static MapResult<Map<String, Object>> map(TestGraph square, ErrorHandling handling) {
        List<Map<String, Object>> items =
                Stream.of(1, 2, 3).map(n -> square.given("n", n)).toList();
        return square.map(items, RunOptions.workflow("w").onError(handling));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void itemOfANestedMapRunsAgain(By by, ErrorHandling handling, How how) throws InterruptedException {
        nestedMapGoesOn(square(how), by, handling);
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void itemOfANestedMapOnManyThreadsOfItsOwnRunsAgain(By by, ErrorHandling handling, How how)
            throws InterruptedException {
        nestedMapGoesOn(square(how).with(AsyncRunner.create()), by, handling);
    }

    private void nestedMapGoesOn(TestGraph square, By by, ErrorHandling handling) throws InterruptedException {
        TestGraph all = graph("all")
                .input("x")
                .node("numbers", takes("x"), gives("n"), in -> List.of(1, 2, 3))
                .mapped("squares", square, "n", ErrorHandling.RAISE, gives("square"))
                .outputs("square");
        var run = calling(all, by, handling);
        gate.awaitReached();
        run.interrupt();

        assertThat(run.result().status()).isEqualTo(RunStatus.STOPPED);
        assertThatItGoesOn(all, by, Map.of("square", List.of(Optional.of(1), Optional.of(4), Optional.of(9))));
        assertThat(processes.ran).containsExactlyInAnyOrder("1", "2", "2", "3");
    }

    // What is no interrupt

    /** The caller's thread takes the first node. */
    @Test
    void nodeThatEndsEarlySinceAnotherOneHasFailedInterruptsNobody() throws InterruptedException {
        TestGraph three = graph().input("x")
                .node("follow", takes("x"), gives("f"), in -> {
                    while (!in.context().stopRequested()) {
                        Thread.onSpinWait();
                    }
                    throw new InterruptedException("told to stop");
                })
                .that(NodeBuilder::takesContext)
                .node("beside", takes("x"), gives("b"), in -> {
                    gate.pass();
                    return 1;
                })
                .node("bad", takes("x"), gives("v"), in -> {
                    gate.awaitReached();
                    throw new IllegalStateException("it has failed");
                })
                .outputs("f", "b", "v");
        var run = calling(three, By.MANY_THREADS, ErrorHandling.RAISE).awaitWaiting();
        gate.open();

        assertThat(run.error()).isInstanceOf(NodeExecutionException.class);
        assertThat(run.wasInterrupted()).isFalse();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.FAILED);
        assertThat(statusOf("follow")).isEqualTo(StepStatus.OPEN);
        assertThat(statusOf("beside")).isEqualTo(StepStatus.COMPLETED);
        assertThat(statusOf("bad")).isEqualTo(StepStatus.FAILED);
    }

    private StepStatus statusOf(String step) {
        return processes.steps("w").stream()
                .filter(recorded -> recorded.id().key().equals(step))
                .findFirst()
                .orElseThrow()
                .status();
    }
}
