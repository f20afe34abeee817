package dev.hypergraph4j.benchmarks;

import dev.hypergraph4j.benchmarks.graphs.LineGraph;
import dev.hypergraph4j.benchmarks.graphs.LineInputs;
import dev.hypergraph4j.benchmarks.graphs.LineOutputs;
import dev.hypergraph4j.benchmarks.graphs.TurnsGraph;
import dev.hypergraph4j.benchmarks.shapes.Shapes;
import dev.hypergraph4j.runtime.MapIterator;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.event.EventProcessor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What cycles, maps and events cost on the caller's thread, beside plain runs of the same nodes. Times are those of one node's execution, one item or
 * one event.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class ControlFlowBenchmark {
    private static final int TURNS = 1_000_000;
    private static final int ITEMS = 1_000_000;
    private static final int CHAIN = 1_000;

    private final TurnsGraph turns = TurnsGraph.create();
    private final LineGraph line = LineGraph.create();
    private final LineInputs one = LineInputs.of(1);

    /** How many events the processor got. */
    public long events;

    private final RunOptions counted = RunOptions.defaults().processor(EventProcessor.inline(event -> events++));

    /** A node of a cycle. */
    @Benchmark
    @OperationsPerInvocation(3 * TURNS)
    public RunResult<?> nodeOfCycle() {
        return turns.run(0, TURNS);
    }

    /** A node of a chain. */
    @Benchmark
    @OperationsPerInvocation(CHAIN)
    public RunResult<?> nodeOfChain() {
        return Shapes.named("chain-1000").graph();
    }

    /** An item of a map that is taken one by one. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public long itemOfMap() {
        long large = 0;
        try (MapIterator<LineOutputs> results =
                line.mapIter(IntStream.range(0, ITEMS).mapToObj(LineInputs::of).iterator())) {
            while (results.hasNext()) {
                large += results.next().outputs().large() ? 1 : 0;
            }
        }
        return large;
    }

    /** A run of the same graph. */
    @Benchmark
    public RunResult<?> run() {
        return line.run(one);
    }

    /** A run of the same graph that tells a processor of what happens: eight events. */
    @Benchmark
    public RunResult<?> runWithEvents() {
        return line.run(one, counted);
    }
}
