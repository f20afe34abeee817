package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import java.util.Iterator;

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

    /**
     * Runs all items of a map and waits for their end. A runner that has nothing better runs one after the other.
     *
     * @throws NodeExecutionException of the first item, in their order, one of whose nodes throws, under {@link ErrorHandling#RAISE}; no further
     *     item has started
     * @throws IncompatibleRunnerException if the graph needs what this runner can't do; nothing has run
     */
    default <O> MapResult<O> map(PreparedMap<O> map) {
        return SequentialMap.of(map, null, this::run).gather();
    }

    /**
     * Runs the items of a map as their results are asked for.
     *
     * @throws IncompatibleRunnerException if the graph needs what this runner can't do; nothing has run
     */
    default <O> MapIterator<O> mapIter(PreparedMap<O> map) {
        return SequentialMap.of(map, null, this::run);
    }

    /**
     * Starts a map on another thread.
     *
     * @throws IncompatibleRunnerException if the graph needs what this runner can't do; nothing has run
     */
    default <O> MapHandle<O> startMap(PreparedMap<O> map) {
        return StartedSequentialMap.start(map, null, (run, executor) -> start(run), Threads.shared());
    }

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

    /** Runs {@code graph} once for each of {@code inputs} and waits for their end; see {@link #map(PreparedMap)}. */
    default <I, O> MapResult<O> map(CompiledGraph<I, O> graph, Iterable<? extends I> inputs) {
        return map(graph, inputs, RunOptions.defaults());
    }

    /** Runs {@code graph} once for each of {@code inputs} and waits for their end; see {@link #map(PreparedMap)}. */
    default <I, O> MapResult<O> map(CompiledGraph<I, O> graph, Iterable<? extends I> inputs, RunOptions options) {
        return map(graph.prepareAll(inputs, options));
    }

    /** Runs {@code graph} once for each of {@code inputs} as the results are asked for; see {@link #mapIter(PreparedMap)}. */
    default <I, O> MapIterator<O> mapIter(CompiledGraph<I, O> graph, Iterator<? extends I> inputs, RunOptions options) {
        return mapIter(graph.prepareEach(inputs, options));
    }

    /** Starts to run {@code graph} once for each of {@code inputs}; see {@link #startMap(PreparedMap)}. */
    default <I, O> MapHandle<O> startMap(CompiledGraph<I, O> graph, Iterable<? extends I> inputs, RunOptions options) {
        return startMap(graph.prepareAll(inputs, options));
    }
}
