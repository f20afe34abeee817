package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EndsInTime
class ThreadsTest {
    private static final int BOUND = 3;

    private final ThreadPoolExecutor pool = Threads.boundedPool(BOUND);
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    @AfterEach
    void shutDown() {
        pool.shutdownNow();
    }

    @Test
    void idleThreadIsUsedAgain() {
        for (int task = 0; task < 50; task++) {
            threadThatRunsATask();
            threads.forEach(idle -> Caller.await(idle, Thread.State.TIMED_WAITING));
        }

        assertThat(threads).hasSize(1);
        assertThat(pool.getPoolSize()).isEqualTo(1);
    }

    @Test
    void taskGetsAThreadWhereNoneIsIdle() throws InterruptedException {
        CountDownLatch allRun = new CountDownLatch(BOUND);
        for (int task = 0; task < BOUND; task++) {
            pool.execute(() -> {
                allRun.countDown();
                await(allRun);
            });
        }

        allRun.await();
        assertThat(pool.getPoolSize()).isEqualTo(BOUND);
    }

    @Test
    void tasksWaitAtTheBoundAndNoneIsLost() throws InterruptedException {
        CountDownLatch boundReached = new CountDownLatch(BOUND);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(20);
        for (int task = 0; task < 20; task++) {
            pool.execute(() -> {
                threads.add(Thread.currentThread());
                boundReached.countDown();
                await(release);
                done.countDown();
            });
        }

        boundReached.await();
        assertThat(pool.getPoolSize()).isEqualTo(BOUND);
        assertThat(pool.getQueue()).hasSize(20 - BOUND);
        release.countDown();
        done.await();
        assertThat(threads).hasSize(BOUND);
        assertThat(pool.getLargestPoolSize()).isEqualTo(BOUND);
    }

    @Test
    void threadsAreNamedAndKeepNoProgramAlive() {
        Thread thread = threadThatRunsATask();

        assertThat(thread.getName()).matches("hypergraph-\\d+");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void sharedThreadsAreVirtualWhereTheJvmHasThem() {
        CompletableFuture<Thread> thread = new CompletableFuture<>();

        Threads.shared().execute(() -> thread.complete(Thread.currentThread()));

        boolean hasVirtualThreads = Runtime.version().feature() >= 21;
        assertThat(thread.join().getClass().getSimpleName().equals("VirtualThread"))
                .isEqualTo(hasVirtualThreads);
        assertThat(thread.join().isDaemon()).isTrue();
        assertThat(Threads.shared()).isSameAs(Threads.shared());
    }

    private Thread threadThatRunsATask() {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        pool.execute(() -> thread.complete(Thread.currentThread()));
        threads.add(thread.join());
        return thread.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
