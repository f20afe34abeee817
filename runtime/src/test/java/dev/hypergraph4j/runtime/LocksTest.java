package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Code that is not the runner's never runs under a lock of the runner's: wherever a run calls such code, it may wait for another thread that asks
 * something of the run.
 */
@EndsInTime
class LocksTest {
    private final ExecutorService pool = Executors.newCachedThreadPool(Way::daemon);
    private final CompletableFuture<RunHandle<Map<String, Object>>> handle = new CompletableFuture<>();

    @AfterEach
    void shutDown() {
        pool.shutdownNow();
    }

    @Way.EveryStart
    void nodeMayWaitForOneWhoAsksItsRun(Way way) throws InterruptedException {
        TestGraph graph = graph().node("asks", takes(), gives("v"), in -> askOnAnotherThread())
                .node("never", takes("v"), gives("w"), in -> 1)
                .outputs("w");

        handle.complete(way.start(graph));

        assertThat(handle.join().await().values()).containsEntry("v", false);
        assertThat(handle.join().await().status()).isEqualTo(RunStatus.STOPPED);
    }

    @Test
    void stageThatIsWatchedMayWaitForOneWhoAsksItsRun() throws InterruptedException {
        TestGraph graph = graph().async(
                        "asks",
                        takes(),
                        gives("v"),
                        in -> Stages.doing(Stages.later(() -> 1), "whenComplete", this::askOnAnotherThread))
                .node("never", takes("v"), gives("w"), in -> 1)
                .outputs("w");

        handle.complete(AsyncRunner.create().start(graph.prepared()));

        assertThat(handle.join().await().stopReason()).hasValue("asked");
    }

    @Test
    void executorMayWaitForOneWhoAsksTheRun() throws InterruptedException {
        TestGraph graph = graph().node(
                        "first", takes(), gives("v"), in -> handle.join().isDone())
                .node("left", takes("v"), gives("vl"), in -> 1)
                .node("right", takes("v"), gives("vr"), in -> 1)
                .outputs("vl", "vr");
        AsyncRunner runner = Way.on(task -> {
            if (handle.isDone()) {
                askOnAnotherThread();
            }
            pool.execute(task);
        });

        handle.complete(runner.start(graph.prepared()));

        assertThat(handle.join().await().stopReason()).hasValue("asked");
    }

    @Way.EveryStart
    void whoeverWaitsForTheEndMayWaitForOneWhoAsksTheRun(Way way) {
        Gate gate = new Gate();
        TestGraph graph = graph().node("only", takes(), gives("v"), in -> {
                    gate.pass();
                    return 1;
                })
                .outputs("v");
        handle.complete(way.start(graph));
        CompletableFuture<Boolean> asked =
                handle.join().thenApply(result -> askOnAnotherThread()).toCompletableFuture();

        gate.open();

        assertThat(asked.join()).isTrue();
    }

    @Test
    void stageThatIsCancelledMayWaitForOneWhoAsksItsRun() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        CompletableFuture<Thread> other = new CompletableFuture<>();
        TestGraph graph = graph().async(
                        "asks",
                        takes(),
                        gives("v"),
                        in -> Stages.doing(stage, "toCompletableFuture", () -> {
                            // Needs the lock of the run: what this stage gives is taken in on another thread.
                            CompletableFuture.runAsync(() -> stage.complete(1), pool)
                                    .join();
                            other.complete(Thread.currentThread());
                        }))
                .node("never", takes("v"), gives("w"), in -> 1)
                .outputs("w");
        var run = Caller.calling(() -> AsyncRunner.create().run(graph.prepared()));

        run.awaitWaiting().interrupt();

        assertThat(run.result().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(other).isCompletedWithValue(run.thread());
    }

    /** Stops the run on another thread, waits for that, and says whether the run is over. */
    private boolean askOnAnotherThread() {
        return CompletableFuture.supplyAsync(
                        () -> {
                            handle.join().stop("asked");
                            return handle.join().isDone();
                        },
                        pool)
                .join();
    }
}
