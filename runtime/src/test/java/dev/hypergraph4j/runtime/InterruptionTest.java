package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Threads that are interrupted while they wait for a run or run its nodes. */
@EndsInTime
class InterruptionTest {
    private final CountDownLatch never = new CountDownLatch(1);

    // The thread that called AsyncRunner.run waits

    @Test
    void interruptedCallerStopsTheRunAndInterruptsItsNodes() throws InterruptedException {
        Gate gate = new Gate();
        var run = callingBeside(gate, in -> {
            gate.pass();
            return 1;
        });

        gate.awaitReached();
        run.awaitWaiting().interrupt();

        RunResult<Map<String, Object>> result = run.result();
        assertThat(result.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(result.stopReason()).hasValue("interrupted");
        assertThat(result.values()).containsExactly(entry("vHere", 0));
        assertThat(result.error().orElseThrow()).hasCauseInstanceOf(InterruptedException.class);
        assertThat(run.wasInterrupted()).isTrue();
    }

    @Test
    void interruptedCallerWaitsForNodesThatIgnoreIt() throws InterruptedException {
        Gate gate = new Gate();
        var run = callingBeside(gate, in -> {
            gate.passUninterruptibly();
            return 1;
        });

        gate.awaitReached();
        run.awaitWaiting().interrupt();
        gate.awaitInterrupted();
        gate.open();

        assertThat(run.result().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(run.result().values()).containsExactly(entry("vHere", 0), entry("vAway", 1));
        assertThat(run.wasInterrupted()).isTrue();
    }

    @Test
    void callerInterruptedDuringTheLastNodesCompletes() throws InterruptedException {
        Gate gate = new Gate();
        TestGraph graph = graph().node("here", takes(), gives("vHere"), in -> reached(gate))
                .node("away", takes(), gives("vAway"), in -> {
                    gate.passUninterruptibly();
                    return 1;
                })
                .outputs("vHere", "vAway");
        var run = Caller.calling(() -> AsyncRunner.create().run(graph.prepared()));

        gate.awaitReached();
        run.awaitWaiting().interrupt();
        gate.awaitInterrupted();
        gate.open();

        assertThat(run.result().isCompleted()).isTrue();
        assertThat(run.wasInterrupted()).isTrue();
    }

    @Test
    void interruptedCallerCancelsStages() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        var run =
                Caller.calling(() -> AsyncRunner.create().run(waitingFor(stage).prepared()));

        run.awaitWaiting().interrupt();

        assertThat(run.result().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(run.wasInterrupted()).isTrue();
        assertThat(stage).isCancelled();
    }

    @Test
    void interruptedCallerWaitsForStagesThatCannotBeCancelled() throws InterruptedException {
        for (Throwable refusal : List.of(new UnsupportedOperationException(), new IllegalStateException("broken"))) {
            CompletableFuture<Object> stage = new CompletableFuture<>();
            CountDownLatch refused = new CountDownLatch(1);
            CompletionStage<?> uncancellable = Stages.throwing(stage, "toCompletableFuture", () -> {
                refused.countDown();
                return refusal;
            });
            var run = Caller.calling(
                    () -> AsyncRunner.create().run(waitingFor(uncancellable).prepared()));

            run.awaitWaiting().interrupt();
            refused.await();
            stage.complete(1);

            assertThat(run.result().status()).isEqualTo(RunStatus.STOPPED);
            assertThat(run.result().values()).containsExactly(entry("v1", 1));
            assertThat(run.wasInterrupted()).isTrue();
        }
    }

    @Test
    void stageReturnedAfterTheInterruptIsCancelledToo() throws InterruptedException {
        Gate gate = new Gate();
        CompletableFuture<Object> stage = new CompletableFuture<>();
        TestGraph graph = graph().node("here", takes(), gives("vHere"), in -> reached(gate))
                .async("away", takes(), gives("vAway"), in -> {
                    gate.passUninterruptibly();
                    return stage;
                })
                .node("never", takes("vAway"), gives("vNever"), in -> 1)
                .outputs("vNever");
        var run = Caller.calling(() -> AsyncRunner.create().run(graph.prepared()));

        gate.awaitReached();
        run.awaitWaiting().interrupt();
        gate.awaitInterrupted();
        gate.open();

        assertThat(run.result().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(stage).isCancelled();
        assertThat(run.wasInterrupted()).isTrue();
    }

    @Test
    void interruptedWorkerComesBackToItsPoolWithoutIt() throws InterruptedException {
        Gate gate = new Gate();
        CompletableFuture<Boolean> afterwards = new CompletableFuture<>();
        Executor watching =
                task -> Executors.newSingleThreadExecutor(Way::daemon).execute(() -> {
                    task.run();
                    afterwards.complete(Thread.currentThread().isInterrupted());
                });
        TestGraph graph = graph().node("here", takes(), gives("vHere"), in -> reached(gate))
                .node("away", takes(), gives("vAway"), in -> {
                    gate.passUninterruptibly();
                    return 1;
                })
                .outputs("vHere", "vAway");
        var run = Caller.calling(() -> Way.on(watching).run(graph.prepared()));

        gate.awaitReached();
        run.awaitWaiting().interrupt();
        gate.awaitInterrupted();
        gate.open();

        assertThat(afterwards.join()).isFalse();
    }

    @Test
    void workerThatHasLeftTheRunIsNotInterrupted() throws InterruptedException {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        CompletableFuture<Boolean> afterwards = new CompletableFuture<>();
        Gate elsewhere = new Gate();
        Executor busyAfterwards = task -> Stages.FOREIGN.execute(() -> {
            task.run();
            elsewhere.passUninterruptibly();
            afterwards.complete(Thread.currentThread().isInterrupted());
        });
        TestGraph graph = graph().node("here", takes(), gives("vHere"), in -> 0)
                .async("away", takes(), gives("vAway"), in -> stage)
                .outputs("vHere", "vAway");
        var run = Caller.calling(() -> Way.on(busyAfterwards).run(graph.prepared()));

        elsewhere.awaitReached();
        run.awaitWaiting().interrupt();
        assertThat(run.wasInterrupted()).isTrue();
        elsewhere.open();

        assertThat(afterwards.join()).isFalse();
    }

    @Test
    void callerThatComesInterruptedRunsWhatNeedsNoWaiting() {
        var run = Caller.calling(() -> {
            Thread.currentThread().interrupt();
            return AsyncRunner.create().run(OutputsTest.chain(5).prepared("v0", 0));
        });

        assertThat(run.result().isCompleted()).isTrue();
        assertThat(run.wasInterrupted()).isTrue();
    }

    @Test
    void interruptReachesNestedRuns() throws InterruptedException {
        Gate gate = new Gate();
        TestGraph inner = graph().node("here", takes(), gives("vHere"), in -> reached(gate))
                .node("away", takes(), gives("vAway"), in -> {
                    gate.pass();
                    return 1;
                })
                .node("after", takes("vAway"), gives("v"), in -> 1)
                .outputs("v");
        var run = callingBeside(
                gate, in -> AsyncRunner.create().run(inner.prepared()).status());

        gate.awaitReached();
        run.awaitWaiting().interrupt();

        assertThat(run.result().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(run.result().values()).containsEntry("vAway", RunStatus.STOPPED);
    }

    // A node throws InterruptedException

    @Way.Every
    void nodeThatIsInterruptedFails(Way way) {
        InterruptedException interruption = new InterruptedException("told to");

        assertThat(Caller.calling(() -> way.run(interrupted(interruption), ErrorHandling.RAISE))
                        .error())
                .isInstanceOf(NodeExecutionException.class)
                .hasCause(interruption);
    }

    @Way.Every
    void nodeThatIsInterruptedStopsARunThatGoesOnAfterFailures(Way way) {
        InterruptedException interruption = new InterruptedException("told to");

        RunResult<Map<String, Object>> result = Caller.calling(
                        () -> way.run(interrupted(interruption), ErrorHandling.CONTINUE))
                .result();

        assertThat(result.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(result.stopReason()).hasValue("interrupted");
        assertThat(result.error().orElseThrow()).hasCause(interruption);
    }

    @Way.Every
    void callersInterruptStatusIsKept(Way way) {
        for (ErrorHandling handling : ErrorHandling.values()) {
            InterruptedException interruption = new InterruptedException("told to");
            TestGraph graph = graph().node("only", takes(), gives("v"), in -> {
                        throw interruption;
                    })
                    .outputs("v");

            var run = Caller.calling(() -> way.run(graph, handling));

            assertThat(run.wasInterrupted()).isEqualTo(!way.started());
        }
    }

    @Test
    void callerInterruptedInItsOwnNodeInterruptsTheOthers() throws InterruptedException {
        Gate gate = new Gate();
        TestGraph graph = graph().node("here", takes(), gives("vHere"), in -> {
                    gate.awaitReached();
                    never.await();
                    return 0;
                })
                .node("away", takes(), gives("vAway"), in -> {
                    gate.pass();
                    return 1;
                })
                .outputs("vHere", "vAway");
        var run = Caller.calling(() -> AsyncRunner.create().run(graph.prepared()));

        gate.awaitReached();
        run.awaitWaiting().interrupt();

        assertThat(run.error()).isInstanceOfSatisfying(NodeExecutionException.class, failure -> {
            assertThat(failure.nodePath()).isEqualTo("here");
            assertThat(failure.getSuppressed()).hasSize(1);
        });
        assertThat(run.wasInterrupted()).isTrue();
    }

    // A thread waits for a handle

    @Way.EveryStart
    void runGoesOnThoughOneWhoAwaitsItIsInterrupted(Way way) throws InterruptedException {
        Gate gate = new Gate();
        TestGraph graph = graph().node("only", takes(), gives("v"), in -> {
                    gate.pass();
                    return 1;
                })
                .outputs("v");
        RunHandle<Map<String, Object>> handle = way.start(graph);
        var waiting = Caller.calling(handle::await);

        gate.awaitReached();
        waiting.awaitWaiting().interrupt();

        assertThat(waiting.error()).isInstanceOf(InterruptedException.class);
        assertThat(handle.isDone()).isFalse();
        gate.open();
        assertThat(handle.await().isCompleted()).isTrue();
    }

    /** A run whose caller has run {@code here} and waits, while {@code away} goes on on another thread and {@code never} waits for it. */
    private static Caller<RunResult<Map<String, Object>>> callingBeside(Gate gate, TestGraph.Body away) {
        TestGraph graph = graph().node("here", takes(), gives("vHere"), in -> reached(gate))
                .node("away", takes(), gives("vAway"), away)
                .node("never", takes("vAway"), gives("vNever"), in -> 1)
                .outputs("vHere", "vNever");
        return Caller.calling(() -> AsyncRunner.create().run(graph.prepared()));
    }

    /** Sees to it that the one at the gate runs on another thread. It spins, so that a caller that waits is one that waits for the run. */
    private static int reached(Gate gate) {
        while (!gate.isReached()) {
            Thread.onSpinWait();
        }
        return 0;
    }

    private static TestGraph waitingFor(CompletionStage<?> stage) {
        return graph().async("async", takes(), gives("v1"), in -> stage)
                .node("never", takes("v1"), gives("v2"), in -> 2)
                .outputs("v2");
    }

    /** {@code bad} throws {@code interruption}; others follow it and do not. */
    private static TestGraph interrupted(InterruptedException interruption) {
        return graph().node("bad", takes(), gives("v1"), in -> {
                    throw interruption;
                })
                .node("lost", takes("v1"), gives("v2"), in -> 2)
                .outputs("v2");
    }
}
