package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.RetryAfter;
import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.event.EventProcessor;
import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.NodeStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import dev.hypergraph4j.runtime.plan.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Nodes that are tried again where they fail. */
@EndsInTime
class RetryTest {
    private static final RetryPolicy AT_ONCE = policy(3, 0);
    private static final long AN_HOUR = 3_600_000_000_000L;

    private final AtomicInteger calls = new AtomicInteger();

    private static RetryPolicy policy(int attempts, long delay) {
        return new RetryPolicy(attempts, List.of(IOException.class), delay, 1, delay, 0, RetryPolicy.ANY_TIME);
    }

    /** Fails so many times, then gives how often it was called. */
    private TestGraph.Builder flaky(int failures, RetryPolicy policy) {
        return graph().node("call", takes(), gives("answer"), in -> {
                    if (calls.incrementAndGet() <= failures) {
                        throw new IOException("failure " + calls);
                    }
                    return calls.get();
                })
                .that(node -> node.retries(policy))
                .node("use", takes("answer"), gives("used"), in -> 10 * in.integer("answer"));
    }

    @Way.Every
    void nodeIsTriedAgainUntilItEndsWell(Way way) {
        RunResult<?> result = way.run(flaky(2, AT_ONCE).outputs("used"));

        assertThat(result.outputs()).hasToString("{used=30}");
        assertThat(result.log().steps()).extracting(NodeRecord::attempts).containsExactly(3, 1);
        assertThat(result.log().steps()).extracting(NodeRecord::status).containsOnly(NodeStatus.COMPLETED);
        assertThat(result.log().stats("call").retries()).isEqualTo(2);
        assertThat(result.log().stats("use").retries()).isZero();
        assertThat(result.log().errors()).isEmpty();
    }

    @Way.Every
    void lastAttemptIsWhatTheNodeFailsWith(Way way) {
        TestGraph graph = flaky(5, AT_ONCE).outputs("used");

        NodeExecutionException failed = catchThrowableOfType(NodeExecutionException.class, () -> way.run(graph));

        assertThat(failed.attempt()).isEqualTo(3);
        assertThat(failed.iteration()).isZero();
        assertThat(failed).hasCause(new IOException("failure 3"));
        assertThat(failed).hasMessageContaining("Node 'call' of 'g' threw, in attempt 3, IOException: failure 3");
        assertThat(calls).hasValue(3);
    }

    @Way.Every
    void whatIsNotWorthItIsNotTriedAgain(Way way) {
        TestGraph graph = graph().node("call", takes(), gives("answer"), in -> {
                    calls.incrementAndGet();
                    throw new IllegalStateException("no");
                })
                .that(node -> node.retries(AT_ONCE))
                .outputs("answer");

        assertThat(way.run(graph, ErrorHandling.CONTINUE).status()).isEqualTo(RunStatus.FAILED);
        assertThat(calls).hasValue(1);
    }

    @Way.Every
    void nodeFailsAtOnceWhereTheJvmIsBroken(Way way) {
        RetryPolicy all = new RetryPolicy(3, List.of(Throwable.class), 0, 1, 0, 0, RetryPolicy.ANY_TIME);
        TestGraph graph = graph().node("call", takes(), gives("answer"), in -> {
                    calls.incrementAndGet();
                    throw new OutOfMemoryError("not really");
                })
                .that(node -> node.retries(all))
                .outputs("answer");

        assertThat(way.run(graph, ErrorHandling.CONTINUE).status()).isEqualTo(RunStatus.FAILED);
        assertThat(calls).hasValue(1);
    }

    @Way.EveryAsync
    void asynchronousNodeIsTriedAgainWhenItsStageFails(Way way) {
        TestGraph graph = graph().async("call", takes(), gives("answer"), in -> {
                    int call = calls.incrementAndGet();
                    return Stages.later(() -> call)
                            .thenCompose(given -> call < 3
                                    ? CompletableFuture.failedFuture(new IOException("failure " + call))
                                    : CompletableFuture.completedFuture(given));
                })
                .that(node -> node.retries(AT_ONCE))
                .outputs("answer");

        RunResult<?> result = way.run(graph);

        assertThat(result.outputs()).hasToString("{answer=3}");
        assertThat(result.log().steps()).extracting(NodeRecord::attempts).containsExactly(3);
    }

    @Way.Every
    void retriesAreToldBetweenStartAndEnd(Way way) {
        List<String> told = new CopyOnWriteArrayList<>();
        EventProcessor processor = event -> {
            if (event instanceof Event.NodeStarted && event.path().equals("call")) {
                told.add("started");
            } else if (event instanceof Event.NodeRetried retried) {
                told.add("retried " + retried.attempt() + " after " + retried.delay() + ": "
                        + retried.error().getMessage());
            } else if (event instanceof Event.NodeEnded ended && event.path().equals("call")) {
                told.add("ended " + ended.attempt());
            }
        };
        TestGraph graph = flaky(2, AT_ONCE).outputs("used");

        way.run(graph.prepare(graph.given(), RunOptions.defaults().processor(processor)));

        assertThat(told)
                .containsExactly(
                        "started", "retried 1 after PT0S: failure 1", "retried 2 after PT0S: failure 2", "ended 3");
    }

