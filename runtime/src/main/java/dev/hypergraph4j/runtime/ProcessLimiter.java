package dev.hypergraph4j.runtime;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How many node executions may be under way at once in this process, whatever graphs and runs they belong to: for a service that many graphs
 * call, and that allows so many calls at once.
 *
 * <pre>{@code
 * ProcessLimiter openai = ProcessLimiter.of("openai", 8);
 * }</pre>
 *
 * <p>Limiters are known by their name, so graphs that know nothing of each other can share one. A node execution takes one permit of a
 * limiter, even where it is in several scopes that the limiter was set for; who waits gets one in the order of asking.
 *
 * <p>Thread-safe. A limiter lives as long as the process.
 */
public final class ProcessLimiter {
    private static final ConcurrentMap<String, ProcessLimiter> KNOWN = new ConcurrentHashMap<>();

    private final String name;
    private final int permits;

    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock; while somebody waits, nothing is available
    private int available;
    private final Set<LimiterPermits> waiting = new LinkedHashSet<>();

    private ProcessLimiter(String name, int permits) {
        this.name = name;
        this.permits = permits;
        this.available = permits;
    }

    /**
     * The limiter of this name; it is made when it is asked for the first time.
     *
     * @param permits how many node executions it allows at once
     * @throws IllegalArgumentException if {@code permits} is less than 1, or the limiter has another number of them
     */
    public static ProcessLimiter of(String name, int permits) {
        Objects.requireNonNull(name, "name");
        if (permits < 1) {
            throw new IllegalArgumentException("permits of the limiter '" + name + "' are at least 1, not " + permits);
        }
        ProcessLimiter limiter = KNOWN.computeIfAbsent(name, absent -> new ProcessLimiter(absent, permits));
        if (limiter.permits != permits) {
            throw new IllegalArgumentException("The limiter '" + name + "' has " + limiter.permits
                    + " permits in this process, so it can't have " + permits
                    + ": ask for as many everywhere, or use another name");
        }
        return limiter;
    }

    /** What it is known by. */
    public String name() {
        return name;
    }

    /** How many node executions it allows at once. */
    public int permits() {
        return permits;
    }

    /** How many more it would allow now. */
    public int available() {
        lock.lock();
        try {
            return available;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a permit. If there is none, {@code asker} waits in line, and {@link LimiterPermits#granted()} is called on it once. */
    boolean take(LimiterPermits asker) {
        lock.lock();
        try {
            if (available > 0) {
                available--;
                return true;
            }
            waiting.add(asker);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Lets {@code asker} wait no more, and gives whether it did; if not, it has its permit, or is being called. */
    boolean withdraw(LimiterPermits asker) {
        lock.lock();
        try {
            return waiting.remove(asker);
        } finally {
            lock.unlock();
        }
    }

    /** Gives a permit back. To be called without any lock: who is next in line is called by this thread. */
    void release() {
        LimiterPermits next = null;
        lock.lock();
        try {
            next = first();
            if (next == null) {
                available++;
            } else {
                waiting.remove(next); // The permit changes hands: nobody who comes later can get in between.
            }
        } finally {
            lock.unlock();
        }
        if (next != null) {
            next.granted();
        }
    }

    private @Nullable LimiterPermits first() {
        return waiting.isEmpty() ? null : waiting.iterator().next();
    }

    @Override
    public String toString() {
        return name + " (" + permits + ")";
    }
}
