package dev.hypergraph4j.durability;

import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.jdbc.JdbcCheckpointerBuilder;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Where a store is that several processes share, one after the other or at once.
 *
 * @param address the path of a SQLite file, or the URL of a PostgreSQL database
 */
record Place(String address) {
    /** The store on its own clock. */
    Checkpointer open() {
        return open(JdbcCheckpointer.builder());
    }

    /** The store on a clock that is so many milliseconds ahead. */
    Checkpointer open(long ahead) {
        return open(() -> System.currentTimeMillis() + ahead);
    }

    /** The store on another clock. */
    Checkpointer open(LongSupplier clock) {
        return open(JdbcCheckpointer.builder().clock(clock));
    }

    private Checkpointer open(JdbcCheckpointerBuilder builder) {
        return isSqlite() ? builder.sqlite(Path.of(address)) : builder.postgres(address, "postgres", "");
    }

    boolean isSqlite() {
        return !address.startsWith("jdbc:");
    }
}
