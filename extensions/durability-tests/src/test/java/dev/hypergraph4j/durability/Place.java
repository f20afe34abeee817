package dev.hypergraph4j.durability;

import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.jdbc.JdbcCheckpointerBuilder;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import java.nio.file.Path;

/**
 * Where a store is that several processes share, one after the other or at once.
 *
 * @param address the path of a SQLite file, or the URL of a PostgreSQL database
 */
record Place(String address) {
    /** Time goes by so fast from one process to the next that the leases of those that died are over. */
    static final long LEAP_MILLIS = 60_000;

    /** The store on its own clock. */
    Checkpointer open() {
        return open(JdbcCheckpointer.builder());
    }

    /** The store on a clock that is {@code leaps} ahead. */
    Checkpointer open(long leaps) {
        return open(JdbcCheckpointer.builder().clock(() -> System.currentTimeMillis() + leaps * LEAP_MILLIS));
    }

    private Checkpointer open(JdbcCheckpointerBuilder builder) {
        return isSqlite() ? builder.sqlite(Path.of(address)) : builder.postgres(address, "postgres", "");
    }

    boolean isSqlite() {
        return !address.startsWith("jdbc:");
    }
}
