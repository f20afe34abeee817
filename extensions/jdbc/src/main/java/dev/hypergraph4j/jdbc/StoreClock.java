package dev.hypergraph4j.jdbc;

import java.util.function.LongSupplier;

/** The store's clock for those who are not in a transaction: this process's, corrected by what the database's said last. */
final class StoreClock implements LongSupplier {
    /** Who stood still between two looks at his own clock, in milliseconds, does not know when he was told the time. */
    private static final long LONGEST = 1_000;

    private volatile long offset;
    private volatile boolean isSet;

    /**
     * Notes what the database's clock said.
     *
     * @param asked what this process's clock said before
     * @param told what it said afterwards
     * @param local what it said when the database's was read, as far as that is known
     */
    void seen(long millis, long asked, long told, long local) {
        if (!isSet || Math.abs(told - asked) <= LONGEST) {
            offset = millis - local;
            isSet = true;
        }
    }

    @Override
    public long getAsLong() {
        return System.currentTimeMillis() + offset;
    }
}
