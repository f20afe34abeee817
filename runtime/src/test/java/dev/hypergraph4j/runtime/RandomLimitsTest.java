package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many nodes under random limiters, which run others on their thread or on other threads, are interrupted and cancelled. That the tests end shows that
 * nothing waits for ever.
 */
@EndsInTime
class RandomLimitsTest {
    private static final int THREADS = 8;
    private static final int STEPS = 400;

    private final List<ProcessLimiter> limiters = IntStream.range(0, 4)
            .mapToObj(i -> ProcessLimiter.of("RandomLimitsTest." + i, 1 + i % 2))
            .toList();
    private final Map<ProcessLimiter, AtomicInteger> active = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();

    RandomLimitsTest() {
        limiters.forEach(limiter -> active.put(limiter, new AtomicInteger()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void threadsNeitherExceedTheirLimitersNorBlockEachOther(int seed) throws InterruptedException {
        onManyThreads(seed, random -> {
            for (int i = 0; i < STEPS; i++) {
                nodeOnThisThread(random, 2);
            }
        });

        assertThat(faults).isEmpty();
        assertThat(done.get()).isGreaterThanOrEqualTo(THREADS * STEPS);
        allPermitsAreBack();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void interruptedThreadsLeaveNothingBehind(int seed) throws InterruptedException {
        onManyThreads(seed, random -> {
            for (int i = 0; i < STEPS; i++) {
                if (random.nextInt(4) == 0) {
                    Thread.currentThread().interrupt();
                }
                nodeOnThisThread(random, 2);
                Thread.interrupted();
            }
        });

        assertThat(faults).isEmpty();
        allPermitsAreBack();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void nodesThatWaitBlockNoThread(int seed) throws InterruptedException {
        // One thread would be blocked for ever by the first node that waited on it.
        ExecutorService one = Executors.newSingleThreadExecutor();
        Random random = new Random(seed);
        int nodes = THREADS * STEPS;
        CountDownLatch ended = new CountDownLatch(nodes);
        for (int i = 0; i < nodes; i++) {
            Limits limits = someOf(random);
            limits.ask(permits -> one.execute(() -> {
                work(limits);
                leave(limits);
                permits.release();
                ended.countDown();
            }));
        }
        ended.await();
        one.shutdown();

        assertThat(faults).isEmpty();
        allPermitsAreBack();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void cancelledAndGrantedAskersAreEitherOne(int seed) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        AtomicInteger granted = new AtomicInteger();
        AtomicInteger notCancelled = new AtomicInteger();
        onManyThreads(seed, random -> {
            for (int i = 0; i < STEPS; i++) {
                Limits limits = someOf(random);
                LimiterPermits permits = limits.ask(mine -> {
                    granted.incrementAndGet();
                    pool.execute(mine::release);
                });
                if (random.nextBoolean()) {
                    Thread.onSpinWait();
                }
                if (!permits.cancel()) {
                    notCancelled.incrementAndGet();
                }
            }
        });
        while (limiters.stream().anyMatch(limiter -> limiter.available() < limiter.permits())) {
            Thread.onSpinWait();
        }
        pool.shutdown();

        assertThat(granted.get()).isEqualTo(notCancelled.get());
    }

    private void nodeOnThisThread(Random random, int depth) {
        Limits limits = someOf(random);
        try {
            LimiterPermits permits = limits.take();
            try {
                permits.holdWhile(() -> body(limits, random, depth));
            } finally {
                permits.release();
            }
        } catch (InterruptedException interrupted) {
            done.incrementAndGet();
        } catch (Throwable fault) {
            faults.add(fault.toString());
        }
    }

    private void body(Limits limits, Random random, int depth) {
        work(limits);
        if (depth > 0 && random.nextBoolean()) {
            leave(limits); // While it waits it is not under way.
            LimiterPermits.givenBackWhile(
                    () -> random.nextBoolean() ? runHere(random, depth) : runElsewhere(random, depth));
            work(limits);
        }
        leave(limits);
        done.incrementAndGet();
    }

    private String runHere(Random random, int depth) {
        nodeOnThisThread(random, depth - 1);
        return "ran";
    }

    private String runElsewhere(Random random, int depth) {
        Random other = new Random(random.nextLong());
        Thread thread = new Thread(() -> nodeOnThisThread(other, depth - 1));
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return "ran";
    }

    private void work(Limits limits) {
        for (ProcessLimiter limiter : of(limits)) {
            int now = active.get(limiter).incrementAndGet();
            if (now > limiter.permits()) {
                faults.add(limiter + " had " + now);
            }
        }
        for (int i = 0; i < 50; i++) {
            Thread.onSpinWait();
        }
    }

    private void leave(Limits limits) {
        of(limits).forEach(limiter -> active.get(limiter).decrementAndGet());
    }

    private List<ProcessLimiter> of(Limits limits) {
        return limiters.stream()
                .filter(limiter -> limits.and(List.of(limiter)) == limits)
                .toList();
    }

    private Limits someOf(Random random) {
        Limits limits = Limits.NONE;
        while (limits.isEmpty()) {
            List<ProcessLimiter> some = new ArrayList<>(limiters);
            some.removeIf(limiter -> random.nextInt(3) > 0);
            Collections.shuffle(some, random);
            limits = limits.and(some);
        }
        return limits;
    }

    private void allPermitsAreBack() {
        assertThat(limiters)
                .allSatisfy(limiter -> assertThat(limiter.available()).isEqualTo(limiter.permits()));
    }

    private static void onManyThreads(int seed, Consumer<Random> body) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(31L * seed + i);
            threads.add(new Thread(() -> body.accept(random)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
