package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.answer;
import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.event.EventProcessor;
import dev.hypergraph4j.runtime.log.NodeStatus;
import dev.hypergraph4j.runtime.plan.NodeBuilder;
import dev.hypergraph4j.runtime.plan.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A workflow that waits long for its next attempt holds no thread and no lease meanwhile. */
@EndsInTime
class DurableSleepTest {
    private static final Duration POLL = Duration.ofSeconds(10);
    private static final long HOUR = 3_600_000;

    private final Processes processes = new Processes();
    private final ManualTimer timer = new ManualTimer();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private DurableOptions options = DurableOptions.defaults();
    private final AtomicInteger failures = new AtomicInteger(1);

    /** What runs the workflows. */
    enum By {
        ONE_THREAD,
        TWO_AT_ONCE,
        MANY_THREADS
    }

    private Workflows workflows(By by, TestGraph... graphs) {
        EventProcessor processor = events::add;
        Runner runner = by == By.ONE_THREAD
                ? SyncRunner.builder()
                        .checkpointer(processes.store, options)
                        .timer(timer)
                        .processor(processor)
                        .build()
                : AsyncRunner.builder()
                        .checkpointer(processes.store, options)
                        .timer(timer)
                        .processor(processor)
                        .maxConcurrency(by == By.TWO_AT_ONCE ? 2 : 64)
                        .build();
        Workflows.Builder builder =
                Workflows.on(processes.store).poll(POLL).options(options).runner(runner);
        List.of(graphs).forEach(builder::serve);
        return builder.build();
    }

    private static RetryPolicy after(long millis) {
        long nanos = millis * 1_000_000;
        return new RetryPolicy(3, List.of(IOException.class), nanos, 1, nanos, 0, RetryPolicy.ANY_TIME);
    }

    private TestGraph.Builder calling(long backOff) {
        return graph().input("x")
                .node("call", takes("x"), gives("y"), in -> processes.noted("call", () -> call(in.integer("x"))))
                .that(node -> node.retries(after(backOff)));
    }

    private int call(int x) {
        if (failures.getAndDecrement() > 0) {
            throw Started.unchecked(new IOException("no route"));
        }
        return x + 1;
    }

    private TestGraph hourly() {
        return calling(HOUR).outputs("y");
    }

    private Workflows submitted(By by, TestGraph graph, TestGraph... others) {
        TestGraph[] served = Stream.concat(Stream.of(graph), Stream.of(others)).toArray(TestGraph[]::new);
        Workflows workflows = workflows(by, served);
        workflows.submit(graph, "w", graph.given("x", 1));
        return workflows;
    }

    private void pass(long millis) {
        processes.clock.addAndGet(millis);
    }

    @ParameterizedTest
    @EnumSource
    void longBackOffReleasesTheWorkerUntilItsTimeHasCome(By by) {
        TestGraph graph = hourly();
        Workflows workflows = submitted(by, graph);

        assertThat(workflows.workHere()).isEqualTo(1);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.SLEEPING);
        assertThat(processes.workflow("w").wakeAt()).isEqualTo(processes.clock.get() + HOUR);
        assertThat(processes.workflow("w").leaseUntil()).isZero();
        assertThat(timer.waiting()).isZero();

        pass(HOUR - 1);
        assertThat(workflows.workHere()).isZero();
        pass(1);
        assertThat(workflows.workHere()).isEqualTo(1);

