package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;

/**
 * Runs graphs. {@link SyncRunner} does so on the caller's thread, {@link AsyncRunner} on as many as there is something to overlap for; for the
 * same graph and inputs both give the same outputs.
 *
 * <p>Runners are immutable and thread-safe: one serves any number of graphs and runs at once.
 */
public interface Runner {

    /** What this runner can do. */
    RunnerCapabilities capabilities();

    /**
     * Runs a prepared run and waits for its end.
     *
     * @throws NodeExecutionException if a node throws, under {@link ErrorHandling#RAISE}
     * @throws IncompatibleRunnerException if the graph needs what this runner can't do; nothing has run
     */
    <O> RunResult<O> run(PreparedRun<O> run);

    /**
     * Starts a prepared run on another thread.
     *
     * @throws IncompatibleRunnerException if the graph needs what this runner can't do; nothing has run
     */
    <O> RunHandle<O> start(PreparedRun<O> run);

    /** Runs {@code graph} and waits for its end; see {@link #run(PreparedRun)}. */
    default <I, O> RunResult<O> run(CompiledGraph<I, O> graph, I inputs) {
        return run(graph.prepare(inputs, RunOptions.defaults()));
    }

    /** Runs {@code graph} and waits for its end; see {@link #run(PreparedRun)}. */
    default <I, O> RunResult<O> run(CompiledGraph<I, O> graph, I inputs, RunOptions options) {
        return run(graph.prepare(inputs, options));
    }

    /** Starts {@code graph} on another thread; see {@link #start(PreparedRun)}. */
    default <I, O> RunHandle<O> start(CompiledGraph<I, O> graph, I inputs) {
        return start(graph.prepare(inputs, RunOptions.defaults()));
    }

    /** Starts {@code graph} on another thread; see {@link #start(PreparedRun)}. */
    default <I, O> RunHandle<O> start(CompiledGraph<I, O> graph, I inputs, RunOptions options) {
        return start(graph.prepare(inputs, options));
    }

    /** Starts {@code graph} on another thread, and gives what happens, event by event; see {@link EventIterator}. */
    default <I, O> EventIterator<O> iter(CompiledGraph<I, O> graph, I inputs) {
        return iter(graph, inputs, RunOptions.defaults());
    }

    /** Starts {@code graph} on another thread, and gives what happens, event by event; see {@link EventIterator}. */
    default <I, O> EventIterator<O> iter(CompiledGraph<I, O> graph, I inputs, RunOptions options) {
        return EventIterator.over(processor -> start(graph, inputs, options.processor(processor)));
    }
}
