package dev.hypergraph4j.durability;

import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** The databases that workflows are kept in. */
enum StoreKind {
    SQLITE,
    POSTGRES;

    private static final AtomicInteger FILES = new AtomicInteger();

    /** An empty store on a clock of the test's. */
    Checkpointer open(Path folder, LongSupplier clock) {
        return newPlace(folder).open(clock);
    }

    /** Where no store is yet. */
    Place newPlace(Path folder) {
        return new Place(
                this == SQLITE
                        ? folder.resolve(FILES.incrementAndGet() + ".db").toString()
                        : PostgresServer.newDatabaseUrl());
    }

    static Checkpointer openSqlite(Path file, LongSupplier clock) {
        return JdbcCheckpointer.builder().clock(clock).sqlite(file);
    }
}
