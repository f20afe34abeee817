package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.testing.CheckpointerContract;
import dev.hypergraph4j.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

class SqliteCheckpointerTest extends CheckpointerContract {
    private static final AtomicInteger FILES = new AtomicInteger();

    @TempDir
    private static Path folder;

    private final ManualClock clock = ManualClock.at(1_700_000_000_000L);

    @Override
    protected Checkpointer open() {
        return JdbcCheckpointer.builder().clock(clock).sqlite(folder.resolve(FILES.incrementAndGet() + ".db"));
    }

    @Override
    protected boolean advance(Duration by) {
        clock.advance(by);
        return true;
    }
}
