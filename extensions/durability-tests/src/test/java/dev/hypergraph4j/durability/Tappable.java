package dev.hypergraph4j.durability;

import com.zaxxer.hikari.HikariDataSource;
import dev.hypergraph4j.jdbc.Tapped;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database of one test, that stores are opened in whose connections may be tapped. */
final class Tappable implements AutoCloseable {
    private final Path file;
    private final LongSupplier clock;
    private final @Nullable HikariDataSource pool;

    /** An empty one, in a file of the folder if it is in a file. */
    Tappable(StoreKind kind, Path folder, LongSupplier clock) {
        this.file = folder.resolve("tapped.db");
        this.clock = clock;
        this.pool = kind == StoreKind.SQLITE ? null : PostgresServer.newPool();
    }

    Checkpointer open() {
        return open(UnaryOperator.identity());
    }

    Checkpointer open(UnaryOperator<DataSource> around) {
        return pool == null
                ? Tapped.builder(around).clock(clock).sqlite(file)
                : Tapped.builder(around).clock(clock).postgres(pool);
    }

    /** Connections beside those of stores. */
    DataSource source() {
        if (pool == null) {
            throw new AssertionError("only the driver has the file");
        }
        return pool;
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
    }
}
