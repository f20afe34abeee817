package dev.hypergraph4j.runtime.plan;

import java.util.Arrays;

/**
 * Any number of durations, added up: how many, how long, and how they are spread. It takes a few kilobytes at most.
 *
 * <p>Not thread-safe.
 */
public final class Durations {
    private static final int SUB_BUCKET_BITS = 4;
    private static final int SUB_BUCKETS = 1 << SUB_BUCKET_BITS;

    private long count;
    private long total;
    private long min = Long.MAX_VALUE;
    private long max;

    /** How many there were of which length: 16 buckets for each power of two, so that a bucket is at most 6 % wide. */
    private long[] histogram = {};

    /** None yet. */
    public Durations() {}

    /** Adds one. */
    public void add(long nanos) {
        count++;
        total += nanos;
        min = Math.min(min, nanos);
        max = Math.max(max, nanos);
        int bucket = bucket(nanos);
        growTo(bucket + 1);
        histogram[bucket]++;
    }

    /** Adds all of {@code others}. */
    public void addAll(Durations others) {
        count += others.count;
        total += others.total;
        min = Math.min(min, others.min);
        max = Math.max(max, others.max);
        growTo(others.histogram.length);
        for (int bucket = 0; bucket < others.histogram.length; bucket++) {
            histogram[bucket] += others.histogram[bucket];
        }
    }

    /** How many there were. */
    public long count() {
        return count;
    }

    /** How long they were together, in nanoseconds. */
    public long total() {
        return total;
    }

    /** How long the shortest was, in nanoseconds; 0 where there was none. */
    public long min() {
        return count == 0 ? 0 : min;
    }

    /** How long the longest was, in nanoseconds. */
    public long max() {
        return max;
    }

    /** How long, in nanoseconds, {@code percent} of them were at most, by nearest rank; up to 6 % too much, but never more than the longest. */
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

    private void growTo(int buckets) {
        if (buckets > histogram.length) {
            histogram = Arrays.copyOf(histogram, buckets);
        }
    }

    private static int bucket(long nanos) {
        if (nanos < SUB_BUCKETS) {
            return (int) nanos;
        }
        int shift = Long.SIZE - 1 - SUB_BUCKET_BITS - Long.numberOfLeadingZeros(nanos);
        return ((shift + 1) << SUB_BUCKET_BITS) + (int) (nanos >>> shift) - SUB_BUCKETS;
    }

    private static long upperBound(int bucket) {
        int power = bucket >> SUB_BUCKET_BITS;
        if (power == 0) {
            return bucket;
        }
        long sub = (bucket & (SUB_BUCKETS - 1)) + (long) SUB_BUCKETS;
        return ((sub + 1) << (power - 1)) - 1;
    }
}
