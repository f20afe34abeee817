package dev.hypergraph4j.runtime.cache;

import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that equal keys which are wanted at the same time are computed once: the first one to want them leads, the others wait for what it
 * gives, or take over, one after the other, where it fails. It looks into the cache first, and keeps there what was computed.
 *
 * <p>Thread-safe; all that are over the same cache share what is under way. Neither the cache nor a follower is called under a lock.
 */
public final class SingleFlight {
    private static final Map<Cache, UnderWay> UNDER_WAY = new WeakHashMap<>(); // Guarded by itself

    private final Cache cache;
    private final UnderWay underWay;

    private SingleFlight(Cache cache, UnderWay underWay) {
        this.cache = cache;
        this.underWay = underWay;
    }

    /** The flights over {@code cache}. */
    public static SingleFlight over(Cache cache) {
        synchronized (UNDER_WAY) {
            return new SingleFlight(cache, UNDER_WAY.computeIfAbsent(cache, absent -> new UnderWay()));
        }
    }

    /** Asks for the outputs of which nobody knows the types: for caches that do without. */
    public Flight join(CacheKey key, Flight.Follower follower) {
        return join(key, List::of, follower);
    }

    /** Asks for the outputs, which have these types, and blocks no thread: {@code follower} is called if this is to wait. */
    public Flight join(CacheKey key, Supplier<List<Type>> types, Flight.Follower follower) {
        Optional<NodeOutputs> hit = cache.lookup(key, types);
        if (hit.isPresent()) {
            return new Flight.Found(hit.get());
        }
        Flight.Waiting waiting = new Flight.Waiting(this, key, types, follower);
        return underWay.waitOrLead(key, waiting) ? waiting : lookAgain(new Flight.Lead(this, key, types), key, types);
    }

    /**
     * Asks for the outputs, and waits while somebody else computes them.
     *
     * @return {@link Flight.Found} or {@link Flight.Lead}
     */
    public Flight await(CacheKey key) throws InterruptedException {
        Awaited awaited = new Awaited();
        Flight flight = join(key, awaited);
        return flight instanceof Flight.Waiting waiting ? awaited.flight(waiting) : flight;
    }

    /** Who led until now may have ended between our look into the cache and our taking the lead. */
    private Flight lookAgain(Flight.Lead lead, CacheKey key, Supplier<List<Type>> types) {
        Optional<NodeOutputs> hit;
        try {
            hit = cache.lookup(key, types);
        } catch (RuntimeException | Error broken) {
            lead.failed();
            throw broken;
        }
        if (hit.isEmpty()) {
            return lead;
        }
        lead.found(hit.get());
        return new Flight.Found(hit.get());
    }

    /** The cache first: who comes after the flight has ended must find them there. */
    void completed(CacheKey key, NodeOutputs outputs, Supplier<List<Type>> types) {
        try {
            cache.put(key, outputs, types);
        } finally {
            land(key, outputs);
        }
    }

    void land(CacheKey key, NodeOutputs outputs) {
        underWay.end(key).forEach(waiting -> waiting.follower().found(outputs));
    }

    void failed(CacheKey key) {
        Flight.Waiting next = underWay.nextOrEnd(key);
        if (next != null) {
            next.follower().takeOver(new Flight.Lead(this, key, next.types()));
        }
    }

    boolean leave(CacheKey key, Flight.Waiting waiting) {
        return underWay.remove(key, waiting);
    }

    /** Who waits for what is computed now; a key without an entry is not. It must not know the cache, which could never be collected then. */
    private static final class UnderWay {
        private final Map<CacheKey, Queue<Flight.Waiting>> flights = new HashMap<>(); // Guarded by this

        /** Whether the key is computed already, so that {@code waiting} waits; if not, it is from now on. */
        synchronized boolean waitOrLead(CacheKey key, Flight.Waiting waiting) {
            Queue<Flight.Waiting> queue = flights.get(key);
            if (queue == null) {
                flights.put(key, new ArrayDeque<>(0));
                return false;
            }
            return queue.add(waiting);
        }

        synchronized List<Flight.Waiting> end(CacheKey key) {
            Queue<Flight.Waiting> queue = flights.remove(key);
            return queue == null ? List.of() : new ArrayList<>(queue);
        }

        synchronized Flight.@Nullable Waiting nextOrEnd(CacheKey key) {
            Queue<Flight.Waiting> queue = flights.get(key);
            Flight.Waiting next = queue == null ? null : queue.poll();
            if (next == null) {
                flights.remove(key);
            }
            return next;
        }

        synchronized boolean remove(CacheKey key, Flight.Waiting waiting) {
            Queue<Flight.Waiting> queue = flights.get(key);
            return queue != null && queue.remove(waiting);
        }
    }

    /** A follower for a thread that waits. */
    private static final class Awaited implements Flight.Follower {
        private final CompletableFuture<Flight> flight = new CompletableFuture<>();

        @Override
        public void found(NodeOutputs outputs) {
            flight.complete(new Flight.Found(outputs));
        }

        @Override
        public void takeOver(Flight.Lead lead) {
            flight.complete(lead);
        }

        Flight flight(Flight.Waiting waiting) throws InterruptedException {
            try {
                return flight.get();
            } catch (InterruptedException interrupted) {
                if (!waiting.leave() && flight.join() instanceof Flight.Lead lead) {
                    lead.failed(); // It came with the interrupt; somebody else is to have it.
                }
                throw interrupted;
            } catch (ExecutionException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }
}
