package dev.hypergraph4j.jdbc;

import java.util.function.LongSupplier;

/** The store's clock for those who are not in a transaction: this process's, corrected by what the database's said last. */
final class StoreClock implements LongSupplier {
    private volatile long offset;

    /** Notes what the database's clock said when this process's said {@code local}. */
    void seen(long millis, long local) {
        offset = millis - local;
    }

    @Override
    public long getAsLong() {
        return System.currentTimeMillis() + offset;
    }
}
