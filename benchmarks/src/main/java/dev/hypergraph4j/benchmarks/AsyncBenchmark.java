package dev.hypergraph4j.benchmarks;

import dev.hypergraph4j.benchmarks.report.Effort;
import dev.hypergraph4j.benchmarks.report.Measurements;
import dev.hypergraph4j.benchmarks.shapes.Chain10;
import dev.hypergraph4j.benchmarks.shapes.Chain10Graph;
import dev.hypergraph4j.benchmarks.shapes.Chain10Inputs;
import dev.hypergraph4j.benchmarks.shapes.FanOut1000;
import dev.hypergraph4j.benchmarks.shapes.FanOut1000Graph;
import dev.hypergraph4j.benchmarks.shapes.FanOut1000HandOffs;
import dev.hypergraph4j.benchmarks.shapes.FanOut1000Inputs;
import dev.hypergraph4j.benchmarks.shapes.Waits100;
import dev.hypergraph4j.benchmarks.shapes.Waits100Graph;
import dev.hypergraph4j.benchmarks.shapes.Waits100HandOffs;
import dev.hypergraph4j.benchmarks.shapes.Waits100Inputs;
import dev.hypergraph4j.runtime.AsyncRunner;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.SyncRunner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.runner.RunnerException;

/** What it costs to let nodes overlap, beside the same hand-offs to the same executor written by hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class AsyncBenchmark {
    private final Waits100 waits = new Waits100();
    private final Waits100Graph waitsGraph = Waits100Graph.create(waits);
    private final FanOut1000 diamond = new FanOut1000();
    private final FanOut1000Graph diamondGraph = FanOut1000Graph.create(diamond);
    private final Chain10Graph chainGraph = Chain10Graph.create(new Chain10());

    // Not final: the JIT must not know it.
    private int origin = 7;

    private ExecutorService executor;
    private AsyncRunner runner;

    /** Measures, and prints the table. */
    public static void main(String[] arguments) throws RunnerException {
        Effort effort = Effort.of(arguments);
        System.out.println(AsyncReport.of(Measurements.of(AsyncBenchmark.class, AsyncReport.cases(), effort)));
    }

    /** One executor for runner and hand-written code. */
    @Setup
    public void start() {
        executor = ExecutorKind.ofThisJvm().open();
        runner = AsyncRunner.builder().executor(executor).build();
    }

    /** Ends the threads. */
    @TearDown
    public void stop() {
        executor.shutdownNow();
    }

    /** 100 nodes that wait for a millisecond each. */
    @Benchmark
    public RunResult<?> waitsOnRunner() {
        return runner.run(waitsGraph, Waits100Inputs.of(origin));
    }

    /** The same on the threads that a runner has if nobody gives it some. */
    @Benchmark
    public RunResult<?> waitsOnDefaultRunner() {
        return AsyncRunner.create().run(waitsGraph, Waits100Inputs.of(origin));
    }

    /** The same waits on the bare executor. */
    @Benchmark
    public int[] waitsOnExecutor() throws InterruptedException {
        return Waits100HandOffs.run(waits, origin, executor);
    }

    /** A source, 978 nodes that take its value, and their joins. */
    @Benchmark
    public RunResult<?> diamondOnRunner() {
        return runner.run(diamondGraph, FanOut1000Inputs.of(origin));
    }

    /** The same on the threads that a runner has if nobody gives it some. */
    @Benchmark
    public RunResult<?> diamondOnDefaultRunner() {
        return AsyncRunner.create().run(diamondGraph, FanOut1000Inputs.of(origin));
    }

    /** The same hand-offs on the bare executor. */
    @Benchmark
    public int diamondOnExecutor() throws InterruptedException {
        return FanOut1000HandOffs.run(diamond, origin, executor);
    }

    /** A chain, in which there is nothing to overlap. */
    @Benchmark
    public RunResult<?> chainOnRunner() {
        return runner.run(chainGraph, Chain10Inputs.of(origin));
    }

    /** The same chain without a thought of threads. */
    @Benchmark
    public RunResult<?> chainOnSyncRunner() {
        return SyncRunner.create().run(chainGraph, Chain10Inputs.of(origin));
    }
}
