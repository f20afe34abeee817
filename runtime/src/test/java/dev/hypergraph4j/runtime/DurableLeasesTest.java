package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One worker at a time has a workflow. */
@EndsInTime
class DurableLeasesTest {
    private final Processes processes = new Processes();
    private Runnable during = () -> {};

    private final TestGraph pair = graph().input("x")
            .node(
                    "first",
                    takes("x"),
                    gives("y"),
                    in -> processes.noted("first", () -> {
                        during.run();
                        return in.get("x");
                    }))
            .node("second", takes("y"), gives("z"), in -> processes.noted("second", in.get("y")))
            .outputs("z");

    private RunResult<Map<String, Object>> run(Runner runner, String id) {
        TestGraph recorded = pair.with(runner);
        return recorded.run(recorded.given("x", 1), RunOptions.workflow(id));
    }

    private Workflows workflows() {
        return Workflows.on(processes.store)
                .serve(pair)
                .poll(Duration.ofMillis(20))
                .build();
    }

    @Test
    void whoIsSlowerToStartAnIdIsToldThatItRuns() {
        assertThat(startedMeanwhile(1))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        error -> assertThat(error.kind()).isEqualTo(ConflictException.Kind.ALREADY_RUNNING));
    }

    @Test
    void whoIsSlowerToStartAnIdWithOtherInputsIsToldSo() {
        assertThat(startedMeanwhile(2))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        error -> assertThat(error.kind()).isEqualTo(ConflictException.Kind.OTHER_INPUTS));
    }

    @ParameterizedTest
    @EnumSource
    void whoIsSlowerToStartAnIdThatHasCompletedIsToldSo(Durability durability) {
        TestGraph slower = slowerThan(durability, faster -> faster.run(faster.given("x", 1), RunOptions.workflow("w")));

        assertThatItHasCompleted(() -> slower.run(slower.given("x", 1), RunOptions.workflow("w")));
        assertThat(slower.run(slower.given("x", 1), RunOptions.workflow("w")).outputs())
                .isEqualTo(Map.of("z", 1));
    }

    @Test
    void whoIsSlowerToStartAMapThatHasCompletedIsToldSo() {
        List<Map<String, Object>> items = List.of(pair.given("x", 1), pair.given("x", 2));
        TestGraph slower = slowerThan(Durability.SYNC, faster -> faster.map(items, RunOptions.workflow("w")));

        assertThatItHasCompleted(() -> slower.map(items, RunOptions.workflow("w")));
        assertThat(slower.map(items, RunOptions.workflow("w")).results())
                .extracting(RunResult::outputs)
                .containsExactly(Map.of("z", 1), Map.of("z", 2));
    }

    private static void assertThatItHasCompleted(ThrowingCallable start) {
        assertThatThrownBy(start)
                .hasMessageContaining("has completed")
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        error -> assertThat(error.kind()).isEqualTo(ConflictException.Kind.ALREADY_FINISHED));
    }

    /** A graph whose runner first commits something when {@code faster} is through, which another process does. */
    private TestGraph slowerThan(Durability durability, Consumer<TestGraph> faster) {
        DurableOptions options = DurableOptions.defaults().durability(durability);
        TestGraph others = pair.with(processes.using(options).next());
        Checkpointer store = lookingBefore(() -> faster.accept(others));
        return pair.with(SyncRunner.builder().checkpointer(store, options).build());
    }

    /** What a run gets when another one of its id is begun, with {@code x}, after it has looked whether there is one. */
    private Throwable startedMeanwhile(int x) {
        TestGraph single = graph().input("x")
                .node("a", takes("x"), gives("va"), in -> {
                    if (processes.ran.isEmpty()) {
                        processes.ran.add("faster");
                        processes.kill();
                    }
                    return "a";
                })
                .outputs("va");
        TestGraph faster = single.with(processes.next());
        Checkpointer store = lookingBefore(() -> {
            var unused = catchThrowable(() -> faster.run(faster.given("x", x), RunOptions.workflow("w")));
        });
        TestGraph slower = single.with(SyncRunner.builder().checkpointer(store).build());
        return catchThrowable(() -> slower.run(slower.given("x", 1), RunOptions.workflow("w")));
    }

    /** The store as somebody sees it whose first commit comes after {@code others}. */
    private Checkpointer lookingBefore(Runnable others) {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        return (Checkpointer) Proxy.newProxyInstance(
                Checkpointer.class.getClassLoader(),
                new Class<?>[] {Checkpointer.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && isFirst.getAndSet(false)) {
                        others.run();
                    }
                    try {
                        return method.invoke(processes.store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @Test
    void workflowThatAWorkerHasIsRefusedToOthers() {
        during = () -> assertThatThrownBy(() -> run(processes.next(), "w"))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        error -> assertThat(error.kind()).isEqualTo(ConflictException.Kind.ALREADY_RUNNING));

        assertThat(run(processes.next(), "w").isCompleted()).isTrue();
        assertThat(processes.ran).containsExactly("first", "second");
    }

    @Test
    void workerThatWasTooSlowCantRecordAnything() {
        SyncRunner slow = processes.next();
        during = () -> {
            during = () -> {};
            processes.clock.addAndGet(Processes.LEASE_MILLIS + 1);
            assertThat(run(processes.next(), "w").outputs()).isEqualTo(Map.of("z", 1));
        };

        assertThatThrownBy(() -> run(slow, "w")).isInstanceOf(LeaseLostException.class);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(processes.ran).containsExactly("first", "first", "second");
    }

    @Test
    void workflowThatKillsItsWorkersIsParked() {
        processes.using(DurableOptions.defaults().recoveryCap(2));
        during = processes::kill;
        for (int death = 0; death < 3; death++) {
            processes.die(() -> run(processes.next(), "w"));
        }

        assertThatThrownBy(() -> run(processes.next(), "w"))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        error -> assertThat(error.kind()).isEqualTo(ConflictException.Kind.PARKED));
        assertThat(processes.workflow("w").parkReason()).isEqualTo(ParkReason.RECOVERY_EXHAUSTED);
        during = () -> {};
        assertThat(workflows().resume("w")).isEqualTo(Workflows.Resumption.ACCEPTED);
    }

    @Test
    void stoppedWorkflowGoesOnWhenItIsRunAgain() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        during = () -> {
            begun.countDown();
            awaitUninterruptibly(stopped);
        };
        TestGraph recorded = pair.with(processes.next());
        RunHandle<Map<String, Object>> handle =
                processes.next().start(recorded, recorded.given("x", 1), RunOptions.workflow("w"));
        begun.await();
        handle.stop("enough for today");
        stopped.countDown();

        assertThat(handle.await().stopReason()).contains("enough for today");
        assertThat(processes.workflow("w").parkReason()).isEqualTo(ParkReason.STOPPED);
        during = () -> {};
        assertThat(run(processes.next(), "w").isCompleted()).isTrue();
        assertThat(processes.ran).containsExactly("first", "second");
    }

    @Test
    void workUntilIdleWaitsForWhatADeadWorkerHas() throws InterruptedException {
        // Time passes while nobody does anything.
        MemoryCheckpointer store = MemoryCheckpointer.on(() -> processes.clock.addAndGet(1_000));
        Workflows workflows =
                Workflows.on(store).serve(pair).poll(Duration.ofMillis(1)).build();
        workflows.submit(pair, "w", pair.given("x", 1));
        workflows.submit(pair, "v", pair.given("x", 2));
        store.claim("w", DurableOptions.defaults().claimant(), false);
        assertThat(workflows.workHere()).isEqualTo(1);

        assertThat(workflows.workUntilIdle()).isEqualTo(1);

        assertThat(workflows.result(pair, "w").orElseThrow().outputs()).isEqualTo(Map.of("z", 1));
        assertThat(workflows.workUntilIdle()).isZero();
    }

    @Test
    void workUntilIdleLeavesWorkflowsOfOtherGraphsToOthers() throws InterruptedException {
        Workflows other = Workflows.on(processes.store).build();
        other.submit(pair, "w", pair.given("x", 1));
        processes.store.claim("w", DurableOptions.defaults().claimant(), false);

        assertThat(other.workUntilIdle()).isZero();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.RUNNING);
    }

    @Test
    void workflowOfAGraphWhoseRunnerHasAnotherNameIsThatOfTheRunner() {
        MemoryCheckpointer store = MemoryCheckpointer.on(System::currentTimeMillis);
        DurableOptions options = DurableOptions.defaults().lease(Duration.ofMillis(300));
        SyncRunner runner = SyncRunner.builder()
                .checkpointer(store, options.worker("runner"))
                .build();
        TestGraph served = pair.with(runner);
        Workflows workers = Workflows.on(store)
                .options(options.worker("worker"))
                .serve(served)
                .build();
        during = () -> awaitRenewal(store, "w");
        workers.submit(served, "w", served.given("x", 1));

        assertThat(workers.workHere()).isEqualTo(1);

        assertThat(workers.result(served, "w").orElseThrow().outputs()).isEqualTo(Map.of("z", 1));
        assertThat(store.attempts("w")).extracting(Attempt::worker).containsOnly("runner");
    }

    private static void awaitRenewal(MemoryCheckpointer store, String workflow) {
        long until = store.find(workflow).orElseThrow().leaseUntil();
        long start = System.nanoTime();
        while (store.find(workflow).orElseThrow().leaseUntil() == until) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
            Thread.onSpinWait();
        }
    }

    @Test
    void workflowThatWasCancelledWhileItsDeadWorkerHadItRunsNothingMore() {
        TestGraph paying = graph().input("x")
                .node("a", takes("x"), gives("va"), in -> {
                    processes.kill();
                    return "a";
                })
                .node("pay", takes("x"), gives("paid"), in -> processes.noted("pay", 1))
                .outputs("va", "paid");
        TestGraph recorded = paying.with(processes.next());
        assertThatThrownBy(() -> recorded.run(recorded.given("x", 1), RunOptions.workflow("w")))
                .isInstanceOf(Fragile.Death.class);
        Workflows workflows = Workflows.on(processes.store).serve(paying).build();

        Workflow cancelled = workflows.cancel("w", "not needed").orElseThrow();
        assertThat(cancelled.status()).isEqualTo(WorkflowStatus.RUNNING);
        processes.clock.addAndGet(Processes.LEASE_MILLIS + 1);
        workflows.workHere();

        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.CANCELLED);
        assertThat(processes.ran).isEmpty();
    }

    @Test
    void cancelledWorkflowIsNotClaimed() {
        Workflows workflows = workflows();
        workflows.submit(pair, "w", pair.given("x", 1));

        assertThat(workflows.cancel("w", "not needed").orElseThrow().status()).isEqualTo(WorkflowStatus.CANCELLED);
        assertThat(workflows.workHere()).isZero();
        assertThatThrownBy(() -> run(processes.next(), "w")).hasMessageContaining("was cancelled");
    }

    @Test
    void ofFiftyResumesAtOnceOneIsAccepted() throws Exception {
        processes.using(DurableOptions.defaults());
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        during = processes::kill;
        processes.die(() -> run(processes.next(), "w"));
        during = () -> awaitUninterruptibly(end);
        Workflows workflows = workflows();
        ExecutorService threads = Executors.newFixedThreadPool(50);
        List<Future<Workflows.Resumption>> outcomes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            outcomes.add(threads.submit(() -> {
                go.await();
                return workflows.resume("w");
            }));
        }
        go.countDown();
        List<Workflows.Resumption> all = new ArrayList<>();
        for (Future<Workflows.Resumption> outcome : outcomes) {
            all.add(outcome.get());
        }
        end.countDown();
        threads.shutdown();
        workflows.drain(Duration.ofSeconds(60));

        assertThat(all).filteredOn(Workflows.Resumption.ACCEPTED::equals).hasSize(1);
        assertThat(all).filteredOn(Workflows.Resumption.ALREADY_RUNNING::equals).hasSize(49);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
