package dev.hypergraph4j.durability;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what has to come, however slow the machine is. */
final class Until {
    private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(5);

    private Until() {}

    /** Waits until it is so. */
    static void so(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > MOST_NANOS) {
                throw new AssertionError("It never came that " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
