package dev.hypergraph4j.processor.wire;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.sketch.Sketch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What gates, cycles, signals and shared values do to a wiring. */
class ControlFlowTest {

    private static List<String> plan(Sketch sketch) {
        return sketch.wired().plan().stream().map(GraphNode::name).toList();
    }

    private static List<List<String>> regions(Sketch sketch) {
        return sketch.wired().regions().stream()
                .map(region -> region.nodes().stream().map(GraphNode::name).toList())
                .toList();
    }

    private static boolean isOptional(Sketch sketch, String output) {
        return sketch.wired().values().get(output).mayBeAbsent();
    }

    @Test
    void targetRunsBehindItsGate() {
        assertThat(plan(graph("G")
                        .node("a() -> int x")
                        .node("ifelse isGood(int y) => a : END")
                        .node("b() -> int y")))
                .containsExactly("b", "isGood", "a");
    }

    @Test
    void nodeRunsBehindWhoGivesTheSignalItWaitsFor() {
        assertThat(plan(graph("G").node("ship() waits paid").node("pay() emits paid")))
                .containsExactly("pay", "ship");
    }

    @Test
    void nodesOfACycleStandNextToEachOtherInTheOrderOfATurn() {
        Sketch sketch = graph("G")
                .node("judge(String draft) -> String feedback")
                .node("other(String topic) -> int length")
                .node("write(String topic, @Seed String feedback) -> String draft")
                .node("ifelse isGood(String feedback) => publish : write")
                .node("publish(String draft) -> String page");

        assertThat(plan(sketch)).containsExactly("write", "judge", "isGood", "other", "publish");
        assertThat(regions(sketch)).containsExactly(List.of("write", "judge", "isGood"));
    }

    @Test
    void cyclesThatDoNotReachEachOtherAreRegionsOfTheirOwn() {
        assertThat(regions(graph("G")
                        .node("a(@Seed int x) -> int x")
                        .node("ifelse isSmall(int x) => a : END")
                        .node("b(@Seed int y, int x) -> int y")
                        .node("ifelse isTiny(int y) => b : END")))
                .containsExactly(List.of("a", "isSmall"), List.of("b", "isTiny"));
    }

    @Test
    void seedIsAnInputAndWhatTheCycleGivesAnOutput() {
        Wiring wiring = graph("G")
                .node("write(String topic, @Seed String feedback) -> String draft")
                .node("judge(String draft) -> String feedback")
                .node("ifelse isGood(String feedback) => END : write")
                .wired();

        assertThat(wiring.inputs()).containsOnlyKeys("topic", "feedback");
        assertThat(wiring.inputs().get("feedback").seed()).isTrue();
        assertThat(wiring.outputs()).extracting(GraphOutput::name).containsExactly("draft", "feedback");
    }

    @Test
    void outputOfABranchIsOptional() {
        Sketch sketch =
                graph("G").node("ifelse isLong(String text) => cut : END").node("cut(String text) -> String result");

        assertThat(isOptional(sketch, "result")).isTrue();
    }

    @Test
    void outputThatEveryBranchGivesIsNotOptional() {
        Sketch sketch = graph("G")
                .node("ifelse isLong(String text) => cut : keep")
                .node("cut(String text) -> String result")
                .node("keep(String text) -> String result")
                .node("quote(String result) -> String quoted");

        assertThat(isOptional(sketch, "result")).isFalse();
        assertThat(isOptional(sketch, "quoted")).isFalse();
    }

    @Test
    void outputOfGatesInARowIsCertainIfEveryWayLeadsToIt() {
        Sketch sketch = graph("G")
                .node("ifelse isLong(String text) => cut : other")
                .node("cut(String text) -> String result")
                .node("text route other(String text) => keep | drop")
                .node("keep(String text) -> String result")
                .node("drop() -> String result");

        assertThat(isOptional(sketch, "result")).isFalse();
    }

    @Test
    void outputBehindANullableGateIsOptional() {
        Sketch sketch = graph("G")
                .node("text route other(String text) => keep | drop nullable")
                .node("keep(String text) -> String result")
                .node("drop() -> String result");

        assertThat(isOptional(sketch, "result")).isTrue();
    }

    @Test
    void wayOutOfACycleIsCertainWhereTheCycleHasNoOther() {
        Sketch sketch = graph("G")
                .node("write(String topic, @Seed String feedback) -> String draft")
                .node("judge(String draft) -> String feedback")
                .node("ifelse isGood(String feedback) => publish : write")
                .node("publish(String draft) -> String page");

        assertThat(isOptional(sketch, "page")).isFalse();
    }

    @Test
    void wayOutIsCertainWhereEveryOtherWayLeadsBackThroughSeedsAndGates() {
        assertThat(isOptional(agent("text route choose(String call) => calculate | convert"), "answer"))
                .isFalse();
    }

    @Test
    void wayOutIsOptionalWhereAGateOnTheWayBackMayOpenNothing() {
        assertThat(isOptional(agent("text route choose(String call) => calculate | convert | END"), "answer"))
                .isTrue();
    }

    @Test
    void wayOutIsOptionalWhereTheCycleMaySettleBefore() {
        Sketch sketch = graph("G")
                .node("improve(@Converging double guess) -> double better")
                .node("ifelse isGood(double better) => publish : round")
                .node("round(double better) -> double guess")
                .node("publish(double better) -> String page");

        assertThat(isOptional(sketch, "page")).isTrue();
    }

    private static Sketch agent(String choose) {
        return graph("G")
                .node("plan(@Seed List<String> messages) -> String step")
                .node("ifelse isCall(String step) => act : answer")
                .node("act(String step) -> String call")
                .node(choose)
                .node("calculate(String call) -> String result")
                .node("convert(String call) -> String result")
                .node("remember(@Seed List<String> messages, String result) -> List<String> messages")
                .node("answer(String step) -> String answer");
    }

    @Test
    void sharedValueThatIsReadBeforeItIsGivenIsAnInput() {
        Wiring wiring = graph("G")
                .node("a(List<String> log) -> List<String> log, int x")
                .node("b(List<String> log, int x) -> List<String> log")
                .shared("log")
                .wired();

        assertThat(wiring.inputs()).containsOnlyKeys("log");
        assertThat(wiring.outputs()).extracting(GraphOutput::name).containsExactly("log");
        assertThat(wiring.sharedBefore().values().toString()).isEqualTo("[[a]]");
    }
}
