package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EndsInTime
class AttemptTest {
    private static final long MINUTE = 60_000_000_000L;

    private final ManualTimer timer = new ManualTimer();
    private final AttemptTimeouts timeouts = new AttemptTimeouts(timer, Runnable::run);

    @AfterEach
    void leaveNoInterruptToTheNextTest() {
        Thread.interrupted();
    }

    @Test
    void attemptThatEndsInTimeIsLeftAlone() {
        Attempt attempt = timeouts.begin("fetch", MINUTE);

        assertThat(attempt.end(null)).isNull();
        assertThat(timer.waiting()).isZero();
        timer.ring(0);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void attemptThatFailsInTimeFailsWithWhatItThrew() {
        Exception error = new IllegalStateException();

        assertThat(timeouts.begin("fetch", MINUTE).end(error)).isSameAs(error);
    }

    @Test
    void attemptIsInterruptedWhenItsTimeIsOver() {
        Attempt attempt = timeouts.begin("fetch", MINUTE);
        timer.ring(0);
        assertThat(Thread.interrupted()).isTrue();
        InterruptedException thrown = new InterruptedException();

        Throwable failure = attempt.end(thrown);

        assertThat(failure)
                .isExactlyInstanceOf(TimeoutException.class)
                .hasMessage("Node 'fetch' took longer than PT1M")
                .hasNoCause()
                .hasSuppressedException(thrown);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void attemptThatIgnoresTheInterruptFailsAndLeavesNoneBehind() {
        Attempt attempt = timeouts.begin("fetch", MINUTE);
        timer.ring(0);

        assertThat(attempt.end(null)).isInstanceOf(TimeoutException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void errorIsNotHiddenByTheTimeout() {
        Attempt attempt = timeouts.begin("fetch", MINUTE);
        timer.ring(0);
        Error error = new AssertionError();

        assertThat(attempt.end(error)).isSameAs(error);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void interruptThatWasThereBeforeStays() {
        Attempt attempt = timeouts.begin("fetch", MINUTE);
        Thread.currentThread().interrupt();
        timer.ring(0);

        assertThat(attempt.end(null)).isInstanceOf(TimeoutException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void interruptOfSomebodyElseIsNoTimeout() {
        Attempt attempt = timeouts.begin("fetch", MINUTE);
        Thread.currentThread().interrupt();
        InterruptedException thrown = new InterruptedException();

        assertThat(attempt.end(thrown)).isSameAs(thrown);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void interruptOfTheOuterAttemptIsLeftToIt() {
        Attempt outer = timeouts.begin("outer", 2 * MINUTE);
        Attempt inner = timeouts.begin("inner", MINUTE);
        timer.ring(0);
        assertThat(Thread.interrupted()).isTrue();
        InterruptedException thrown = new InterruptedException();

        assertThat(inner.end(thrown)).isSameAs(thrown);
        assertThat(outer.end(thrown)).isInstanceOf(TimeoutException.class).hasMessageContaining("outer");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void outerAttemptIsInterruptedAgainWhereTheInnerOneTookTheInterrupt() {
        Attempt outer = timeouts.begin("outer", 2 * MINUTE);
        Attempt inner = timeouts.begin("inner", MINUTE);
        timer.ring(0);
        assertThat(Thread.interrupted()).isTrue();
        timer.ring(1);

        assertThat(inner.end(null)).isInstanceOf(TimeoutException.class).hasMessageContaining("inner");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(outer.end(null)).isInstanceOf(TimeoutException.class).hasMessageContaining("outer");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void timeoutOfTheInnerAttemptDoesNotReachTheOuterOne() {
        Attempt outer = timeouts.begin("outer", 2 * MINUTE);
        Attempt inner = timeouts.begin("inner", MINUTE);
        timer.ring(1);

        assertThat(inner.end(null)).isInstanceOf(TimeoutException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(outer.end(null)).isNull();
    }

    @Test
    void interruptOfTheInnerAttemptIsNotTakenForSomebodyElses() {
        Attempt outer = timeouts.begin("outer", 2 * MINUTE);
        Attempt inner = timeouts.begin("inner", MINUTE);
        timer.ring(1);
        timer.ring(0);

        inner.end(null);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(outer.end(null)).isInstanceOf(TimeoutException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void stageThatCompletesInTimeIsPassedOn() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        CompletionStage<?> limited = timeouts.begin("fetch", MINUTE).goOn(stage);

        assertThat(timer.nanos(1)).isLessThanOrEqualTo(MINUTE);
        stage.complete("page");

        assertThat(Outcome.of(limited)).isEqualTo(new Outcome("page", null));
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void stageThatFailsInTimeIsPassedOn() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        CompletionStage<?> limited = timeouts.begin("fetch", MINUTE).goOn(stage);
        Exception error = new IllegalStateException();

        stage.completeExceptionally(error);

        assertThat(Outcome.of(limited)).isEqualTo(new Outcome(null, error));
    }

    @Test
    void stageWhoseTimeIsOverIsCancelled() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        CompletionStage<?> limited = timeouts.begin("fetch", MINUTE).goOn(stage);

        timer.ring(1);

        assertThat(Outcome.of(limited).error())
                .isExactlyInstanceOf(TimeoutException.class)
                .hasMessage("Node 'fetch' took longer than PT1M");
        assertThat(stage).isCancelled();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void stageThatIsNoFutureTimesOutToo() {
        CompletionStage<?> stage = Stages.withoutFuture(new CompletableFuture<>());
        CompletionStage<?> limited = timeouts.begin("fetch", MINUTE).goOn(stage);

        timer.ring(1);

        assertThat(Outcome.of(limited).error()).isInstanceOf(TimeoutException.class);
    }

    @Test
    void stageThatCannotBeWatchedFailsTheAttempt() {
        Exception error = new IllegalStateException();
        CompletionStage<?> stage = Stages.throwing(new CompletableFuture<>(), "whenComplete", () -> error);

        CompletionStage<?> limited = timeouts.begin("fetch", MINUTE).goOn(stage);

        assertThat(Outcome.of(limited).error()).isSameAs(error);
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void stageThatComesTooLateIsCancelledAtOnce() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        Attempt attempt = timeouts.begin("fetch", MINUTE);
        timer.ring(0);

        CompletionStage<?> limited = attempt.goOn(stage);

        assertThat(Outcome.of(limited).error()).isInstanceOf(TimeoutException.class);
        assertThat(stage).isCancelled();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void whoCancelsThePassedOnStageCancelsTheNodesOwn() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        CompletionStage<?> limited = timeouts.begin("fetch", MINUTE).goOn(stage);

        limited.toCompletableFuture().cancel(true);

        assertThat(stage).isCancelled();
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void executorThatRefusesDoesNotKeepAStageFromTimingOut() {
        AttemptTimeouts refused = new AttemptTimeouts(timer, task -> {
            throw new RejectedExecutionException();
        });
        CompletionStage<?> limited = refused.begin("fetch", MINUTE).goOn(new CompletableFuture<>());

        timer.ring(1);

        assertThat(Outcome.of(limited).error()).isInstanceOf(TimeoutException.class);
    }

    @Test
    void blockedAttemptIsReleasedByTheSharedTimer() {
        Attempt attempt = AttemptTimeouts.shared().begin("fetch", 1_000_000);
        Throwable thrown = null;
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            thrown = interrupted;
        }

        assertThat(attempt.end(thrown)).isInstanceOf(TimeoutException.class).hasSuppressedException(thrown);
    }

    @Test
    void whatHangsOnAStageDoesNotRunOnTheTimersThread() throws InterruptedException {
        AtomicReference<String> thread = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        CompletionStage<?> limited =
                AttemptTimeouts.shared().begin("fetch", 20_000_000).goOn(new CompletableFuture<>());
        limited.whenComplete((value, error) -> {
            thread.set(Thread.currentThread().getName());
            done.countDown();
        });
        done.await();

        assertThat(thread.get()).doesNotContain("timer");
    }

    @Test
    void noInterruptOutlivesItsAttemptHoweverTheyMeet() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            Attempt attempt = AttemptTimeouts.shared().begin("spin", random.nextInt(100_000));
            long until = System.nanoTime() + random.nextInt(100_000);
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            Throwable failure = attempt.end(null);

            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            if (failure != null) {
                assertThat(failure).isInstanceOf(TimeoutException.class);
            }
        }
    }

    @Test
    void nestedAttemptsNeverLoseTheOuterInterrupt() {
        Random random = new Random(4);
        for (int i = 0; i < 5_000; i++) {
            Attempt outer = AttemptTimeouts.shared().begin("outer", random.nextInt(100_000));
            while (!Thread.currentThread().isInterrupted()) {
                Attempt inner = AttemptTimeouts.shared().begin("inner", random.nextInt(20_000));
                long until = System.nanoTime() + random.nextInt(20_000);
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                inner.end(null);
            }

            assertThat(outer.end(null)).isInstanceOf(TimeoutException.class);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private record Outcome(Object value, Throwable error) {

        static Outcome of(CompletionStage<?> stage) {
            AtomicReference<Outcome> outcome = new AtomicReference<>();
            stage.whenComplete((value, error) -> outcome.set(new Outcome(value, error)));
            return outcome.get();
        }
    }
}
