package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EndsInTime
class ProcessLimiterTest {
    private final ProcessLimiter a = ProcessLimiter.of("ProcessLimiterTest.a", 1);
    private final ProcessLimiter b = ProcessLimiter.of("ProcessLimiterTest.b", 2);
    private final Limits both = Limits.NONE.and(List.of(b, a));
    private final List<String> events = new ArrayList<>();

    @AfterEach
    void allPermitsAreBack() {
        assertThat(Thread.interrupted()).isFalse();
        assertThat(a.available()).isEqualTo(1);
        assertThat(b.available()).isEqualTo(2);
    }

    @Test
    void limiterIsKnownByItsName() {
        assertThat(ProcessLimiter.of("ProcessLimiterTest.a", 1)).isSameAs(a);
        assertThat(a.name()).isEqualTo("ProcessLimiterTest.a");
        assertThat(b.permits()).isEqualTo(2);
        assertThat(b).hasToString("ProcessLimiterTest.b (2)");
    }

    @Test
    void anotherNumberForAKnownNameIsRefused() {
        assertThatThrownBy(() -> ProcessLimiter.of("ProcessLimiterTest.b", 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The limiter 'ProcessLimiterTest.b' has 2 permits in this process, so it can't have 4: "
                        + "ask for as many everywhere, or use another name");
    }

    @Test
    void limiterThatAllowsNothingIsRefused() {
        assertThatThrownBy(() -> ProcessLimiter.of("ProcessLimiterTest.none", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("permits of the limiter 'ProcessLimiterTest.none' are at least 1, not 0");
        assertThat(ProcessLimiter.of("ProcessLimiterTest.none", 3).permits()).isEqualTo(3);
    }

    @Test
    void limiterOfSeveralScopesCountsOnce() throws InterruptedException {
        Limits limits = both.and(List.of(a)).and(List.of(b, b)).and(List.of());

        assertThat(limits).isSameAs(both);
        LimiterPermits permits = limits.take();
        assertThat(a.available()).isZero();
        assertThat(b.available()).isEqualTo(1);
        permits.release();
    }

    @Test
    void nothingToPassMeansNothingToWaitFor() throws InterruptedException {
        Thread.currentThread().interrupt();
        LimiterPermits permits = Limits.NONE.take();

        assertThat(Limits.NONE.isEmpty()).isTrue();
        assertThat(Thread.interrupted()).isTrue();
        permits.release();
    }

    @Test
    void whoAsksFirstIsServedFirst() throws InterruptedException {
        Limits limits = Limits.NONE.and(List.of(a));
        LimiterPermits first = limits.take();
        LimiterPermits second = limits.ask(granted -> events.add("second"));
        LimiterPermits third = limits.ask(granted -> events.add("third"));
        assertThat(events).isEmpty();

        first.release();
        assertThat(events).containsExactly("second");
        second.release();
        assertThat(events).containsExactly("second", "third");
        third.release();
    }

    @Test
    void callbackRunsAtOnceWherePermitsAreFree() {
        AtomicReference<LimiterPermits> granted = new AtomicReference<>();
        LimiterPermits permits = both.ask(granted::set);

        assertThat(granted.get()).isSameAs(permits);
        permits.release();
    }

    @Test
    void releasingTwiceGivesBackOnce() throws InterruptedException {
        LimiterPermits permits = both.take();
        permits.release();
        permits.release();

        assertThat(a.available()).isEqualTo(1);
    }

    @Test
    void whoCancelsGivesBackWhatItHas() throws InterruptedException {
        LimiterPermits two = Limits.NONE.and(List.of(b)).take();
        LimiterPermits more = Limits.NONE.and(List.of(b)).take();
        LimiterPermits waiting = both.ask(granted -> events.add("never"));
        assertThat(a.available()).isZero();

        assertThat(waiting.cancel()).isTrue();
        assertThat(waiting.cancel()).isTrue();
        assertThat(a.available()).isEqualTo(1);
        two.release();
        more.release();
        assertThat(events).isEmpty();
    }

    @Test
    void whoHasAllCannotCancel() throws InterruptedException {
        LimiterPermits permits = both.take();

        assertThat(permits.cancel()).isFalse();
        permits.release();
    }

    @Test
    void interruptEndsTheWait() throws InterruptedException {
        LimiterPermits permits = both.take();
        Thread.currentThread().interrupt();
        assertThatThrownBy(both::take).isInstanceOf(InterruptedException.class);

        CountDownLatch ended = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            try {
                both.take();
            } catch (InterruptedException interrupted) {
                ended.countDown();
            }
        });
        waiting.start();
        waiting.interrupt();
        ended.await();
        permits.release();
    }

    @Test
    void nodeThatWaitsForARunDoesWithoutItsPermits() throws Throwable {
        LimiterPermits outer = both.take();
        outer.holdWhile(() -> {
            String result = LimiterPermits.givenBackWhile(() -> {
                assertThat(a.available()).isEqualTo(1);
                assertThat(b.available()).isEqualTo(2);
                return LimiterPermits.givenBackWhile(() -> takeAndRelease(both));
            });
            assertThat(result).isEqualTo("taken");
            assertThat(a.available()).isZero();
        });
        assertThat(LimiterPermits.givenBackWhile(() -> "not at a node")).isEqualTo("not at a node");
        assertThat(a.available()).isZero();
        outer.release();
    }

    @Test
    void nodeTakesItsPermitsAgainAlthoughInterrupted() throws Throwable {
        LimiterPermits outer = both.take();
        CountDownLatch otherHas = new CountDownLatch(1);
        CountDownLatch outerWaits = new CountDownLatch(1);
        outer.holdWhile(() -> {
            LimiterPermits.givenBackWhile(() -> {
                LimiterPermits other = both.ask(granted -> {});
                new Thread(() -> {
                            otherHas.countDown();
                            awaitUninterrupted(outerWaits);
                            other.release();
                        })
                        .start();
                awaitUninterrupted(otherHas);
                Thread.currentThread().interrupt();
                outerWaits.countDown();
                return "done";
            });
            assertThat(Thread.interrupted()).isTrue();
            assertThat(a.available()).isZero();
        });
        outer.release();
    }

    @Test
    void innerPermitsAreThoseOfTheThreadOnlyWhileTheirNodeRuns() throws Throwable {
        LimiterPermits outer = both.take();
        outer.holdWhile(() -> {
            LimiterPermits none = Limits.NONE.take();
            none.holdWhile(() -> LimiterPermits.givenBackWhile(() -> {
                assertThat(a.available()).isZero();
                return "outer keeps its own";
            }));
            LimiterPermits.givenBackWhile(() -> {
                assertThat(a.available()).isEqualTo(1);
                return "now it is outer's turn";
            });
        });
        outer.release();
    }

    private static String takeAndRelease(Limits limits) {
        try {
            limits.take().release();
            return "taken";
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