        assertThat(workflows.result(graph, "w").orElseThrow().outputs()).isEqualTo(Map.of("y", 2));
        assertThat(processes.attempts("w")).extracting(Attempt::number).containsExactly(1, 2);
        assertThat(processes.store.journal("w", 0, 100))
                .extracting(JournalEntry::type)
                .containsSubsequence("RETRY", "SLEEPING", "CLAIMED", "STARTED", "COMPLETED");
    }

    @ParameterizedTest
    @EnumSource
    void attemptsGoOnCountingAndSleepIsNoRecovery(By by) {
        failures.set(10);
        options = options.recoveryCap(0);
        Workflows workflows = submitted(by, hourly());

        for (int night = 0; night < 2; night++) {
            workflows.workHere();
            assertThat(processes.status("w")).isEqualTo(WorkflowStatus.SLEEPING);
            pass(HOUR);
        }
        workflows.workHere();

        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.FAILED);
        assertThat(processes.attempts("w")).extracting(Attempt::number).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource
    void shortBackOffKeepsTheThread(By by) throws Exception {
        Workflows workflows = submitted(by, calling(POLL.toMillis()).outputs("y"));

        Future<Integer> work = CompletableFuture.supplyAsync(workflows::workHere, Threads.shared());
        timer.awaitWaiting(1);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.RUNNING);
        timer.ring(0);

        assertThat(work.get()).isEqualTo(1);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(processes.workflow("w").epoch()).isEqualTo(1);
    }

    @Test
    void timeThatItTakesToRecordAFailureIsPartOfItsBackOff() {
        Checkpointer slow = Watched.of(processes.store, (method, arguments) -> {
            if (method.equals("commit") && isOfAFailure((Transition) arguments[0])) {
                pass(HOUR / 4);
            }
        });
        List<Long> waits = new ArrayList<>();
        TestGraph graph = hourly().with(SyncRunner.builder()
                .checkpointer(slow)
                .timer((nanos, task) -> {
                    waits.add(nanos / 1_000_000);
                    task.run();
                    return () -> {};
                })
                .build());

        assertThat(graph.run(graph.given("x", 1), RunOptions.workflow("w")).isCompleted())
                .isTrue();
        assertThat(waits).containsExactly(HOUR - HOUR / 4);
    }

    private static boolean isOfAFailure(Transition transition) {
        return transition.events().stream().anyMatch(StepEvent.Failed.class::isInstance);
    }

    @Test
    void whoWaitsForARunKeepsItsThread() throws Exception {
        TestGraph graph = hourly().with(SyncRunner.builder()
                .checkpointer(processes.store)
                .timer(timer)
                .build());

        FutureTask<RunResult<Map<String, Object>>> run =
                new FutureTask<>(() -> graph.run(graph.given("x", 1), RunOptions.workflow("w")));
        Threads.shared().execute(run);
        timer.awaitWaiting(1);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.RUNNING);
        timer.ring(0);

        assertThat(run.get().outputs()).isEqualTo(Map.of("y", 2));
    }

    @Test
    void workflowOfWhichOnlyTheResultIsRecordedDoesNotSleep() throws Exception {
        options = options.durability(Durability.EXIT);
        Workflows workflows = submitted(By.ONE_THREAD, hourly());

        Future<Integer> work = CompletableFuture.supplyAsync(workflows::workHere, Threads.shared());
        timer.awaitWaiting(1);
        timer.ring(0);

        assertThat(work.get()).isEqualTo(1);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void sleepingWorkflowIsCancelledAtOnce() {
        Workflows workflows = submitted(By.ONE_THREAD, hourly());
        workflows.workHere();

        assertThat(workflows.cancel("w", "not needed").orElseThrow().status()).isEqualTo(WorkflowStatus.CANCELLED);
        pass(HOUR);
        assertThat(workflows.workHere()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void siblingsAreFinishedFirst(By by) {
        TestGraph graph = calling(HOUR)
                .node("count", takes("x"), gives("n"), in -> processes.noted("count", in.get("x")))
                .node("more", takes("n"), gives("m"), in -> processes.noted("more", in.get("n")))
                .outputs("y", "m");
        Workflows workflows = submitted(by, graph);
        workflows.workHere();

        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.SLEEPING);
        assertThat(processes.steps("w"))
                .extracting(step -> step.id().key(), Step::status)
                .containsExactlyInAnyOrder(
                        tuple("call", StepStatus.OPEN),
                        tuple("count", StepStatus.COMPLETED),
                        tuple("more", StepStatus.COMPLETED));
        pass(HOUR);
        workflows.workHere();

        assertThat(processes.ran).containsExactlyInAnyOrder("call", "count", "more", "call");
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void stepWhoseTimeComesWhileASiblingRunsIsTriedByTheSameRun() {
        CountDownLatch called = new CountDownLatch(2);
        TestGraph graph = graph().input("x")
                .node("call", takes("x"), gives("y"), in -> {
                    called.countDown();
                    return call(in.integer("x"));
                })
                .that(node -> node.retries(after(HOUR)))
                .node("long", takes("x"), gives("n"), in -> {
                    timer.awaitWaiting(1);
                    pass(HOUR);
                    timer.ring(0);
                    called.await();
                    return in.get("x");
                })
                .outputs("y", "n");
        Workflows workflows = submitted(By.MANY_THREADS, graph);

        assertThat(workflows.workHere()).isEqualTo(1);

        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(processes.workflow("w").epoch()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void answerWakesItAndTheBackOffGoesOn(By by) {
        TestGraph graph = calling(HOUR)
                .typed("sure", boolean.class)
                .node("ask", takes("x"), answer("sure"), in -> Question.confirm("Sure?"))
                .node("use", takes("sure"), gives("used"), in -> processes.noted("use", in.text("sure")))
                .outputs("y", "used");
        Workflows workflows = submitted(by, graph);
        workflows.workHere();
        long wakeAt = processes.workflow("w").wakeAt();
        pass(HOUR / 2);

        workflows.answer("w", "ask", true, "ada");
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.QUEUED);
        workflows.workHere();

        assertThat(processes.ran).containsExactly("call", "use");
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.SLEEPING);
        assertThat(processes.workflow("w").wakeAt()).isEqualTo(wakeAt);
        pass(HOUR / 2);
        workflows.workHere();
        assertThat(workflows.result(graph, "w").orElseThrow().outputs()).isEqualTo(Map.of("y", 2, "used", "true"));
    }

    @Test
    void endOfAChildWakesIt() {
        TestGraph shipping = graph("shipping")
                .input("order")
                .node("ship", takes("order"), gives("parcel"), in -> processes.noted("ship", in.get("order")))
                .outputs("parcel");
        TestGraph selling = calling(HOUR)
                .node(
                        "send",
                        takes("x"),
                        gives("child"),
                        in -> shipping.spawn(in.context(), shipping.given("order", in.get("x"))))
                .that(NodeBuilder::takesContext)
                .node(
                        "receive",
                        takes("child"),
                        gives("received"),
                        in -> shipping.awaitSpawned(in.context(), in.text("child"))
                                .get("parcel"))
                .that(NodeBuilder::takesContext)
                .outputs("y", "received");
        Workflows workflows = submitted(By.MANY_THREADS, selling, shipping);

        assertThat(workflows.workHere()).isEqualTo(3); // It, its child, and it once more.

        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.SLEEPING);
        assertThat(processes.ran).containsExactly("call", "ship");
        pass(HOUR);
        assertThat(workflows.workHere()).isEqualTo(1);
        assertThat(workflows.result(selling, "w").orElseThrow().outputs()).isEqualTo(Map.of("y", 2, "received", 1));
    }

    @ParameterizedTest
    @EnumSource
    void workflowSleepsForANestedGraphToo(By by) {
        TestGraph outer = graph("outer")
                .input("x")
                .nested("inner", hourly(), takes("x"), gives("y"))
                .outputs("y");
        Workflows workflows = submitted(by, outer);

        workflows.workHere();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.SLEEPING);
        pass(HOUR);
        workflows.workHere();

        assertThat(workflows.result(outer, "w").orElseThrow().outputs()).isEqualTo(Map.of("y", 2));
        assertThat(processes.ran).containsExactly("call", "call");
    }

    @ParameterizedTest
    @EnumSource
    void workflowSleepsForAnItemWhenTheOthersAreOver(By by) {
        TestGraph outer = graph("outer")
                .input("x")
                .mapped("each", hourly(), "x", ErrorHandling.CONTINUE, gives("y"))
                .outputs("y");
        Workflows workflows = workflows(by, outer);
        workflows.submit(outer, "w", outer.given("x", List.of(1, 2, 3)));

        workflows.workHere();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.SLEEPING);
        assertThat(processes.ran).hasSize(3);
        pass(HOUR);
        workflows.workHere();

        assertThat(workflows.result(outer, "w").orElseThrow().outputs())
                .isEqualTo(Map.of("y", List.of(Optional.of(2), Optional.of(3), Optional.of(4))));
        assertThat(processes.ran).hasSize(4);
    }

    @Test
    void forkOfASleepingWorkflowTriesAtOnce() {
        TestGraph graph = calling(HOUR)
                .node("count", takes("x"), gives("n"), in -> processes.noted("count", in.get("x")))
                .outputs("y", "n");
        Workflows workflows = submitted(By.ONE_THREAD, graph);
        workflows.workHere();

        workflows.fork(Fork.of("w").as("v").at("call"));
        assertThat(workflows.workHere()).isEqualTo(1);

        assertThat(processes.status("v")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.SLEEPING);
        assertThat(processes.ran).containsExactly("call", "count", "call");
    }

    /** Six nodes that do not wait for each other, whose attempts fail now and then, and one that adds them up. */
    private static TestGraph.Builder wide(String sum, Random random) {
        TestGraph.Builder wide = graph(sum).input("x");
        List<String> values = IntStream.range(0, 6).mapToObj(i -> sum + i).toList();
        for (String value : values) {
            wide.node("give " + value, takes("x"), gives(value), in -> {
                Flaw.strike(() -> random.nextInt(3) == 0);
                return in.integer("x");
            });
            wide.that(node -> node.retries(Flaw.HOURLY));
        }
        return wide.node("add " + sum, takes(values.toArray(String[]::new)), gives(sum), TestGraph.In::sum);
    }

    @ParameterizedTest
    @EnumSource
    void stepsThatSleepWhileOthersRunAreAllTriedAgain(By by) {
        for (int round = 0; round < Integer.getInteger("rounds", 100); round++) {
            String id = "w" + round;
            Random random = new Random(round);
            TestGraph inner = wide("in", random).outputs("in");
            TestGraph outer = wide("out", random)
                    .nested("inner", inner, takes("x"), gives("in"))
                    .outputs("in", "out");
            Workflows workflows = workflows(by, outer);
            workflows.submit(outer, id, outer.given("x", 1));
            do {
                pass(HOUR / 2);
                workflows.workHere();
            } while (processes.status(id) == WorkflowStatus.SLEEPING);

            assertThat(workflows.result(outer, id).orElseThrow().outputs()).isEqualTo(Map.of("in", 6, "out", 6));
        }
    }

    @Test
    void resumeDoesNotShortenTheBackOff() {
        Workflows workflows = submitted(By.MANY_THREADS, hourly());
        workflows.workHere();
        long wakeAt = processes.workflow("w").wakeAt();

        assertThat(workflows.resume("w")).isEqualTo(Workflows.Resumption.ACCEPTED);
        assertThat(workflows.drain(Duration.ofSeconds(60))).isTrue(); // Perhaps before it slept.
        workflows(By.MANY_THREADS, hourly()).workHere();

        assertThat(processes.ran).containsExactly("call");
        assertThat(processes.workflow("w").wakeAt()).isEqualTo(wakeAt);
    }

    @Test
    void backgroundWorkerWakesIt() {
        TestGraph graph = hourly();
        Workflows workflows = Workflows.on(processes.store)
                .serve(graph)
                .poll(Duration.ofMillis(1))
                .build();
        workflows.submit(graph, "w", graph.given("x", 1));
        workflows.work();
        awaitStatus(WorkflowStatus.SLEEPING);

        pass(HOUR);

        awaitStatus(WorkflowStatus.COMPLETED);
        assertThat(workflows.drain(Duration.ofSeconds(60))).isTrue();
    }

    private void awaitStatus(WorkflowStatus status) {
        while (processes.status("w") != status) {
            Thread.onSpinWait();
        }
    }

    @Test
    void workUntilIdleWaitsForWhatSleeps() throws InterruptedException {
        // Time passes while nobody does anything.
        MemoryCheckpointer store = MemoryCheckpointer.on(() -> processes.clock.addAndGet(1_000));
        TestGraph graph = hourly();
        Workflows workflows =
                Workflows.on(store).serve(graph).poll(Duration.ofMillis(1)).build();
        workflows.submit(graph, "w", graph.given("x", 1));

        assertThat(workflows.workUntilIdle()).isEqualTo(2);

        assertThat(workflows.result(graph, "w").orElseThrow().outputs()).isEqualTo(Map.of("y", 2));
    }

    @ParameterizedTest
    @EnumSource
    void eventsTellOfTheRetryAndThatTheNodeWaits(By by) {
        Workflows workflows = submitted(by, hourly());
        workflows.workHere();

        assertThat(events)
                .filteredOn(Event.NodeRetried.class::isInstance)
                .singleElement()
                .satisfies(
                        event -> assertThat(((Event.NodeRetried) event).delay()).isEqualTo(Duration.ofHours(1)));
        assertThat(events)
                .filteredOn(Event.NodeEnded.class::isInstance)
                .singleElement()
                .satisfies(
                        event -> assertThat(((Event.NodeEnded) event).status()).isEqualTo(NodeStatus.PAUSED));
    }
}
