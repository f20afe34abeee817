package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Executors that refuse the tasks of a run, at once or in the middle of it: the run ends with what they said. */
@EndsInTime
class RejectionTest {
    private final ExecutorService pool = Executors.newCachedThreadPool(Way::daemon);
    private final AtomicInteger began = new AtomicInteger();

    @AfterEach
    void shutDown() {
        pool.shutdownNow();
    }

    @Test
    void runThatIsRefusedItsFirstThreadEndsWithTheRefusal() {
        RunHandle<?> handle = Way.on(refusing(0, new RejectedExecutionException("full")))
                .start(OutputsTest.chain(3).prepared("v0", 0));

        assertThat(handle.isDone()).isTrue();
        assertThatThrownBy(handle::await)
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("full");
    }

    @Test
    void chainOnItsCallersThreadNeedsNoExecutor() {
        assertThat(Way.on(refusing(0, new RejectedExecutionException("full")))
                        .run(OutputsTest.chain(3).prepared("v0", 0))
                        .outputs())
                .containsExactly(entry("v3", 3));
    }

    @Test
    void nodesThatRunEndAndNoOtherStarts() {
        TestGraph graph = counting(graph(), takes(), "a", "b", "c").outputs("va");

        assertThatThrownBy(() -> Way.on(refusing(0, new RejectedExecutionException("full")))
                        .run(graph.prepared()))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("full");
        assertThat(began).hasValue(1);
    }

    @Test
    void refusalInTheMiddleOfAStartedRunEndsIt() {
        TestGraph graph = counting(graph().node("first", takes(), gives("v"), in -> 1), takes("v"), "a", "b", "c")
                .outputs("va");

        RunHandle<?> handle =
                Way.on(refusing(1, new RejectedExecutionException("full"))).start(graph.prepared());

        assertThatThrownBy(handle::await)
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("full");
        assertThat(began).hasValue(1);
    }

    @Test
    void refusalOnTheThreadThatCompletesAStageEndsTheRun() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        TestGraph graph = graph().async("wait", takes(), gives("v"), in -> stage)
                .node("never", takes("v"), gives("w"), in -> began.incrementAndGet())
                .outputs("w");
        CountDownLatch firstIsDone = new CountDownLatch(1);
        AtomicInteger accepted = new AtomicInteger();
        RunHandle<?> handle = Way.on(task -> {
                    if (accepted.getAndIncrement() > 0) {
                        throw new RejectedExecutionException("full");
                    }
                    pool.execute(() -> {
                        task.run();
                        firstIsDone.countDown();
                    });
                })
                .start(graph.prepared());

        CompletableFuture<Boolean> completed = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        firstIsDone.await();
                    } catch (InterruptedException interrupted) {
                        throw new AssertionError(interrupted);
                    }
                    return stage.complete(1);
                },
                Stages.FOREIGN);

        assertThatThrownBy(handle::await)
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("full");
        assertThat(completed.join()).isTrue();
        assertThat(began).hasValue(0);
    }

    @Test
    void executorThatIsOutOfThreadsEndsTheRunLikeOneThatRefuses() {
        for (Throwable thrown :
                List.of(new OutOfMemoryError("unable to create native thread"), new IllegalStateException("broken"))) {
            TestGraph graph = counting(graph(), takes(), "a", "b").outputs("va");

            assertThatThrownBy(() -> Way.on(refusing(0, thrown)).run(graph.prepared()))
                    .isSameAs(thrown);
            RunHandle<?> handle = Way.on(refusing(0, thrown)).start(graph.prepared());
            assertThatThrownBy(handle::await).isSameAs(thrown);
        }
    }

    @Test
    void refusalTellsOfNodesThatFailedBesides() {
        TestGraph graph = graph().node("bad", takes(), gives("va"), in -> {
                    throw new IOException("gone");
                })
                .node("b", takes(), gives("vb"), in -> 1)
                .outputs("vb");

        assertThatThrownBy(() -> Way.on(refusing(0, new RejectedExecutionException("full")))
                        .run(graph.prepared()))
                .isInstanceOf(RejectedExecutionException.class)
                .satisfies(refusal -> assertThat(refusal.getSuppressed())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                NodeExecutionException.class,
                                failure -> assertThat(failure.nodePath()).isEqualTo("bad")));
    }

    /** The second worker is refused only once the first one has run all that was there for both. */
    @Test
    void runThatCompletesAllTheSameIsNotSpoilt() throws InterruptedException {
        CountDownLatch othersRan = new CountDownLatch(2);
        TestGraph graph = graph().node("a", takes(), gives("va"), in -> 1)
                .node("b", takes(), gives("vb"), in -> ran(othersRan))
                .node("c", takes(), gives("vc"), in -> ran(othersRan))
                .outputs("va", "vb", "vc");
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch workerIsDone = new CountDownLatch(1);

        RunResult<?> result = Way.on(task -> {
                    if (asked.getAndIncrement() == 0) {
                        pool.execute(() -> {
                            task.run();
                            workerIsDone.countDown();
                        });
                    } else {
                        await(workerIsDone);
                        throw new RejectedExecutionException("full");
                    }
                })
                .run(graph.prepared());

        othersRan.await();
        assertThat(asked).hasValue(2);
        assertThat(result.isCompleted()).isTrue();
    }

    /** Runs so many tasks, and throws {@code refusal} for the others. */
    private Executor refusing(int accepted, Throwable refusal) {
        AtomicInteger asked = new AtomicInteger();
        return task -> {
            if (asked.getAndIncrement() >= accepted) {
                throw Started.unchecked(refusal);
            }
            pool.execute(task);
        };
    }

    private TestGraph.Builder counting(TestGraph.Builder builder, Takes takes, String... nodes) {
        for (String node : nodes) {
            builder.node(node, takes, gives("v" + node), in -> began.incrementAndGet());
        }
        return builder;
    }

    private static int ran(CountDownLatch latch) {
        latch.countDown();
        return 1;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
