package dev.hypergraph4j.benchmarks.shapes;

import dev.hypergraph4j.runtime.RunResult;

/**
 * The trivial nodes of one graph, called in all the ways that are compared. All call the same methods of the same object on the same input, and
 * give the same value.
 */
public interface Shape {

    /** A run of the generated graph, with its log. */
    RunResult<?> graph();

    /** The value that a run gave. */
    int output(RunResult<?> result);

    /** Calls by hand, with nothing around them. */
    int calls();

    /** Calls by hand that note the time to begin with and at the end of each node. */
    Clocked clockedCalls();

    /** Stages of a completed {@link java.util.concurrent.CompletableFuture}. */
    int futures();

    /** Dagger Producers on a direct executor. */
    default int producers() {
        throw new UnsupportedOperationException("not written for this shape");
    }

    /** LangGraph4j. */
    default int langGraph() {
        throw new UnsupportedOperationException("not written for this shape");
    }
}
