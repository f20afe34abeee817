package dev.hypergraph4j.runtime.cache;

import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What becomes of somebody who wants the outputs for a key; see {@link SingleFlight}. */
public sealed interface Flight permits Flight.Found, Flight.Lead, Flight.Waiting {

    /**
     * The outputs are there.
     *
     * @param outputs what was computed before
     */
    record Found(NodeOutputs outputs) implements Flight {}

    /** It is to compute the outputs, and to say how that ended, whatever happens: others may wait. What is said first counts. */
    final class Lead implements Flight {
        private final SingleFlight flights;
        private final CacheKey key;
        private final Supplier<List<Type>> types;
        private final AtomicBoolean over = new AtomicBoolean();

        Lead(SingleFlight flights, CacheKey key, Supplier<List<Type>> types) {
            this.flights = flights;
            this.key = key;
            this.types = types;
        }

        /** Keeps the outputs in the cache, and gives them to those who wait. */
        public void completed(NodeOutputs outputs) {
            if (over.compareAndSet(false, true)) {
                flights.completed(key, outputs, types);
            }
        }

        /** There are no outputs: it failed, was stopped, or is paused. One of those who wait takes over. */
        public void failed() {
            if (over.compareAndSet(false, true)) {
                flights.failed(key);
            }
        }

        /** Gives outputs that were in the cache to those who wait. */
        void found(NodeOutputs outputs) {
            if (over.compareAndSet(false, true)) {
                flights.land(key, outputs);
            }
        }
    }

    /** Somebody else computes them; the {@link Follower} will be called. */
    final class Waiting implements Flight {
        private final SingleFlight flights;
        private final CacheKey key;
        private final Supplier<List<Type>> types;
        private final Follower follower;

        Waiting(SingleFlight flights, CacheKey key, Supplier<List<Type>> types, Follower follower) {
            this.flights = flights;
            this.key = key;
            this.types = types;
            this.follower = follower;
        }

        Supplier<List<Type>> types() {
            return types;
        }

        Follower follower() {
            return follower;
        }

        /**
         * Waits no more.
         *
         * @return {@code false} if the follower was called already, or is just being called
         */
        public boolean leave() {
            return flights.leave(key, this);
        }
    }

    /**
     * Somebody who waits. One of its methods is called, once, by the thread of who led until then. They must only hand on, to an executor or a queue,
     * and must not throw.
     */
    interface Follower {

        /** The outputs are there. */
        void found(NodeOutputs outputs);

        /** The one that led has failed: it is for this one to compute them. */
        void takeOver(Lead lead);
    }
}
