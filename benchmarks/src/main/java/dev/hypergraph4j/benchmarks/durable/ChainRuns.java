package dev.hypergraph4j.benchmarks.durable;

import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.Runner;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.DurableOptions;

/** Runs of {@link Chain}, each a workflow of its own. */
public final class ChainRuns implements Contestant {
    private final JdbcCheckpointer store;
    private final ChainGraph graph;

    /** Runs that are recorded in {@code store}, which is closed with this. */
    public ChainRuns(JdbcCheckpointer store, Durability durability) {
        this.store = store;
        Runner runner = SyncRunner.builder()
                .checkpointer(store, DurableOptions.defaults().durability(durability))
                .build();
        this.graph = ChainGraph.create().with(runner);
    }

    @Override
    public int run() {
        int steps = graph.run(ChainInputs.of(Tally.start())).outputs().tenth().count();
        if (steps != Chain.STEPS) {
            throw new IllegalStateException(steps + " steps");
        }
        return steps;
    }

    @Override
    public void close() {
        store.close();
    }
}
