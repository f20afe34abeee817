package dev.hypergraph4j.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryCacheTest {
    private final MemoryCache cache = MemoryCache.ofAtMost(2);

    @Test
    void whatWasPutIsFound() {
        NodeOutputs outputs = new NodeOutputs(Arrays.asList("a", null));
        cache.put(key(1), outputs);

        assertThat(cache.lookup(key(1))).containsSame(outputs);
        assertThat(cache.lookup(key(2))).isEmpty();
        assertThat(outputs.values()).containsExactly("a", null);
    }

    @Test
    void leastRecentlyUsedGoesFirst() {
        cache.put(key(1), outputs(1));
        cache.put(key(2), outputs(2));
        assertThat(cache.lookup(key(1))).isPresent();
        cache.put(key(3), outputs(3));

        assertThat(cache.size()).isEqualTo(2);
        assertThat(cache.lookup(key(2))).isEmpty();
        assertThat(cache.lookup(key(1))).isPresent();
        assertThat(cache.lookup(key(3))).isPresent();
    }

    @Test
    void puttingAgainReplaces() {
        cache.put(key(1), outputs(1));
        cache.put(key(1), outputs(2));

        assertThat(cache.size()).isEqualTo(1);
        assertThat(cache.lookup(key(1))).contains(outputs(2));
    }

    @Test
    void clearedCacheIsEmpty() {
        cache.put(key(1), outputs(1));
        cache.clear();

        assertThat(cache.size()).isZero();
        assertThat(cache.lookup(key(1))).isEmpty();
    }

    @Test
    void cacheForNothingIsRefused() {
        assertThatThrownBy(() -> MemoryCache.ofAtMost(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxEntries is at least 1, not 0");
    }

    @Test
    void outputsDoNotChangeWithTheListTheyWereMadeOf() {
        List<Object> values = new ArrayList<>(List.of("a"));
        NodeOutputs outputs = new NodeOutputs(values);
        values.add("b");

        assertThat(outputs.values()).containsExactly("a");
        assertThatThrownBy(() -> outputs.values().add("b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void manyThreadsSeeOnlyWhatWasPutUnderTheirKeys() throws InterruptedException {
        MemoryCache shared = MemoryCache.ofAtMost(20);
        List<Throwable> faults = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Random random = new Random(i);
            Thread thread = new Thread(() -> putAndLookUp(shared, random));
            thread.setUncaughtExceptionHandler((broken, fault) -> {
                synchronized (faults) {
                    faults.add(fault);
                }
            });
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(faults).isEmpty();
        assertThat(shared.size()).isEqualTo(20);
    }

    @Test
    void cacheAgreesWithAnObviousOne() {
        Random random = new Random(5);
        MemoryCache ten = MemoryCache.ofAtMost(10);
        Map<Integer, NodeOutputs> expected = new LinkedHashMap<>(); // From the least to the most recently used.
        for (int i = 0; i < 10_000; i++) {
            int number = random.nextInt(20);
            NodeOutputs known = expected.remove(number);
            if (random.nextBoolean()) {
                known = outputs(i);
                ten.put(key(number), known);
            } else {
                assertThat(ten.lookup(key(number))).isEqualTo(Optional.ofNullable(known));
            }
            if (known != null) {
                expected.put(number, known);
            }
            if (expected.size() > 10) {
                expected.remove(expected.keySet().iterator().next());
            }
        }
        assertThat(ten.size()).isEqualTo(10);
    }

    private static void putAndLookUp(MemoryCache shared, Random random) {
        for (int i = 0; i < 5_000; i++) {
            int number = random.nextInt(100);
            shared.put(key(number), outputs(number));
            int other = random.nextInt(100);
            shared.lookup(key(other))
                    .ifPresent(outputs -> assertThat(outputs.values()).containsExactly(other));
        }
    }

    private static CacheKey key(int number) {
        return new CacheKey("key" + number);
    }

    private static NodeOutputs outputs(int number) {
        return new NodeOutputs(List.of(number));
    }
}
