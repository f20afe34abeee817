package dev.hypergraph4j.durability;

import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** What is left to chance, so that it can be had again: a seed that fails is run alone with {@code -Dseed=}<i>its number</i>. */
final class Seeds {
    private Seeds() {}

    /** Does {@code trial} with so many seeds, or with the one that is asked for. */
    static void each(int count, LongConsumer trial) {
        Long only = Long.getLong("seed");
        LongStream seeds = only == null ? LongStream.range(0, count) : LongStream.of(only);
        seeds.forEach(seed -> with(seed, trial));
    }

    /** The seed of a test that has one. */
    static long one() {
        return Long.getLong("seed", 1);
    }

    /** Does {@code trial} with a seed, which the failure names. */
    static void with(long seed, LongConsumer trial) {
        try {
            trial.accept(seed);
        } catch (RuntimeException | Error failure) {
            throw new AssertionError("seed " + seed + ": run it again with -Dseed=" + seed, failure);
        }
    }
}
