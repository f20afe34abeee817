package dev.hypergraph4j.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SingleFlightTest {
    private static final CacheKey KEY = new CacheKey("a");
    private static final NodeOutputs OUTPUTS = new NodeOutputs(List.of(1));

    private final MemoryCache cache = MemoryCache.ofAtMost(100);
    private final SingleFlight flights = SingleFlight.over(cache);

    @Test
    void firstLeadsAndTheOthersGetWhatItGives() {
        Noted second = new Noted();
        Noted third = new Noted();
        Flight.Lead lead = (Flight.Lead) flights.join(KEY, new Noted());
        assertThat(flights.join(KEY, second)).isInstanceOf(Flight.Waiting.class);
        assertThat(SingleFlight.over(cache).join(KEY, third)).isInstanceOf(Flight.Waiting.class);

        lead.completed(OUTPUTS);

        assertThat(second.found).containsExactly(OUTPUTS);
        assertThat(third.found).containsExactly(OUTPUTS);
        assertThat(flights.join(KEY, new Noted())).isEqualTo(new Flight.Found(OUTPUTS));
    }

    @Test
    void otherKeysDoNotWait() {
        flights.join(KEY, new Noted());

        assertThat(flights.join(new CacheKey("b"), new Noted())).isInstanceOf(Flight.Lead.class);
    }

    @Test
    void whereTheFirstFailsTheNextTakesOverAndTheOthersGoOnWaiting() {
        Noted second = new Noted();
        Noted third = new Noted();
        Flight.Lead lead = (Flight.Lead) flights.join(KEY, new Noted());
        flights.join(KEY, second);
        flights.join(KEY, third);

        lead.failed();
        assertThat(second.leads).hasSize(1);
        assertThat(third.leads).isEmpty();
        second.leads.remove().completed(OUTPUTS);

        assertThat(third.found).containsExactly(OUTPUTS);
        assertThat(second.found).isEmpty();
    }

    @Test
    void whereAllFailTheNextToComeLeads() {
        Noted second = new Noted();
        Flight.Lead lead = (Flight.Lead) flights.join(KEY, new Noted());
        flights.join(KEY, second);
        lead.failed();
        second.leads.remove().failed();

        assertThat(flights.join(KEY, new Noted())).isInstanceOf(Flight.Lead.class);
    }

    @Test
    void whatALeadSaysFirstCounts() {
        Noted second = new Noted();
        Flight.Lead lead = (Flight.Lead) flights.join(KEY, new Noted());
        flights.join(KEY, second);
        lead.failed();
        lead.completed(OUTPUTS);
        lead.failed();

        assertThat(cache.size()).isZero();
        assertThat(second.leads).hasSize(1);
        assertThat(second.found).isEmpty();
    }

    @Test
    void whoLeavesIsNotCalled() {
        Noted second = new Noted();
        Flight.Lead lead = (Flight.Lead) flights.join(KEY, new Noted());
        Flight.Waiting waiting = (Flight.Waiting) flights.join(KEY, second);

        assertThat(waiting.leave()).isTrue();
        assertThat(waiting.leave()).isFalse();
        lead.failed();
        assertThat(second.leads).isEmpty();
        assertThat(flights.join(KEY, new Noted())).isInstanceOf(Flight.Lead.class);
    }

    @Test
    void whoWasCalledCannotLeave() {
        Flight.Lead lead = (Flight.Lead) flights.join(KEY, new Noted());
        Flight.Waiting waiting = (Flight.Waiting) flights.join(KEY, new Noted());
        lead.completed(OUTPUTS);

        assertThat(waiting.leave()).isFalse();
    }

    @Test
    void outputsThatLandedBetweenTheLookAndTheLeadAreFound() {
        Scripted scripted = new Scripted(List.of(Optional::empty, () -> Optional.of(OUTPUTS)));

        assertThat(SingleFlight.over(scripted).join(KEY, new Noted())).isEqualTo(new Flight.Found(OUTPUTS));
    }

    @Test
    void cacheThatBreaksAtTheSecondLookLeavesNobodyWaiting() {
        Scripted scripted = new Scripted(List.of(
                Optional::empty,
                () -> {
                    throw new IllegalStateException("no connection");
                },
                Optional::empty,
                Optional::empty));
        SingleFlight overScripted = SingleFlight.over(scripted);

        assertThatThrownBy(() -> overScripted.join(KEY, new Noted())).hasMessage("no connection");
        assertThat(overScripted.join(KEY, new Noted())).isInstanceOf(Flight.Lead.class);
    }

    @Test
    void cacheThatRefusesOutputsDoesNotKeepThemFromThoseWhoWait() {
        Scripted scripted = new Scripted(List.of(Optional::empty, Optional::empty, Optional::empty)) {
            @Override
            public void put(CacheKey key, NodeOutputs outputs) {
                throw new IllegalStateException("full");
            }
        };
        Noted second = new Noted();
        Flight.Lead lead = (Flight.Lead) SingleFlight.over(scripted).join(KEY, new Noted());
        SingleFlight.over(scripted).join(KEY, second);

        assertThatThrownBy(() -> lead.completed(OUTPUTS)).hasMessage("full");
        assertThat(second.found).containsExactly(OUTPUTS);
    }

    @Test
    void threadCanWait() throws InterruptedException {
        Flight.Lead lead = (Flight.Lead) flights.await(KEY);
        Queue<Flight> flight = new ConcurrentLinkedQueue<>();
        Thread waiting = new Thread(() -> flight.add(awaited(flights, KEY)));
        waiting.start();
        lead.completed(OUTPUTS);
        waiting.join();

        assertThat(flight).containsExactly(new Flight.Found(OUTPUTS));
    }

    @Test
    void interruptedThreadWaitsNoMore() throws InterruptedException {
        Flight.Lead lead = (Flight.Lead) flights.await(KEY);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> flights.await(KEY)).isInstanceOf(InterruptedException.class);
        lead.failed();

        assertThat(flights.await(KEY)).isInstanceOf(Flight.Lead.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void keysAreComputedOnceHoweverManyThreadsWantThem(int seed) throws InterruptedException {
        Map<CacheKey, AtomicInteger> computed = new ConcurrentHashMap<>();
        onManyThreads(seed, random -> {
            for (int i = 0; i < 500; i++) {
                CacheKey key = new CacheKey("key" + random.nextInt(50));
                Flight flight = awaited(SingleFlight.over(cache), key);
                if (flight instanceof Flight.Lead lead) {
                    if (random.nextInt(3) == 0) {
                        lead.failed();
                    } else {
                        computed.computeIfAbsent(key, absent -> new AtomicInteger())
                                .incrementAndGet();
                        lead.completed(new NodeOutputs(List.of(key)));
                    }
                } else {
                    assertThat(((Flight.Found) flight).outputs().values()).containsExactly(key);
                }
            }
        });

        assertThat(computed).hasSizeGreaterThan(40);
        assertThat(computed.values()).allSatisfy(count -> assertThat(count).hasValue(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void interruptsLoseNoLead(int seed) throws InterruptedException {
        onManyThreads(seed, random -> {
            for (int i = 0; i < 1_000; i++) {
                CacheKey key = new CacheKey("key" + random.nextInt(3));
                if (random.nextInt(3) == 0) {
                    Thread.currentThread().interrupt();
                }
                Flight flight = awaited(flights, key);
                Thread.interrupted();
                if (flight instanceof Flight.Lead lead) {
                    lead.failed();
                }
            }
        });

        for (int i = 0; i < 3; i++) {
            assertThat(flights.await(new CacheKey("key" + i))).isInstanceOf(Flight.Lead.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whoWaitsBlocksNoThread(int seed) throws InterruptedException {
        ExecutorService one = Executors.newSingleThreadExecutor();
        Random random = new Random(seed);
        int wanted = 5_000;
        CountDownLatch answered = new CountDownLatch(wanted);
        Map<CacheKey, AtomicInteger> computed = new ConcurrentHashMap<>();
        for (int i = 0; i < wanted; i++) {
            CacheKey key = new CacheKey("key" + random.nextInt(50));
            Consumer<Flight.Lead> compute = lead -> {
                computed.computeIfAbsent(key, absent -> new AtomicInteger()).incrementAndGet();
                lead.completed(new NodeOutputs(List.of(key)));
                answered.countDown();
            };
            Flight flight = flights.join(key, new Flight.Follower() {
                @Override
                public void found(NodeOutputs outputs) {
                    answered.countDown();
                }

                @Override
                public void takeOver(Flight.Lead lead) {
                    one.execute(() -> compute.accept(lead));
                }
            });
            if (flight instanceof Flight.Found) {
                answered.countDown();
            } else if (flight instanceof Flight.Lead lead) {
                if (random.nextInt(3) == 0) {
                    lead.failed();
                    answered.countDown();
                } else {
                    one.execute(() -> compute.accept(lead));
                }
            }
        }
        answered.await();
        one.shutdown();

        assertThat(computed.values()).allSatisfy(count -> assertThat(count).hasValue(1));
    }

    /** {@code null} if the thread was interrupted. */
    private static Flight awaited(SingleFlight flights, CacheKey key) {
        try {
            return flights.await(key);
        } catch (InterruptedException interrupted) {
            return null;
        }
    }

    private static void onManyThreads(int seed, Consumer<Random> body) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        Map<Thread, Throwable> faults = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            Random random = new Random(31L * seed + i);
            Thread thread = new Thread(() -> body.accept(random));
            thread.setUncaughtExceptionHandler((broken, fault) -> {
                synchronized (faults) {
                    faults.put(broken, fault);
                }
            });
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(faults).isEmpty();
    }

    /** A follower that notes what it is told. */
    private static final class Noted implements Flight.Follower {
        private final Queue<NodeOutputs> found = new ConcurrentLinkedQueue<>();
        private final Queue<Flight.Lead> leads = new ConcurrentLinkedQueue<>();

        @Override
        public void found(NodeOutputs outputs) {
            found.add(outputs);
        }

        @Override
        public void takeOver(Flight.Lead lead) {
            leads.add(lead);
        }
    }

    /** A cache that answers one look after the other as it is told. */
    private static class Scripted implements Cache {
        private final Queue<Supplier<Optional<NodeOutputs>>> answers;

        Scripted(List<Supplier<Optional<NodeOutputs>>> answers) {
            this.answers = new ConcurrentLinkedQueue<>(answers);
        }

        @Override
        public Optional<NodeOutputs> lookup(CacheKey key) {
            return answers.remove().get();
        }

        @Override
        public void put(CacheKey key, NodeOutputs outputs) {
            throw new AssertionError("nothing is to be put");
        }
    }
}
