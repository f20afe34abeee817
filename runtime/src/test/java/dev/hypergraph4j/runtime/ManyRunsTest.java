package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Graphs and runners serve any number of runs at once; a prepared run is for one. */
@EndsInTime
class ManyRunsTest {

    @Way.Every
    void runsOfOneGraphKeepTheirValuesApart(Way way) {
        TestGraph graph = graph().input("x")
                .node("top", takes("x"), gives("t"), in -> in.sum() * 10)
                .node("left", takes("t", "x"), gives("l"), TestGraph.In::sum)
                .node("right", takes("t"), gives("r"), in -> in.sum() + 1)
                .node("bottom", takes("l", "r"), gives("b"), TestGraph.In::sum)
                .outputs("b");

        List<Caller<Boolean>> callers = IntStream.range(0, 8)
                .mapToObj(caller -> Caller.calling(() -> IntStream.range(0, 100)
                        .map(i -> caller * 1_000 + i)
                        .allMatch(x -> way.run(graph, "x", x).outputs().equals(Map.of("b", 21 * x + 1)))))
                .toList();

        assertThat(callers).extracting(Caller::result).containsOnly(true);
    }

    @Way.Every
    void runsOfOneGraphFailApart(Way way) {
        TestGraph graph = graph().input("x")
                .node("odd", takes("x"), gives("o"), in -> {
                    if (in.sum() % 2 == 0) {
                        throw new IllegalArgumentException("even: " + in.sum());
                    }
                    return in.sum();
                })
                .node("same", takes("x"), gives("s"), TestGraph.In::sum)
                .outputs("o", "s");

        List<Caller<Boolean>> callers = IntStream.range(0, 8)
                .mapToObj(caller -> Caller.calling(() -> IntStream.range(0, 100)
                        .map(i -> caller * 1_000 + i)
                        .allMatch(x -> endsAsItShould(x, way.run(graph, ErrorHandling.CONTINUE, "x", x)))))
                .toList();

        assertThat(callers).extracting(Caller::result).containsOnly(true);
    }

    @Way.Every
    void preparedRunIsRunOnce(Way way) {
        AtomicInteger ran = new AtomicInteger();
        TestGraph graph = graph().node("only", takes(), gives("v"), in -> ran.incrementAndGet())
                .outputs("v");
        PreparedRun<Map<String, Object>> run = graph.prepared();
        assertThat(way.run(run).isCompleted()).isTrue();

        assertThatThrownBy(() -> way.run(run))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This run has begun before. Prepare another one for another run.");
        assertThat(ran).hasValue(1);
    }

    private static boolean endsAsItShould(int x, RunResult<Map<String, Object>> result) {
        return x % 2 == 0
                ? result.values().equals(Map.of("s", x))
                        && result.error().orElseThrow().getCause().getMessage().equals("even: " + x)
                : result.outputs().equals(Map.of("o", x, "s", x));
    }
}
