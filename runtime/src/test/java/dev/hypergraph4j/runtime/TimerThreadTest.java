package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@EndsInTime
class TimerThreadTest {
    private final Timer timer = new TimerThread("test-timer-");

    @Test
    void taskRunsOnADaemonThreadOfTheTimers() throws InterruptedException {
        AtomicReference<Thread> thread = new AtomicReference<>();
        CountDownLatch ran = new CountDownLatch(1);
        timer.after(0, () -> {
            thread.set(Thread.currentThread());
            ran.countDown();
        });
        ran.await();

        assertThat(thread.get().getName()).isEqualTo("test-timer-1");
        assertThat(thread.get().isDaemon()).isTrue();
    }

    @Test
    void endlessDelayDoesNotOvertakeAShortOne() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        AtomicReference<String> ranTooSoon = new AtomicReference<>();
        timer.after(Long.MAX_VALUE, () -> ranTooSoon.set("endless"));
        timer.after(1_000_000, ran::countDown);
        ran.await();

        assertThat(ranTooSoon.get()).isNull();
    }

    @Test
    void cancelledTaskDoesNotRun() throws InterruptedException {
        AtomicReference<String> ran = new AtomicReference<>();
        CountDownLatch next = new CountDownLatch(1);
        timer.after(300_000_000, () -> ran.set("cancelled")).cancel();
        timer.after(301_000_000, next::countDown);
        next.await();

        assertThat(ran.get()).isNull();
    }
}
