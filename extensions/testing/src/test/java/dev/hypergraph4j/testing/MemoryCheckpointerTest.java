package dev.hypergraph4j.testing;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import java.time.Duration;

class MemoryCheckpointerTest extends CheckpointerContract {
    private final ManualClock clock = ManualClock.at(1_700_000_000_000L);

    @Override
    protected Checkpointer open() {
        return MemoryCheckpointer.on(clock);
    }

    @Override
    protected boolean advance(Duration by) {
        clock.advance(by);
        return true;
    }
}
