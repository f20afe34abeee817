package dev.hypergraph4j.runtime;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many nodes may be under way at once over all the runs that share this limit: those of one map, and of the graphs nested in them. A node has a
 * permit from before it starts until it has ended.
 *
 * <p>A run that asks for a permit when there is none waits for its turn here, without a thread. The invariant that keeps a free permit from being
 * overlooked: <i>while a permit is free and a run waits, some thread is on its way that takes a permit or calls {@link #wake()}.</i> Hence who gives
 * a permit back calls {@code wake()} afterwards, and so does who was woken, or was called for a woken run, and found nothing to run.
 *
 * <p>Thread-safe. Its lock is held for a few steps only and no other is taken under it, so that runs may call it under theirs; {@link #wake()},
 * which calls a run, is for those who hold no lock.
 */
final class ConcurrencyLimit {

    /** What waits for a permit. */
    interface Waiter {
        /**
         * A permit may be free: somebody is called who takes it. Called without any lock.
         *
         * @return whether there is something to run, so that somebody is on the way; if not, the next one in the queue is woken instead
         */
        boolean permitMayBeFree();
    }

    private final int most;

    // Guarded by this
    private int free;
    private final Set<Waiter> waiting = new LinkedHashSet<>();

    ConcurrencyLimit(int most) {
        this.most = most;
        this.free = most;
    }

    /** How many nodes may be under way at once. */
    int most() {
        return most;
    }

    /** Takes a permit for {@code waiter}; if there is none, it will be woken. */
    synchronized boolean acquire(Waiter waiter) {
        if (free == 0) {
            waiting.add(waiter);
            return false;
        }
        free--;
        return true;
    }

    /** How many of {@code wanted} permits are free. They are not taken; if there are too few, {@code waiter} will be woken. */
    synchronized int free(int wanted, Waiter waiter) {
        if (free < wanted) {
            waiting.add(waiter);
        }
        return Math.min(free, wanted);
    }

    /** Gives permits back. {@link #wake()} is to follow, once the caller has no lock. */
    synchronized void release(int permits) {
        free += permits;
    }

    /** If a permit is free, wakes who has waited longest and has something to run. */
    void wake() {
        Waiter next = next();
        while (next != null && !next.permitMayBeFree()) {
            next = next();
        }
    }

    private synchronized @Nullable Waiter next() {
        if (free == 0 || waiting.isEmpty()) {
            return null;
        }
        Iterator<Waiter> first = waiting.iterator();
        Waiter next = first.next();
        first.remove();
        return next;
    }
}
