package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static dev.hypergraph4j.runtime.TestGraph.to;
import static dev.hypergraph4j.runtime.TestGraph.toSome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What gates open and what is skipped, outside of cycles. */
@EndsInTime
class GatesTest {

    @Way.Every
    void onlyTheChosenTargetRuns(Way way) {
        RunResult<Map<String, Object>> result = way.run(branches(), "choice", "left");

        assertThat(result.outputs()).isEqualTo(Map.of("l", "left"));
        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(result.skipped()).containsExactly("right");
        assertThat(ran(result)).containsExactly("gate", "left");
    }

    @Way.Every
    void endAndNothingOpenNothing(Way way) {
        assertThat(way.run(branches(), "choice", "END").skipped()).containsExactly("left", "right");
        assertThat(way.run(choosing(null)).skipped()).containsExactly("left", "right");
        assertThat(way.run(choosing(null)).outputs()).isEmpty();
    }

    @Way.Every
    void logTellsWhatWasSkipped(Way way) {
        RunResult<Map<String, Object>> result = way.run(branches(), "choice", "left");

        assertThat(result.log().skipped()).containsExactly("right");
        assertThat(result.log().summary()).startsWith("2 nodes, 1 skipped, ");
        assertThat(result.log().stats("right").count()).isZero();
        assertThat(result.log().toMap()).containsEntry("skipped", List.of("right"));
    }

    @Way.Every
    void severalTargetsOpenAtOnce(Way way) {
        TestGraph graph = graph().gate("gate", takes(), toSome("a", "b", "c"), in -> List.of("a", "c"))
                .node("a", takes(), gives("x"), in -> 1)
                .node("b", takes(), gives("y"), in -> 2)
                .node("c", takes(), gives("z"), in -> 3)
                .outputs("x", "y", "z");

        RunResult<Map<String, Object>> result = way.run(graph);

        assertThat(result.outputs()).isEqualTo(Map.of("x", 1, "z", 3));
        assertThat(result.skipped()).containsExactly("b");
    }

    @Way.Every
    void emptyChoiceOpensNothing(Way way) {
        TestGraph graph = graph().gate("gate", takes(), toSome("a"), in -> List.of())
                .node("a", takes(), gives("x"), in -> 1)
                .outputs("x");

        assertThat(way.run(graph).skipped()).containsExactly("a");
    }

    @Way.Every
    void skipGoesOnToAllThatNeedTheValue(Way way) {
        TestGraph graph = graph().gate("gate", takes(), to("a", "other"), in -> "other")
                .node("a", takes(), gives("x"), in -> 1)
                .node("b", takes("x"), gives("y"), in -> 2)
                .node("c", takes("y"), gives("z"), in -> 3)
                .node("other", takes(), gives("o"), in -> 4)
                .outputs("z", "o");

        RunResult<Map<String, Object>> result = way.run(graph);

        assertThat(result.skipped()).containsExactly("a", "b", "c");
        assertThat(result.outputs()).isEqualTo(Map.of("o", 4));
    }

    @Way.Every
    void nodeRunsWithoutAnOptionalValueWhoseProducerWasSkipped(Way way) {
        TestGraph graph = graph().gate("gate", takes(), to("a"), in -> "END")
                .node("a", takes(), gives("x"), in -> 1)
                .node("b", takes().maybe("x"), gives("y"), in -> in.has("x") ? "with" : "without")
                .outputs("y");

        RunResult<Map<String, Object>> result = way.run(graph);

        assertThat(result.outputs()).isEqualTo(Map.of("y", "without"));
        assertThat(result.skipped()).containsExactly("a");
    }

    @Way.Every
    void mergeRunsAfterTheBranchThatRan(Way way) {
        TestGraph graph = graph().input("choice")
                .gate("gate", takes("choice"), to("left", "right"), in -> in.get("choice"))
                .node("left", takes(), gives("l"), in -> "from left")
                .node("right", takes(), gives("r"), in -> "from right")
                .node("merge", takes().maybe("l", "r"), gives("m"), in -> in.has("l") ? in.get("l") : in.get("r"))
                .outputs("m");

        assertThat(way.run(graph, "choice", "left").outputs()).isEqualTo(Map.of("m", "from left"));
        assertThat(way.run(graph, "choice", "right").outputs()).isEqualTo(Map.of("m", "from right"));
    }

    @Way.Every
    void branchesThatExcludeEachOtherGiveTheSameValue(Way way) {
        TestGraph graph = graph().input("choice")
                .gate("gate", takes("choice"), to("left", "right"), in -> in.get("choice"))
                .node("left", takes(), gives("v"), in -> "left")
                .node("right", takes(), gives("v"), in -> "right")
                .node("use", takes("v"), gives("u"), in -> in.text("v") + " used")
                .outputs("u");

        assertThat(way.run(graph, "choice", "left").outputs()).isEqualTo(Map.of("u", "left used"));
        assertThat(way.run(graph, "choice", "right").outputs()).isEqualTo(Map.of("u", "right used"));
        assertThat(way.run(graph, "choice", "END").skipped()).containsExactly("left", "right", "use");
    }

