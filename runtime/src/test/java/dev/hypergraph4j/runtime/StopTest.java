package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** {@link RunHandle#stop}: what is running ends, nothing else starts. */
@EndsInTime
class StopTest {
    private final Gate gate = new Gate();

    @Way.EveryStart
    void runningNodesEndAndNoOtherStarts(Way way) throws InterruptedException {
        RunHandle<Map<String, Object>> handle = way.start(twoInARow(in -> pass()));

        gate.awaitReached();
        handle.stop("enough");
        assertThat(handle.isDone()).isFalse();
        gate.open();

        RunResult<Map<String, Object>> result = handle.await();
        assertThat(result.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(result.isCompleted()).isFalse();
        assertThat(result.stopReason()).hasValue("enough");
        assertThat(result.values()).containsExactly(entry("v1", 1));
        assertThat(result.log().steps()).extracting(step -> step.node()).containsExactly("first");
        assertThat(result.error()).isEmpty();
        assertThat(handle.isDone()).isTrue();
    }

    @Way.EveryStart
    void firstReasonCounts(Way way) throws InterruptedException {
        RunHandle<Map<String, Object>> handle = way.start(twoInARow(in -> pass()));

        gate.awaitReached();
        handle.stop("first");
        handle.stop("second");
        gate.open();

        assertThat(handle.await().stopReason()).hasValue("first");
    }

    @Way.EveryStart
    void nodeMayStopItsOwnRun(Way way) throws InterruptedException {
        CompletableFuture<RunHandle<?>> self = new CompletableFuture<>();
        RunHandle<Map<String, Object>> handle = way.start(twoInARow(in -> {
            self.join().stop("by myself");
            return 1;
        }));
        self.complete(handle);

        assertThat(handle.await().stopReason()).hasValue("by myself");
        assertThat(handle.await().values()).containsExactly(entry("v1", 1));
    }

    @Way.EveryStart
    void stopWhileTheLastNodesRunChangesNothing(Way way) throws InterruptedException {
        TestGraph graph =
                graph().node("only", takes(), gives("v"), in -> pass()).outputs("v");
        RunHandle<Map<String, Object>> handle = way.start(graph);

        gate.awaitReached();
        handle.stop("too late");
        gate.open();

        assertThat(handle.await().outputs()).containsExactly(entry("v", 1));
        assertThat(handle.await().stopReason()).isEmpty();
    }

    @Way.EveryStart
    void stopWhenTheRunIsOverChangesNothing(Way way) throws InterruptedException {
        gate.open();
        RunHandle<Map<String, Object>> handle = way.start(twoInARow(in -> pass()));
        RunResult<Map<String, Object>> result = handle.await();

        handle.stop("too late");

        assertThat(handle.await()).isSameAs(result);
        assertThat(result.isCompleted()).isTrue();
        assertThat(result.stopReason()).isEmpty();
    }

    @Way.EveryStart
    void stoppedRunDoesNotThrowWhatItsLastNodesThrow(Way way) throws InterruptedException {
        for (ErrorHandling handling : ErrorHandling.values()) {
            Gate own = new Gate();
            TestGraph graph = twoInARow(in -> {
                own.pass();
                throw new IllegalStateException("after all");
            });
            RunHandle<Map<String, Object>> handle = way.runner()
                    .start(graph.prepare(graph.given(), RunOptions.defaults().onError(handling)));

            own.awaitReached();
            handle.stop("enough");
            own.open();

            assertThat(handle.await().status()).isEqualTo(RunStatus.STOPPED);
            assertThat(handle.await().error().orElseThrow()).hasRootCauseMessage("after all");
            assertThat(handle.await().values()).isEmpty();
        }
    }

    @Way.EveryStart
    void runThatFailedBeforeItWasStoppedIsStoppedAllTheSame(Way way) throws InterruptedException {
        TestGraph graph = graph().node("bad", takes(), gives("v1"), in -> {
                    throw new IllegalStateException("early");
                })
                .node("gate", takes(), gives("v2"), in -> pass())
                .node("never", takes("v2"), gives("v3"), in -> 3)
                .outputs("v1", "v3");
        RunHandle<Map<String, Object>> handle = way.runner()
                .start(graph.prepare(graph.given(), RunOptions.defaults().onError(ErrorHandling.CONTINUE)));

        gate.awaitReached();
        handle.stop("enough");
        gate.open();

        assertThat(handle.await().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(((NodeExecutionException) handle.await().error().orElseThrow()).nodePath())
                .isEqualTo("bad");
        assertThat(handle.await().values()).containsExactly(entry("v2", 1));
    }

    @Way.EveryStart
    void cancellingTheFutureStopsTheRun(Way way) throws InterruptedException {
        RunHandle<Map<String, Object>> handle = way.start(twoInARow(in -> pass()));
        CompletableFuture<RunResult<Map<String, Object>>> future = handle.toCompletableFuture();

        gate.awaitReached();
        assertThat(future.cancel(true)).isFalse();
        assertThat(future).isNotCancelled().isNotDone();
        gate.open();

        assertThat(handle.await().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(handle.await().stopReason()).hasValue("cancelled");
        assertThat(future).isNotCancelled().isDone();
    }

    @Way.EveryStart
    void cancellingADerivedStageLeavesTheRunAlone(Way way) throws InterruptedException {
        RunHandle<Map<String, Object>> handle = way.start(twoInARow(in -> pass()));

        gate.awaitReached();
        assertThat(handle.thenApply(result -> result).toCompletableFuture().cancel(true))
                .isTrue();
        gate.open();

        assertThat(handle.await().isCompleted()).isTrue();
    }

    @Way.EveryStart
    void reasonIsNeeded(Way way) throws InterruptedException {
        RunHandle<Map<String, Object>> handle = way.start(twoInARow(in -> pass()));

        gate.awaitReached();
        assertThatThrownBy(() -> handle.stop(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("reason");
        gate.open();

        assertThat(handle.await().isCompleted()).isTrue();
    }

    @Test
    void concurrentRunStoppedBeforeItsFirstNodeRunsNone() throws InterruptedException {
        HeldExecutor executor = new HeldExecutor();
        RunHandle<Map<String, Object>> handle =
                Way.on(executor).start(twoInARow(in -> pass()).prepared());

        handle.stop("never mind");

        assertThat(handle.isDone()).isTrue();
        assertThat(handle.await().stopReason()).hasValue("never mind");
        executor.runNext();
        assertThat(handle.await().values()).isEmpty();
        assertThat(gate.isReached()).isFalse();
    }

    @Test
    void sequentialRunStoppedBeforeItsFirstNodeRunsNone() throws InterruptedException {
        HeldExecutor executor = new HeldExecutor();
        RunHandle<Map<String, Object>> handle =
                SequentialRun.start(twoInARow(in -> pass()).prepared(), ExecutionSettings.DEFAULTS, executor, null);

        handle.stop("never mind");
        executor.runNext();

        assertThat(handle.await().stopReason()).hasValue("never mind");
        assertThat(handle.await().values()).isEmpty();
        assertThat(gate.isReached()).isFalse();
    }

    @Test
    void stageThatIsUnderWayIsWaitedFor() throws InterruptedException {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        TestGraph graph = graph().async("async", takes(), gives("v1"), in -> {
                    gate.pass();
                    return stage;
                })
                .node("never", takes("v1"), gives("v2"), in -> 2)
                .outputs("v2");
        RunHandle<Map<String, Object>> handle = AsyncRunner.create().start(graph.prepared());

        gate.awaitReached();
        handle.stop("enough");
        gate.open();
        assertThat(handle.isDone()).isFalse();
        stage.complete(1);

        assertThat(handle.await().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(handle.await().values()).containsExactly(entry("v1", 1));
    }

    private static TestGraph twoInARow(TestGraph.Body first) {
        return graph().node("first", takes(), gives("v1"), first)
                .node("second", takes("v1"), gives("v2"), in -> 2)
                .outputs("v2");
    }

    private Object pass() throws InterruptedException {
        gate.pass();
        return 1;
    }
}
