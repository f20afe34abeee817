package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.GraphState;
import org.jspecify.annotations.Nullable;

/** The state of a graph of one node whose outputs can't be made. */
final class BrokenState extends GraphState {
    private final Throwable thrown;

    BrokenState(Throwable thrown) {
        this.thrown = thrown;
    }

    @Override
    public void run(int from, int to) {
        for (int node = from; node < to; ) {
            node = ended(node);
        }
    }

    @Override
    public @Nullable Object value(int slot) {
        return null;
    }

    @Override
    public Object result(int slice) {
        throw Started.unchecked(thrown);
    }
}