    @Test
    void sequentialRunWaitsForItsBackOff() throws InterruptedException {
        ManualTimer timer = new ManualTimer();
        SyncRunner runner = SyncRunner.builder().timer(timer).build();
        TestGraph graph = flaky(1, policy(2, 5_000)).outputs("used");

        Caller<RunResult<?>> caller = Caller.calling(() -> runner.run(graph.prepared()));
        caller.awaitWaiting();
        assertThat(calls).hasValue(1);
        assertThat(timer.nanos(0)).isEqualTo(5_000);
        timer.ring(0);

        assertThat(caller.result().outputs()).hasToString("{used=20}");
    }

    @Test
    void serverSaysHowLongToWait() throws InterruptedException {
        ManualTimer timer = new ManualTimer();
        SyncRunner runner = SyncRunner.builder().timer(timer).build();
        TestGraph graph = graph().node("call", takes(), gives("answer"), in -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new RetryAfter(Duration.ofSeconds(7));
                    }
                    return 1;
                })
                .that(node -> node.retries(AT_ONCE))
                .outputs("answer");

        RunHandle<?> run = runner.start(graph.prepared());
        timer.awaitWaiting(1);
        assertThat(timer.nanos(0)).isEqualTo(7_000_000_000L);
        timer.ring(0);

        assertThat(run.await().isCompleted()).isTrue();
        assertThat(calls).hasValue(2);
    }

    @Test
    void backOffTakesNoPlaceAmongTheConcurrentNodes() throws InterruptedException {
        ManualTimer timer = new ManualTimer();
        AsyncRunner runner =
                AsyncRunner.builder().maxConcurrency(1).timer(timer).build();
        CompletableFuture<Void> other = new CompletableFuture<>();
        TestGraph graph = flaky(1, policy(2, 5_000))
                .node("other", takes(), gives("o"), in -> {
                    other.complete(null);
                    return 1;
                })
                .outputs("used", "o");

        RunHandle<?> run = runner.start(graph.prepared());
        timer.awaitWaiting(1);
        other.join();
        timer.ring(0);

        assertThat(run.await().isCompleted()).isTrue();
        assertThat(calls).hasValue(2);
    }

    @Way.EveryStart
    void stopEndsABackOffAtOnce(Way way) throws InterruptedException {
        TestGraph graph = flaky(9, policy(9, AN_HOUR)).outputs("used");
        CompletableFuture<Void> retried = new CompletableFuture<>();
        EventProcessor processor = event -> {
            if (event instanceof Event.NodeRetried) {
                retried.complete(null);
            }
        };

        RunHandle<?> run = way.runner()
                .start(graph.prepare(graph.given(), RunOptions.defaults().processor(processor)));
        retried.join();
        run.stop("enough");
        RunResult<?> result = run.await();

        assertThat(result.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(result.error()).get().extracting(Throwable::getCause).hasToString("java.io.IOException: failure 1");
        assertThat(calls).hasValue(1);
    }

    @Way.EveryUnlimited
    void failureElsewhereEndsABackOffUnderRaise(Way way) {
        CompletableFuture<Void> retried = new CompletableFuture<>();
        EventProcessor processor = event -> {
            if (event instanceof Event.NodeRetried) {
                retried.complete(null);
            }
        };
        TestGraph graph = flaky(9, policy(9, AN_HOUR))
                .node("other", takes(), gives("o"), in -> {
                    retried.join();
                    throw new IllegalStateException("other");
                })
                .outputs("used", "o");
        RunOptions options = RunOptions.defaults().processor(processor);

        NodeExecutionException failed = catchThrowableOfType(
                NodeExecutionException.class, () -> way.run(graph.prepare(graph.given(), options)));

        assertThat(failed.nodePath()).isEqualTo("call");
        assertThat(failed.getSuppressed()).hasSize(1);
    }

    @Test
    void interruptEndsTheBackOffOfACalledRun() {
        TestGraph graph = flaky(9, policy(9, AN_HOUR)).outputs("used");
        Caller<RunResult<?>> caller = Caller.calling(() -> SyncRunner.create().run(graph.prepared()));

        caller.awaitWaiting();
        caller.interrupt();

        assertThat(caller.result().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(caller.wasInterrupted()).isTrue();
    }

    @Way.Every
    void attemptThatTakesTooLongIsTriedAgain(Way way) {
        Gate never = new Gate();
        TestGraph graph = graph().node("call", takes(), gives("answer"), in -> {
                    if (calls.incrementAndGet() == 1) {
                        never.pass();
                    }
                    return calls.get();
                })
                // On a machine that is busy, attempts that do not wait may take too long as well.
                .that(node -> node.timeout(1_000_000)
                        .retries(new RetryPolicy(
                                10_000, List.of(TimeoutException.class), 0, 1, 0, 0, RetryPolicy.ANY_TIME)))
                .outputs("answer");

        assertThat(way.run(graph).isCompleted()).isTrue();
        assertThat(calls).hasValueGreaterThanOrEqualTo(2);
    }

    @Way.EveryAsync
    void stageThatTakesTooLongIsCancelled(Way way) {
        CompletableFuture<Object> never = new CompletableFuture<>();
        TestGraph graph = graph().async("call", takes(), gives("answer"), in -> never)
                .that(node -> node.timeout(1_000_000))
                .outputs("answer");

        RunResult<?> result = way.run(graph, ErrorHandling.CONTINUE);

        assertThat(result.error()).get().extracting(Throwable::getCause).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(never::join).isInstanceOf(CancellationException.class);
    }
}
