package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One of the ways to run a graph: with which runner, and whether the run is called or started. A scenario that holds for all of them is written
 * once, for {@link Every} way.
 */
record Way(String name, Runner runner, boolean started) {
    private static final Executor TWO_THREADS = Executors.newFixedThreadPool(2, Way::daemon);

    /** What is the default where the JVM has no virtual threads. */
    private static final Executor POOL = Threads.boundedPool(64);

    /** A test that runs once each way; it takes the {@link Way}. */
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.hypergraph4j.runtime.Way#all")
    @interface Every {}

    /** A test that runs once each way to start a run; it takes the {@link Way}. */
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.hypergraph4j.runtime.Way#starting")
    @interface EveryStart {}

    /** A test that runs once each way that takes asynchronous nodes. */
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.hypergraph4j.runtime.Way#async")
    @interface EveryAsync {}

    /** A test that runs once each way that runs any number of nodes at once. */
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.hypergraph4j.runtime.Way#unlimited")
    @interface EveryUnlimited {}

    static Stream<Way> all() {
        return Stream.concat(calledAndStarted("sync", SyncRunner.create()), async());
    }

    static Stream<Way> starting() {
        return all().filter(Way::started);
    }

    static Stream<Way> async() {
        return Stream.of(
                        unlimited(),
                        calledAndStarted("async, one at once", limited(1)),
                        calledAndStarted("async, two at once", limited(2)),
                        calledAndStarted("async on two threads", on(TWO_THREADS)))
                .flatMap(ways -> ways);
    }

    static Stream<Way> unlimited() {
        return Stream.concat(
                calledAndStarted("async", AsyncRunner.create()), calledAndStarted("async on a pool", on(POOL)));
    }

    static AsyncRunner limited(int maxConcurrency) {
        return AsyncRunner.builder().maxConcurrency(maxConcurrency).build();
    }

    static AsyncRunner on(Executor executor) {
        return AsyncRunner.builder().executor(executor).build();
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "test");
        thread.setDaemon(true);
        return thread;
    }

    RunResult<Map<String, Object>> run(TestGraph graph, Object... namesAndValues) {
        return run(graph.prepared(namesAndValues));
    }

    RunResult<Map<String, Object>> run(TestGraph graph, ErrorHandling errorHandling, Object... namesAndValues) {
        RunOptions options = RunOptions.defaults().onError(errorHandling);
        return run(graph.prepare(graph.given(namesAndValues), options));
    }

    RunHandle<Map<String, Object>> start(TestGraph graph, Object... namesAndValues) {
        return runner.start(graph.prepared(namesAndValues));
    }

    <O> RunResult<O> run(PreparedRun<O> run) {
        if (!started) {
            return runner.run(run);
        }
        try {
            return runner.start(run).await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError("The test's thread was interrupted", interrupted);
        }
    }

    RunResult<Map<String, Object>> resume(TestGraph graph, RunResult<Map<String, Object>> paused, Answers answers) {
        if (!started) {
            return graph.with(runner).resume(paused, answers);
        }
        try {
            return runner.start(paused.resumed(graph.definition(), answers)).await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError("The test's thread was interrupted", interrupted);
        }
    }

    boolean takesAsynchronousNodes() {
        return runner.capabilities().has(RunnerCapabilities.Capability.ASYNCHRONOUS_NODES);
    }

    @Override
    public String toString() {
        return name + (started ? ", started" : ", called");
    }

    private static Stream<Way> calledAndStarted(String name, Runner runner) {
        return Stream.of(new Way(name, runner, false), new Way(name, runner, true));
    }
}
