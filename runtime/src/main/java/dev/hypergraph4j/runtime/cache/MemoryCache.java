package dev.hypergraph4j.runtime.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps outputs in the memory of this process, up to a number of node executions; beyond it, the one that was not asked for longest goes. How much
 * memory that takes depends on the values, which are kept as they are, not copied.
 *
 * <pre>{@code
 * Cache cache = MemoryCache.ofAtMost(10_000);
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class MemoryCache implements Cache {
    private final Map<CacheKey, NodeOutputs> entries; // Guarded by this

    private MemoryCache(int maxEntries) {
        this.entries = new LeastRecentlyUsed(maxEntries);
    }

    /**
     * An empty cache.
     *
     * @param maxEntries how many node executions it keeps at most
     * @throws IllegalArgumentException if it is less than 1
     */
    public static MemoryCache ofAtMost(int maxEntries) {
        if (maxEntries < 1) {
            throw new IllegalArgumentException("maxEntries is at least 1, not " + maxEntries);
        }
        return new MemoryCache(maxEntries);
    }

    @Override
    public synchronized Optional<NodeOutputs> lookup(CacheKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public synchronized void put(CacheKey key, NodeOutputs outputs) {
        entries.put(key, outputs);
    }

    /** How many node executions it keeps. */
    public synchronized int size() {
        return entries.size();
    }

    /** Forgets all. */
    public synchronized void clear() {
        entries.clear();
    }

    private static final class LeastRecentlyUsed extends LinkedHashMap<CacheKey, NodeOutputs> {
        private static final long serialVersionUID = 1;

        private final int most;

        LeastRecentlyUsed(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<CacheKey, NodeOutputs> eldest) {
            return size() > most;
        }
    }
}
