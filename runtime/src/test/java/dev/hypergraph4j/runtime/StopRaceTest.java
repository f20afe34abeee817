package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A run is asked to stop while it ends or fails by itself: what came first decides. */
@EndsInTime
class StopRaceTest {

    @Test
    void stopAfterAFailureDoesNotHideIt() {
        Gate gate = new Gate();
        HeldExecutor executor = new HeldExecutor();
        TestGraph graph = graph().node("long", takes(), gives("v1"), in -> {
                    gate.pass();
                    return 1;
                })
                .node("bad", takes(), gives("v2"), in -> {
                    throw new IllegalStateException("first");
                })
                .node("never", takes("v1"), gives("v3"), in -> 3)
                .outputs("v3");
        RunHandle<Map<String, Object>> handle = Way.on(executor).start(graph.prepared());
        runNextOnAnotherThread(executor, gate);
        executor.runNext();

        handle.stop("too late");
        assertThat(handle.isDone()).isFalse();
        gate.open();

        assertThatThrownBy(handle::await)
                .isInstanceOf(NodeExecutionException.class)
                .hasRootCauseMessage("first");
    }

    @Way.EveryStart
    void runThatEndsWhileItIsStoppedEitherCompletedOrStopped(Way way) throws Exception {
        for (int repetition = 0; repetition < 500; repetition++) {
            AtomicInteger ran = new AtomicInteger();
            CyclicBarrier together = new CyclicBarrier(2);
            TestGraph graph = graph().node("a", takes(), gives("va"), in -> {
                        together.await();
                        return ran.incrementAndGet();
                    })
                    .node("b", takes("va"), gives("vb"), in -> ran.incrementAndGet())
                    .outputs("vb");
            RunHandle<Map<String, Object>> handle = way.start(graph);

            together.await();
            handle.stop("now");

            RunResult<Map<String, Object>> result = handle.await();
            boolean completed = ran.get() == 2;
            assertThat(result.status()).isEqualTo(completed ? RunStatus.COMPLETED : RunStatus.STOPPED);
            assertThat(result.stopReason().isPresent()).isNotEqualTo(completed);
            assertThat(result.log().steps()).hasSize(ran.get());
        }
    }

    @Way.EveryStart
    void runThatFailsWhileItIsStoppedEitherThrowsOrStopped(Way way) throws Exception {
        for (int repetition = 0; repetition < 500; repetition++) {
            CyclicBarrier together = new CyclicBarrier(2);
            RunHandle<Map<String, Object>> handle = way.start(failingAfter(together));

            together.await();
            handle.stop("now");

            try {
                assertThat(handle.await().status()).isEqualTo(RunStatus.STOPPED);
            } catch (NodeExecutionException failedFirst) {
                assertThat(failedFirst).hasRootCauseMessage("as always");
            }
        }
    }

    @Way.EveryStart
    void runThatFailsAndGoesOnWhileItIsStoppedEitherFailedOrStopped(Way way) throws Exception {
        for (int repetition = 0; repetition < 500; repetition++) {
            CyclicBarrier together = new CyclicBarrier(2);
            TestGraph graph = failingAfter(together);
            RunHandle<Map<String, Object>> handle = way.runner()
                    .start(graph.prepare(graph.given(), RunOptions.defaults().onError(ErrorHandling.CONTINUE)));

            together.await();
            handle.stop("now");

            RunResult<Map<String, Object>> result = handle.await();
            assertThat(result.status()).isIn(RunStatus.FAILED, RunStatus.STOPPED);
            assertThat(result.stopReason().isPresent()).isEqualTo(result.status() == RunStatus.STOPPED);
            assertThat(result.error()).isPresent();
        }
    }

    private static TestGraph failingAfter(CyclicBarrier together) {
        return graph().node("bad", takes(), gives("v"), in -> {
                    together.await();
                    throw new IllegalStateException("as always");
                })
                .outputs("v");
    }

    private static void runNextOnAnotherThread(HeldExecutor executor, Gate untilHere) {
        Caller.calling(() -> {
            executor.runNext();
            return true;
        });
        try {
            untilHere.awaitReached();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
