package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.plan.NodeBuilder;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A worker that shuts down gives its workflows to others, whatever their nodes do. */
@EndsInTime
class DrainTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Processes processes = new Processes();
    private final Gate gate = new Gate();
    private Stay stay = gate::pass;

    /** What runs the workflows. */
    enum By {
        ONE_THREAD,
        MANY_THREADS
    }

    /** What a node does in its first attempt. */
    private interface Stay {
        void here() throws Exception;
    }

    private final TestGraph graph = graph().input("x")
            .node("first", takes("x"), gives("y"), in -> processes.noted("first", in.get("x")))
            .node("long", takes("y"), gives("z"), in -> {
                processes.ran.add("long");
                Stay once = stay;
                stay = () -> {};
                once.here();
                return in.get("y");
            })
            .node("beside", takes("x"), gives("b"), in -> processes.noted("beside", in.get("x")))
            .node("last", takes("z", "b"), gives("sum"), TestGraph.In::sum)
            .outputs("sum");

    private Workflows workflows(By by, TestGraph served) {
        Runner runner = by == By.ONE_THREAD
                ? SyncRunner.builder().checkpointer(processes.store).build()
                : AsyncRunner.builder().checkpointer(processes.store).build();
        return Workflows.on(processes.store).runner(runner).serve(served).build();
    }

    private Workflows stayingIn(By by, TestGraph served) throws InterruptedException {
        Workflows workflows = workflows(by, served);
        workflows.submit(served, "w", served.given("x", 1));
        workflows.work();
        gate.awaitReached();
        return workflows;
    }

    private void assertThatAnotherGoesOn() {
        Workflows others = workflows(By.ONE_THREAD, graph);
        others.workHere();
        assertThat(others.result(graph, "w").orElseThrow().outputs()).isEqualTo(Map.of("sum", 2));
        assertThat(processes.workflow("w").recoveries()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void nodeThatEndsInTimeDoesNotRunAgain(By by) throws InterruptedException {
        Workflows workflows = stayingIn(by, graph);
        Caller<Boolean> drain = Caller.calling(() -> workflows.drain(LONG));
        Caller.await(drain.thread(), Thread.State.TIMED_WAITING);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.RUNNING);
        gate.open();

        assertThat(drain.result()).isTrue();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.QUEUED);
        assertThatAnotherGoesOn();
        assertThat(processes.ran).containsOnlyOnce("first", "long", "beside");
    }

    @ParameterizedTest
    @EnumSource
    void threadThatIsInterruptedTakesUpNothingMore(By by) throws InterruptedException {
        Workflows workflows = workflows(by, graph);
        workflows.submit(graph, "w", graph.given("x", 1));
        workflows.submit(graph, "next", graph.given("x", 1));
        Caller<Integer> worker = Caller.calling(workflows::workHere);
        gate.awaitReached();
        worker.interrupt();

        assertThat(worker.result()).isEqualTo(1);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.PARKED);
        assertThat(processes.status("next")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @ParameterizedTest
    @EnumSource
    void nodeThatDoesNotEndInTimeIsInterruptedAndItsWorkflowGoesToOthersAtOnce(By by) throws InterruptedException {
        Workflows workflows = stayingIn(by, graph);

        assertThat(workflows.drain(Duration.ZERO)).isFalse();

        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(processes.workflow("w").leaseUntil()).isZero();
        assertThat(workflows.drain(LONG)).as("the node was interrupted").isTrue();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.QUEUED);
        assertThatAnotherGoesOn();
        assertThatLongRanTwice();
        assertThat(processes.ran).containsOnlyOnce("first");
    }

    @ParameterizedTest
    @EnumSource
    void nodeThatIgnoresItRecordsNothingAnyMore(By by) throws InterruptedException {
        stay = gate::passUninterruptibly;
        Workflows workflows = stayingIn(by, graph);

        assertThat(workflows.drain(Duration.ZERO)).isFalse();
        gate.awaitInterrupted();
        assertThatAnotherGoesOn();
        gate.open();

        assertThat(workflows.drain(LONG)).isTrue();
        assertThat(processes.attempts("w"))
                .filteredOn(attempt -> attempt.step().equals("last"))
                .hasSize(1);
    }

    private static Stream<Arguments> endsAsAskedFor() {
        return Stream.of(By.values())
                .flatMap(by -> Stream.of(
                                new InterruptedException("told to stop"),
                                new ClosedByInterruptException(),
                                new IllegalStateException(new InterruptedException("told to stop")),
                                new CancellationException("told to stop"))
                        .map(end -> Arguments.of(by, end)));
    }

    @ParameterizedTest
    @MethodSource("endsAsAskedFor")
    void nodeThatEndsEarlySinceItIsToStopHasNotFailedAndRunsAgain(By by, Exception end) throws InterruptedException {
        stay = () -> {
            gate.pass();
            throw end;
        };
        Workflows workflows = stayingIn(by, graph);
        Caller<Boolean> drain = Caller.calling(() -> workflows.drain(LONG));
        Caller.await(drain.thread(), Thread.State.TIMED_WAITING);
        gate.open();

        assertThat(drain.result()).isTrue();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.QUEUED);
        assertThatAnotherGoesOn();
        assertThatLongRanTwice();
    }

    private void assertThatLongRanTwice() {
        assertThat(processes.attempts("w"))
                .filteredOn(attempt -> attempt.step().equals("long"))
                .extracting(Attempt::status)
                .containsExactly(AttemptStatus.OUTCOME_UNKNOWN, AttemptStatus.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource
    void nodeThatIsInterruptedAndThrowsSomethingElseRunsAgain(By by) throws InterruptedException {
        stay = () -> {
            try {
                gate.pass();
            } catch (InterruptedException timeIsUp) {
                throw new ClosedByInterruptException();
            }
        };
        Workflows workflows = stayingIn(by, graph);

        assertThat(workflows.drain(Duration.ZERO)).isFalse();
        assertThat(workflows.drain(LONG)).isTrue();
        assertThatAnotherGoesOn();
        assertThatLongRanTwice();
    }

    // Nodes on several threads, of which the run's own takes the first one

    @Test
    void nodeThatEndsEarlyLeavesToTheOthersTheirTime() throws InterruptedException {
        CompletableFuture<Thread> runs = new CompletableFuture<>();
        Gate beside = new Gate();
        TestGraph two = graph().input("x")
                .node("first", takes("x"), gives("f"), in -> {
                    if (runs.isDone()) {
                        return processes.noted("again", in.get("x"));
                    }
                    while (!in.context().stopRequested()) {
                        Thread.onSpinWait();
                    }
                    runs.complete(Thread.currentThread());
                    throw new InterruptedException("told to stop");
                })
                .that(NodeBuilder::takesContext)
                .node("beside", takes("x"), gives("b"), in -> {
                    beside.pass();
                    return processes.noted("beside", in.get("x"));
                })
                .node("last", takes("f", "b"), gives("sum"), TestGraph.In::sum)
                .outputs("sum");
        Workflows workflows = workflows(By.MANY_THREADS, two);
        workflows.submit(two, "w", two.given("x", 1));
        workflows.work();
        beside.awaitReached();
        Caller<Boolean> drain = Caller.calling(() -> workflows.drain(LONG));
        Caller.await(runs.join(), Thread.State.WAITING);
        beside.open();

        assertThat(drain.result()).isTrue();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.QUEUED);
        Workflows others = workflows(By.ONE_THREAD, two);
        others.workHere();
        assertThat(others.result(two, "w").orElseThrow().outputs()).isEqualTo(Map.of("sum", 2));
        assertThat(processes.ran).containsExactly("beside", "again");
    }

    @Test
    void whenTheTimeIsUpNodesOnAllThreadsAreInterruptedThoughOneIgnoresIt() throws InterruptedException {
        CompletableFuture<InterruptedException> interrupted = new CompletableFuture<>();
        Gate beside = new Gate();
        TestGraph two = graph().input("x")
                .node("first", takes("x"), gives("f"), in -> {
                    gate.passUninterruptibly();
                    return in.get("x");
                })
                .node("beside", takes("x"), gives("b"), in -> {
                    try {
                        beside.pass();
                        return in.get("x");
                    } catch (InterruptedException timeIsUp) {
                        interrupted.complete(timeIsUp);
                        throw timeIsUp;
                    }
                })
                .outputs("f", "b");
        Workflows workflows = stayingIn(By.MANY_THREADS, two);
        beside.awaitReached();

        assertThat(workflows.drain(Duration.ZERO)).isFalse();
        assertThat(interrupted).succeedsWithin(LONG);
        gate.open();

        assertThat(workflows.drain(LONG)).isTrue();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.QUEUED);
    }

    /** A graph whose first attempt passes the gate in the transaction of its step. */
    private TestGraph booking() {
        return graph().input("x")
                .node("book", takes("x"), gives("y"), in -> {
                    Stay once = stay;
                    stay = () -> {};
                    in.context().transaction(MemoryCheckpointer.class, store -> once.here());
                    return processes.noted("book", in.get("x"));
                })
                .that(NodeBuilder::takesContext)
                .outputs("y");
    }

    @ParameterizedTest
    @EnumSource
    void workInTheStepsTransactionDoesNotHoldUpADrain(By by) throws InterruptedException {
        TestGraph booking = booking();
        Workflows workflows = stayingIn(by, booking);

        assertThat(workflows.drain(Duration.ZERO)).isFalse();

        assertThat(workflows.drain(LONG)).as("the work was interrupted").isTrue();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.RUNNING);
        processes.clock.addAndGet(Processes.LEASE_MILLIS + 1);
        Workflows others = workflows(By.ONE_THREAD, booking);
        others.workHere();
        assertThat(others.result(booking, "w").orElseThrow().outputs()).isEqualTo(Map.of("y", 1));
        assertThat(processes.ran).containsExactly("book", "book");
    }

    /** The store as a worker sees it that stays a while in its first claim. */
    private Checkpointer slowToClaim() {
        return Watched.of(processes.store, (method, arguments) -> {
            if (method.equals("claim") && !gate.isReached()) {
                gate.passUninterruptibly();
            }
        });
    }

    @Test
    void drainWaitsForWhatIsAboutToBeClaimed() throws InterruptedException {
        Workflows workflows = Workflows.on(slowToClaim()).serve(graph).build().work();
        workflows.submit(graph, "w", graph.given("x", 1));
        gate.awaitReached();
        Caller<Boolean> drain = Caller.calling(() -> workflows.drain(LONG));
        Caller.await(drain.thread(), Thread.State.TIMED_WAITING);
        gate.open();

        assertThat(drain.result()).isTrue();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(processes.ran).isEmpty();
        assertThatAnotherGoesOn();
    }

    @Test
    void drainWaitsForWhatIsAboutToBeResumed() throws InterruptedException {
        Workflows workflows = Workflows.on(slowToClaim()).serve(graph).build();
        workflows.submit(graph, "w", graph.given("x", 1));
        Caller<Workflows.Resumption> resume = Caller.calling(() -> workflows.resume("w"));
        gate.awaitReached();
        Caller<Boolean> drain = Caller.calling(() -> workflows.drain(LONG));
        Caller.await(drain.thread(), Thread.State.TIMED_WAITING);
        gate.open();

        assertThat(drain.result()).isTrue();
        assertThat(resume.result()).isEqualTo(Workflows.Resumption.ACCEPTED);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void drainKeepsItsTimeThoughSomethingIsAboutToBeClaimed() throws InterruptedException {
        Workflows workflows = Workflows.on(slowToClaim()).serve(graph).build().work();
        workflows.submit(graph, "w", graph.given("x", 1));
        gate.awaitReached();

        assertThat(workflows.drain(Duration.ZERO)).isFalse();

        gate.open();
        assertThat(workflows.drain(LONG)).isTrue();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void oneThatCanNotBeGivenUpKeepsNoOtherFromIt() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(4);
        CountDownLatch interrupted = new CountDownLatch(4);
        TestGraph waiting = graph().input("x")
                .node("wait", takes("x"), gives("y"), in -> {
                    began.countDown();
                    try {
                        new CountDownLatch(1).await();
                        return in.get("x");
                    } catch (InterruptedException timeIsUp) {
                        interrupted.countDown();
                        throw timeIsUp;
                    }
                })
                .outputs("y");
        Checkpointer store = Watched.of(processes.store, (method, arguments) -> {
            if (method.equals("commit")
                    && arguments[0] instanceof Transition last
                    && last.ending() != null
                    && last.lease().workflow().equals("w1")) {
                throw StoreException.failedTo("write w1", null);
            }
        });
        Workflows workflows = Workflows.on(store).serve(waiting).build().work();
        for (int i = 0; i < 4; i++) {
            workflows.submit(waiting, "w" + i, waiting.given("x", i));
        }
        began.await();

        assertThat(workflows.drain(Duration.ZERO)).isFalse();

        interrupted.await();
        assertThat(Stream.of("w0", "w2", "w3").map(processes::status)).containsOnly(WorkflowStatus.QUEUED);
        assertThat(workflows.drain(LONG)).isTrue();
        assertThat(processes.status("w1")).isEqualTo(WorkflowStatus.RUNNING);
    }

    @Test
    void nodeThatMustNotRunTwiceIsLeftToAnOperator() throws InterruptedException {
        TestGraph once = graph().input("x")
                .node("pay", takes("x"), gives("paid"), in -> {
                    gate.pass();
                    return in.get("x");
                })
                .that(NodeBuilder::effectOnce)
                .outputs("paid");
        Workflows workflows = stayingIn(By.MANY_THREADS, once);

        workflows.drain(Duration.ZERO);
        assertThat(workflows.drain(LONG)).isTrue();
        workflows(By.ONE_THREAD, once).workHere();

        assertThat(processes.workflow("w").parkReason()).isEqualTo(ParkReason.UNKNOWN_EFFECT);
    }
}
