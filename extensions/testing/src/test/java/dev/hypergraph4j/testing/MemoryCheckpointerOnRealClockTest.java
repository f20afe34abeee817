package dev.hypergraph4j.testing;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import java.time.Duration;

/** The contract holds for stores whose clock nobody can set. */
class MemoryCheckpointerOnRealClockTest extends CheckpointerContract {

    @Override
    protected Checkpointer open() {
        return MemoryCheckpointer.create();
    }

    @Override
    protected boolean advance(Duration by) {
        return false;
    }
}
