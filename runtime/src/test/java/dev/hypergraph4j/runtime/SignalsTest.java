package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static dev.hypergraph4j.runtime.TestGraph.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.ErrorHandling;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Nodes that wait for each other without taking a value. */
@EndsInTime
class SignalsTest {
    private final List<String> order = new CopyOnWriteArrayList<>();

    @Way.Every
    void nodeRunsAfterAllThatEmitItsSignal(Way way) {
        TestGraph graph = graph().node("one", takes(), gives().emits("ready"), in -> order.add("one"))
                .node("two", takes(), gives().emits("ready"), in -> order.add("two"))
                .node("then", takes().waitsFor("ready"), gives("t"), in -> order.add("then"))
                .outputs("t");

        way.run(graph);

        assertThat(order).hasSize(3).endsWith("then");
    }

    @Way.Every
    void nodeRunsAfterAValueThatItDoesNotTake(Way way) {
        TestGraph graph = graph().node("save", takes(), gives("saved"), in -> order.add("save"))
                .node("then", takes().waitsFor("saved"), gives("t"), in -> order.add("then"))
                .outputs("t");

        way.run(graph);

        assertThat(order).containsExactly("save", "then");
    }

    @Way.Every
    void oneOfSeveralThatEmitASignalIsEnough(Way way) {
        TestGraph graph = branches();

        assertThat(way.run(graph, "choice", "left").skipped()).containsExactly("right");
        assertThat(way.run(graph, "choice", "END").skipped()).containsExactly("left", "right", "then");
    }

    @Way.Every
    void nodeIsLostWithWhomItWaitsFor(Way way) {
        TestGraph graph = graph().node("bad", takes(), gives().emits("ready"), in -> {
                    throw new IllegalStateException("bad");
                })
                .node("then", takes().waitsFor("ready"), gives("t"), in -> order.add("then"))
                .outputs("t");

        RunResult<Map<String, Object>> result = way.run(graph, ErrorHandling.CONTINUE);

        assertThat(order).isEmpty();
        assertThat(result.skipped()).isEmpty();
    }

    @Way.Every
    void signalMakesNoNodeRunAgain(Way way) {
        TestGraph graph = graph().input("n")
                .optional("seen", Object.class)
                .node(
                        "count",
                        takes().seed("n").maybeSeed("seen"),
                        gives("n").emits("counted"),
                        in -> in.integer("n") + 1)
                .node("once", takes().waitsFor("counted"), gives("seen"), in -> order.add("once"))
                .gate("goOn", takes("n"), to("count"), in -> in.integer("n") < 5 ? "count" : "END")
                .loop(10, "count", "goOn")
                .outputs("n");

        assertThat(way.run(graph, "n", 0).outputs()).isEqualTo(Map.of("n", 5));
        assertThat(order).containsExactly("once");
    }

    private static TestGraph branches() {
        return graph().input("choice")
                .gate("gate", takes("choice"), to("left", "right"), in -> in.get("choice"))
                .node("left", takes(), gives().emits("done"), in -> null)
                .node("right", takes(), gives().emits("done"), in -> null)
                .node("then", takes().waitsFor("done"), gives("t"), in -> "then")
                .outputs("t");
    }
}
