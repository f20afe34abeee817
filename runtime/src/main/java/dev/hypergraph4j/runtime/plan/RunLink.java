package dev.hypergraph4j.runtime.plan;

import dev.hypergraph4j.NodeContext;

/** What nodes may know of the run that they are part of, and may tell those who watch it. Thread-safe. */
public interface RunLink {

    /** The context of the execution of {@code node} that is under way. */
    NodeContext context(int node);

    /** Whether the run was told to stop, or has failed elsewhere and starts no more. */
    boolean stopRequested();

    /** {@code node}, which runs, gave a part of its result. */
    void emit(int node, Object part);
}
