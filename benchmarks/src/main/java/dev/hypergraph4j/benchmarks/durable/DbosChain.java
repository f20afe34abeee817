package dev.hypergraph4j.benchmarks.durable;

/** The workflow of {@link DbosChainSteps}. DBOS wants an interface, of which it makes a proxy. */
public interface DbosChain {

    /** Goes through the ten steps. */
    Tally run(Tally start);
}