    @Way.Every
    void anyOfSeveralGatesOpensANode(Way way) {
        TestGraph graph = graph().input("first")
                .input("second")
                .gate("g1", takes("first"), to("a"), in -> in.get("first"))
                .gate("g2", takes("second"), to("a"), in -> in.get("second"))
                .node("a", takes(), gives("x"), in -> 1)
                .outputs("x");

        assertThat(way.run(graph, "first", "a", "second", "END").skipped()).isEmpty();
        assertThat(way.run(graph, "first", "END", "second", "a").skipped()).isEmpty();
        assertThat(way.run(graph, "first", "END", "second", "END").skipped()).containsExactly("a");
    }

    @Way.Every
    void skippedGateOpensNothing(Way way) {
        TestGraph graph = graph().input("choice")
                .gate("outer", takes("choice"), to("inner", "other"), in -> in.get("choice"))
                .gate("inner", takes(), to("a", "b"), in -> "a")
                .node("a", takes(), gives("x"), in -> 1)
                .node("b", takes(), gives("y"), in -> 2)
                .node("other", takes(), gives("z"), in -> 3)
                .outputs("x", "y", "z");

        assertThat(way.run(graph, "choice", "inner").skipped()).containsExactly("b", "other");
        assertThat(way.run(graph, "choice", "other").skipped()).containsExactly("inner", "a", "b");
    }

    @Way.Every
    void openedNodeStillWaitsForItsValues(Way way) {
        TestGraph graph = graph().gate("first", takes(), to("giver"), in -> "END")
                .gate("second", takes(), to("taker"), in -> "taker")
                .node("giver", takes(), gives("x"), in -> 1)
                .node("taker", takes("x"), gives("y"), in -> 2)
                .outputs("y");

        assertThat(way.run(graph).skipped()).containsExactly("giver", "taker");
    }

    @Way.Every
    void whatNoGateTargetsRunsBesideAnyDecision(Way way) {
        TestGraph graph = graph().gate("gate", takes(), to("a"), in -> "END")
                .node("a", takes(), gives("x"), in -> 1)
                .node("b", takes(), gives("y"), in -> 2)
                .outputs("x", "y");

        assertThat(way.run(graph).outputs()).isEqualTo(Map.of("y", 2));
    }

    @Way.Every
    void unknownTargetFailsTheGateAndSaysWhatWasMeant(Way way) {
        NodeExecutionException error =
                catchThrowableOfType(NodeExecutionException.class, () -> way.run(branches(), "choice", "lefd"));

        assertThat(error.nodePath()).isEqualTo("gate");
        assertThat(error.getCause())
                .hasMessageContaining("The gate returned 'lefd', which is none of its targets.")
                .hasMessageContaining("'left'");
    }

    @Way.Every
    void targetsOfAFailedGateAreLostAndOtherPathsGoOn(Way way) {
        TestGraph graph = graph().gate("gate", takes(), to("a"), in -> {
                    throw new IllegalStateException("no idea");
                })
                .node("a", takes(), gives("x"), in -> 1)
                .node("b", takes().maybe("x"), gives("y"), in -> 2)
                .node("free", takes(), gives("z"), in -> 3)
                .outputs("x", "y", "z");

        RunResult<Map<String, Object>> result = way.run(graph, ErrorHandling.CONTINUE);

        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(result.values()).isEqualTo(Map.of("z", 3));
        assertThat(result.skipped()).isEmpty();
        assertThat(ran(result)).containsExactly("gate", "free");
    }

    @Way.Every
    void nodeBehindASkippedAndAFailedOneIsLostAndNotSkipped(Way way) {
        TestGraph graph = graph().gate("gate", takes(), to("a"), in -> "END")
                .node("a", takes(), gives("x"), in -> 1)
                .node("bad", takes(), gives("y"), in -> {
                    throw new IllegalStateException("bad");
                })
                .node("both", takes("x", "y"), gives("z"), in -> 1)
                .outputs("z");

        assertThat(way.run(graph, ErrorHandling.CONTINUE).skipped()).containsExactly("a");
    }

    @Way.Every
    void entryRunsTheGatesInFrontOfWhatItNeeds(Way way) {
        TestGraph graph = branches();

        RunResult<Map<String, Object>> result = way.run(graph.entry("l", RunOptions.defaults(), "choice", "right"));

        assertThat(ran(result)).containsExactly("gate");
        assertThat(result.skipped()).containsExactly("left");
    }

    private static TestGraph branches() {
        return graph().input("choice")
                .gate("gate", takes("choice"), to("left", "right"), in -> in.get("choice"))
                .node("left", takes(), gives("l"), in -> "left")
                .node("right", takes(), gives("r"), in -> "right")
                .outputs("l", "r");
    }

    private static TestGraph choosing(@Nullable Object choice) {
        return graph().gate("gate", takes(), to("left", "right"), in -> choice)
                .node("left", takes(), gives("l"), in -> "left")
                .node("right", takes(), gives("r"), in -> "right")
                .outputs("l", "r");
    }

    private static List<String> ran(RunResult<?> result) {
        return result.log().steps().stream().map(NodeRecord::node).toList();
    }
}
