package dev.hypergraph4j.runtime.plan;

import java.util.Arrays;

/**
 * The executions of one node of a cycle: all of them in numbers, and the first and the last few in full. It takes the same memory for a
 * thousand turns as for a million.
 *
 * <p>Not thread-safe: a runner on many threads guards it with its lock.
 */
public final class Executions {
    /** How many of the first executions, and how many of the last, are kept in full. */
    public static final int KEPT = 100;

    private static final int FIELDS = 5;

    private long[] first = new long[4 * FIELDS];
    private long[] last = {};
    private int next;
    private long count;
    private long retries;
    private long cached;
    private long replayed;
    private final Durations durations = new Durations();

    Executions() {}

    /**
     * One execution, as readings of {@link System#nanoTime()}.
     *
     * @param attempts how many attempts it took; 0 where its outputs came from a cache, and {@link Trace#REPLAYED}
     */
    public record Execution(int iteration, long ready, long start, long end, int attempts) {}

    /** The same executions, to which others may be added. */
    Executions copy() {
        Executions copy = new Executions();
        copy.first = first.clone();
        copy.last = last.clone();
        copy.next = next;
        copy.count = count;
        copy.retries = retries;
        copy.cached = cached;
        copy.replayed = replayed;
        copy.durations.addAll(durations);
        return copy;
    }

    void add(int iteration, long ready, long start, long end, int attempts) {
        keep(iteration, ready, start, end, attempts);
        count++;
        retries += Math.max(0, attempts - 1);
        cached += attempts == 0 ? 1 : 0;
        replayed += attempts == Trace.REPLAYED ? 1 : 0;
        durations.add(Math.max(0, end - start));
    }

    private void keep(int iteration, long ready, long start, long end, int attempts) {
        if (count < KEPT) {
            int at = (int) count * FIELDS;
            if (at == first.length) {
                first = Arrays.copyOf(first, Math.min(KEPT * FIELDS, first.length * 4));
            }
            put(first, at, iteration, ready, start, end, attempts);
            return;
        }
        if (last.length == 0) {
            last = new long[KEPT * FIELDS];
        }
        put(last, next, iteration, ready, start, end, attempts);
        next = next + FIELDS == last.length ? 0 : next + FIELDS;
    }

    private static void put(long[] target, int at, int iteration, long ready, long start, long end, int attempts) {
        target[at] = iteration;
        target[at + 1] = ready;
        target[at + 2] = start;
        target[at + 3] = end;
        target[at + 4] = attempts;
    }

    /** How many there were. */
    public long count() {
        return count;
    }

    /** How often all of them together were tried again. */
    public long retries() {
        return retries;
    }

    /** How many came from a cache. */
    public long cached() {
        return cached;
    }

    /** How many are earlier ones of the same run. */
    public long replayed() {
        return replayed;
    }

    /** How long all of them took. */
    public Durations durations() {
        return durations;
    }

    /** How many are kept in full. */
    public int kept() {
        return (int) Math.min(count, 2L * KEPT);
    }

    /** The {@code i}th of those that are kept, in the order in which they ran. */
    public Execution get(int i) {
        if (i < KEPT) {
            return at(first, i * FIELDS);
        }
        int oldest = count <= 2L * KEPT ? 0 : next;
        return at(last, (oldest + (i - KEPT) * FIELDS) % last.length);
    }

    private static Execution at(long[] source, int at) {
        return new Execution((int) source[at], source[at + 1], source[at + 2], source[at + 3], (int) source[at + 4]);
    }
}
