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

    private static final int FIELDS = 4;
    private static final int SUB_BUCKET_BITS = 4;

    private long[] first = new long[4 * FIELDS];
    private long[] last = {};
    private long count;
    private long total;
    private long min = Long.MAX_VALUE;
    private long max;

    /** How many executions took how long: 16 buckets for each power of two, so that a bucket is at most 6 % wide. */
    private int[] histogram = {};

    Executions() {}

    /** One execution, as readings of {@link System#nanoTime()}. */
    public record Execution(int iteration, long ready, long start, long end) {}

    void add(int iteration, long ready, long start, long end) {
        keep(iteration, ready, start, end);
        count++;
        long nanos = Math.max(0, end - start);
        total += nanos;
        min = Math.min(min, nanos);
        max = Math.max(max, nanos);
        int bucket = bucket(nanos);
        if (bucket >= histogram.length) {
            histogram = Arrays.copyOf(histogram, bucket + 1);
        }
        histogram[bucket]++;
    }

    private void keep(int iteration, long ready, long start, long end) {
        if (count < KEPT) {
            int at = (int) count * FIELDS;
            if (at == first.length) {
                first = Arrays.copyOf(first, Math.min(KEPT * FIELDS, first.length * 4));
            }
            put(first, at, iteration, ready, start, end);
            return;
        }
        if (last.length == 0) {
            last = new long[KEPT * FIELDS];
        }
        put(last, (int) ((count - KEPT) % KEPT) * FIELDS, iteration, ready, start, end);
    }

    private static void put(long[] target, int at, int iteration, long ready, long start, long end) {
        target[at] = iteration;
        target[at + 1] = ready;
        target[at + 2] = start;
        target[at + 3] = end;
    }

    /** How many there were. */
    public long count() {
        return count;
    }

    /** How long they took together, in nanoseconds. */
    public long total() {
        return total;
    }

    /** How long the shortest took, in nanoseconds; 0 where there was none. */
    public long min() {
        return count == 0 ? 0 : min;
    }

    /** How long the longest took, in nanoseconds. */
    public long max() {
        return max;
    }

    /** How long, in nanoseconds, {@code percent} of them took at most, by nearest rank; up to 6 % too much, but never more than the longest. */
    public long percentile(int percent) {
        long rank = (count * percent + 99) / 100;
        long seen = 0;
        for (int bucket = 0; bucket < histogram.length; bucket++) {
            seen += histogram[bucket];
            if (seen >= rank && seen > 0) {
                return Math.max(min(), Math.min(max, upperBound(bucket)));
            }
        }
        return max;
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
        long oldest = count - KEPT <= KEPT ? 0 : (count - KEPT) % KEPT;
        return at(last, (int) ((oldest + i - KEPT) % KEPT) * FIELDS);
    }

    private static Execution at(long[] source, int at) {
        return new Execution((int) source[at], source[at + 1], source[at + 2], source[at + 3]);
    }

    private static int bucket(long nanos) {
        if (nanos < 1 << SUB_BUCKET_BITS) {
            return (int) nanos;
        }
        int shift = Long.SIZE - 1 - SUB_BUCKET_BITS - Long.numberOfLeadingZeros(nanos);
        return ((shift + 1) << SUB_BUCKET_BITS) + (int) (nanos >>> shift) - (1 << SUB_BUCKET_BITS);
    }

    private static long upperBound(int bucket) {
        int power = bucket >> SUB_BUCKET_BITS;
        if (power == 0) {
            return bucket;
        }
        long sub = (bucket & ((1 << SUB_BUCKET_BITS) - 1)) + (1L << SUB_BUCKET_BITS);
        return ((sub + 1) << (power - 1)) - 1;
    }
}
