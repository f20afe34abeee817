package dev.hypergraph4j.progress;

import java.time.Duration;

/** Shows one thing that makes progress. */
interface Meter {
    /** A total that nobody knows yet. */
    long UNKNOWN = -1;

    /**
     * Shows that it has come further.
     *
     * @param done how many steps are done
     * @param detail what else there is to say; may be empty
     */
    void show(long done, String detail);

    /** Shows that it is over. */
    void close(long done, String detail, Duration duration);
}
