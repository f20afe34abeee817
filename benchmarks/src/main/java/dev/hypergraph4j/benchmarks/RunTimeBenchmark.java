package dev.hypergraph4j.benchmarks;

import dev.hypergraph4j.benchmarks.report.Effort;
import dev.hypergraph4j.benchmarks.report.Measurements;
import dev.hypergraph4j.benchmarks.shapes.Clocked;
import dev.hypergraph4j.benchmarks.shapes.Shape;
import dev.hypergraph4j.benchmarks.shapes.Shapes;
import dev.hypergraph4j.runtime.RunResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.RunnerException;

/**
 * What a run of a generated graph costs on the caller's thread, beside the same calls made in other ways. JMH inlines the methods here into its
 * loop, so they only lead to classes whose methods the JIT has to find worth compiling by themselves.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class RunTimeBenchmark {
    /** The name of a shape; see {@link Shapes#names()}. */
    @Param("chain-10")
    public String shape;

    private Shape nodes;

    /** Measures, and prints the tables. */
    public static void main(String[] arguments) throws RunnerException {
        Effort effort = Effort.of(arguments);
        RunTimeReport report = new RunTimeReport(Shapes.names());
        System.out.println(report.of(Measurements.of(RunTimeBenchmark.class, report.cases(), effort)));
    }

    /** Loads the one shape. */
    @Setup
    public void load() {
        nodes = Shapes.named(shape);
    }

    /** The generated graph. */
    @Benchmark
    public RunResult<?> graph() {
        return nodes.graph();
    }

    /** Calls by hand. */
    @Benchmark
    public int calls() {
        return nodes.calls();
    }

    /** Calls by hand that read the clock as often as the graph does. */
    @Benchmark
    public Clocked clockedCalls() {
        return nodes.clockedCalls();
    }

    /** Completed futures. */
    @Benchmark
    public int futures() {
        return nodes.futures();
    }

    /** Dagger Producers. */
    @Benchmark
    public int producers() {
        return nodes.producers();
    }

    /** LangGraph4j. */
    @Benchmark
    public int langGraph() {
        return nodes.langGraph();
    }
}
