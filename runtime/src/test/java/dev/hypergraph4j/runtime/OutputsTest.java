package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.mayGive;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What runs give, and in which order nodes run. */
@EndsInTime
class OutputsTest {

    @Way.Every
    void valuesFlowAlongTheEdges(Way way) {
        TestGraph diamond = graph().input("x")
                .node("top", takes("x"), gives("t"), in -> in.sum() + 1)
                .node("left", takes("t"), gives("l"), in -> in.sum() * 2)
                .node("right", takes("t"), gives("r"), in -> in.sum() * 3)
                .node("bottom", takes("l", "r", "x"), gives("b"), TestGraph.In::sum)
                .outputs("b", "l");

        RunResult<Map<String, Object>> result = way.run(diamond, "x", 1);

        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(result.isCompleted()).isTrue();
        assertThat(result.outputs()).containsExactly(entry("b", 11), entry("l", 4));
        assertThat(result.error()).isEmpty();
        assertThat(result.stopReason()).isEmpty();
    }

    @Way.Every
    void nodeGivesSeveralValues(Way way) {
        TestGraph graph = graph().input("x")
                .node("split", takes("x"), gives("half", "rest"), in -> List.of(in.sum() / 2, in.sum() % 2))
                .node("join", takes("half", "rest"), gives("joined"), in -> in.get("half") + "r" + in.get("rest"))
                .outputs("rest", "joined");

        assertThat(way.run(graph, "x", 7).outputs()).containsExactly(entry("rest", 1), entry("joined", "3r1"));
    }

    @Way.Every
    void nodeMayGiveNothing(Way way) {
        TestGraph graph = graph().node("find", takes(), mayGive("found"), in -> null)
                .node("tell", takes("found"), gives("told"), in -> String.valueOf(in.get("found")))
                .outputs("found", "told");

        assertThat(way.run(graph).outputs()).containsExactly(entry("told", "null"));
    }

    @Way.Every
    void nodeRunsForItsEffect(Way way) {
        Queue<Object> written = new ConcurrentLinkedQueue<>();
        TestGraph graph = graph().input("x")
                .node("write", takes("x"), gives(), in -> written.add(in.sum()))
                .node("last", takes("x"), gives("y"), TestGraph.In::sum)
                .outputs("y");

        assertThat(way.run(graph, "x", 4).outputs()).containsExactly(entry("y", 4));
        assertThat(written).containsExactly(4);
    }

    @Way.Every
    void graphWithoutNodesCompletes(Way way) {
        RunResult<Map<String, Object>> result = way.run(graph().input("x").outputs(), "x", 1);

        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(result.outputs()).isEmpty();
        assertThat(result.log().steps()).isEmpty();
    }

    @Way.Every
    void longChainRuns(Way way) {
        assertThat(way.run(chain(2_000), "v0", 0).outputs()).containsExactly(entry("v2000", 2_000));
    }

    @Way.Every
    void wideFanOutIsGathered(Way way) {
        TestGraph.Builder builder = graph().input("x");
        String[] parts = IntStream.range(0, 300).mapToObj(i -> "p" + i).toArray(String[]::new);
        IntStream.range(0, parts.length)
                .forEach(i -> builder.node("n" + i, takes("x"), gives(parts[i]), in -> in.sum() + i));
        TestGraph graph = builder.node("gather", takes(parts), gives("sum"), TestGraph.In::sum)
                .outputs("sum");

        assertThat(way.run(graph, "x", 1).outputs()).containsExactly(entry("sum", 300 + 299 * 150));
    }

    @Way.Every
    void eachNodeRunsOnceAndAfterThoseThatItWaitsFor(Way way) {
        Queue<String> ran = new ConcurrentLinkedQueue<>();
        TestGraph graph = noting(ran);

        way.run(graph);

        assertThat(ran).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(ran).containsSubsequence("a", "c").containsSubsequence("b", "d", "e");
        assertThat(ran).containsSubsequence("a", "d");
    }

    @Way.Every
    void logListsTheNodesInTheOrderOfThePlan(Way way) {
        RunResult<Map<String, Object>> result = way.run(noting(new ConcurrentLinkedQueue<>()));

        assertThat(result.log().steps()).extracting(NodeRecord::node).containsExactly("a", "b", "c", "d", "e");
        assertThat(result.log().errors()).isEmpty();
    }

    @Test
    void sequentialRunKeepsTheOrderOfThePlan() {
        Queue<String> ran = new ConcurrentLinkedQueue<>();
        TestGraph graph = noting(ran);

        SyncRunner.create().run(graph.prepared());

        assertThat(ran).containsExactly("a", "b", "c", "d", "e");
    }

    @Way.Every
    void runOfOneOutputRunsOnlyWhatItNeeds(Way way) {
        Queue<String> ran = new ConcurrentLinkedQueue<>();

        RunResult<Map<String, Object>> result = way.run(noting(ran).entry("vc", RunOptions.defaults()));

        assertThat(result.outputs()).containsExactly(entry("vc", "c"));
        assertThat(ran).containsExactly("a", "c");
        assertThat(result.log().steps()).extracting(NodeRecord::node).containsExactly("a", "c");
    }

    @Way.Every
    void failureOfANodeThatIsNotNeededDoesNotMatter(Way way) {
        TestGraph graph = graph().node("bad", takes(), gives("vBad"), in -> {
                    throw new IllegalStateException("nobody asked");
                })
                .node("good", takes(), gives("vGood"), in -> 1)
                .outputs("vBad", "vGood");

        assertThat(way.run(graph.entry("vGood", RunOptions.defaults())).outputs())
                .containsExactly(entry("vGood", 1));
    }

    /** {@code v0 -> v1 -> ...}, each one more than the one before. */
    static TestGraph chain(int nodes) {
        TestGraph.Builder builder = graph("chain").input("v0");
        for (int i = 1; i <= nodes; i++) {
            builder.node("n" + i, takes("v" + (i - 1)), gives("v" + i), in -> in.sum() + 1);
        }
        return builder.outputs("v" + nodes);
    }

    private static TestGraph noting(Queue<String> ran) {
        return graph().node("a", takes(), gives("va"), in -> note(ran, "a"))
                .node("b", takes(), gives("vb"), in -> note(ran, "b"))
                .node("c", takes("va"), gives("vc"), in -> note(ran, "c"))
                .node("d", takes("va", "vb"), gives("vd"), in -> note(ran, "d"))
                .node("e", takes("vd"), gives("ve"), in -> note(ran, "e"))
                .outputs("vc", "ve");
    }

    private static String note(Queue<String> ran, String node) {
        ran.add(node);
        return node;
    }
}
