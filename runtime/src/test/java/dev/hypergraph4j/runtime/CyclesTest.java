package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static dev.hypergraph4j.runtime.TestGraph.to;
import static dev.hypergraph4j.runtime.TestGraph.toSome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.log.NodeRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** How cycles turn, and when they end. */
@EndsInTime
class CyclesTest {

    @Way.Every
    void accumulatorAddsUntilItsGateEnds(Way way) {
        TestGraph graph = graph().input("sum")
                .node("add", takes().seed("sum"), gives("sum"), in -> in.integer("sum") + 3)
                .gate("enough", takes("sum"), to("add"), in -> in.integer("sum") < 10 ? "add" : "END")
                .loop(100, "add", "enough")
                .outputs("sum");

        RunResult<Map<String, Object>> result = way.run(graph, "sum", 0);

        assertThat(result.outputs()).isEqualTo(Map.of("sum", 12));
        assertThat(steps(result))
                .containsExactly("add 0", "enough 0", "add 1", "enough 1", "add 2", "enough 2", "add 3", "enough 3");
    }

    @Way.Every
    void chatGrowsItsMessagesUntilItSaysGoodbye(Way way) {
        TestGraph graph = graph().input("messages")
                .node("answer", takes().seed("messages"), gives("reply"), in -> "reply to " + size(in))
                .node("append", takes("reply").seed("messages"), gives("messages"), CyclesTest::appended)
                .gate("goOn", takes("messages"), to("answer"), in -> size(in) < 4 ? "answer" : "END")
                .loop(100, "answer", "goOn")
                .outputs("messages");

        assertThat(way.run(graph, "messages", List.of("hello")).outputs())
                .isEqualTo(Map.of("messages", List.of("hello", "reply to 1", "reply to 2", "reply to 3")));
    }

    @Way.Every
    void traceTellsTheTurn(Way way) {
        TestGraph graph = graph().input("n")
                .node("count", takes().seed("n"), gives("n"), in -> in.integer("n") + 1)
                .gate("goOn", takes("n"), to("count"), in -> in.integer("n") < 2 ? "count" : "END")
                .loop(10, "count", "goOn")
                .outputs("n");

        String trace = way.run(graph, "n", 0).log().executionTrace();

        assertThat(trace.lines().skip(2).map(line -> line.replaceAll(" +\\+.*", "")))
                .containsExactly("count", "goOn", "count, turn 1", "goOn, turn 1");
    }

    private static int size(TestGraph.In in) {
        return messages(in).size();
    }

    private static List<?> messages(TestGraph.In in) {
        return (List<?>) Objects.requireNonNull(in.get("messages"));
    }

    private static List<?> appended(TestGraph.In in) {
        return Stream.concat(messages(in).stream(), Stream.of(in.text("reply"))).toList();
    }

    @Way.Every
    void evaluatorSendsTheDraftBackUntilItIsGood(Way way) {
        TestGraph graph = graph().input("topic")
                .optional("feedback", Object.class)
                .node(
                        "write",
                        takes("topic").maybeSeed("feedback"),
                        gives("draft"),
                        in -> in.has("feedback") ? in.text("feedback") + "+" : in.text("topic"))
                .node("judge", takes("draft"), gives("feedback"), in -> in.text("draft") + "!")
                .gate(
                        "good",
                        takes("feedback"),
                        to("write", "publish"),
                        in -> in.text("feedback").length() < 8 ? "write" : "publish")
                .node("publish", takes("draft"), gives("published"), in -> in.text("draft"))
                .loop(10, "write", "good")
                .outputs("published");

        RunResult<Map<String, Object>> result = way.run(graph, "topic", "abc");

        assertThat(result.outputs()).isEqualTo(Map.of("published", "abc!+!+"));
        assertThat(result.log().stats("write").count()).isEqualTo(3);
        assertThat(result.log().stats("publish").count()).isEqualTo(1);
    }

    @Way.Every
    void gateAloneRunsANodeAgainThatHasNothingNewToTake(Way way) {
        AtomicInteger tries = new AtomicInteger();
        TestGraph graph = graph().input("prompt")
                .node("generate", takes("prompt"), gives("text"), in -> tries.incrementAndGet())
                .gate("valid", takes("text"), to("generate"), in -> in.integer("text") % 3 == 0 ? "END" : "generate")
                .loop(10, "generate", "valid")
                .outputs("text");

        assertThat(way.run(graph, "prompt", "p").outputs()).isEqualTo(Map.of("text", 3));
    }

    @Way.Every
    void innerLoopOfOneRegionTurnsWithinTheOuterOne(Way way) {
        TestGraph graph = graph().input("row")
                .input("cell")
                .node("nextRow", takes().seed("row"), gives("row"), in -> in.integer("row") + 1)
                .node("nextCell", takes("row").seed("cell"), gives("cell"), in -> in.integer("cell") + 1)
                .gate(
                        "cellsLeft",
                        takes("cell"),
                        to("nextCell", "rowsLeft"),
                        in -> in.integer("cell") % 3 == 0 ? "rowsLeft" : "nextCell")
                .gate(
                        "rowsLeft",
                        takes("row"),
                        toSome("nextRow", "nextCell"),
                        in -> in.integer("row") < 2 ? List.of("nextRow", "nextCell") : List.of())
                .loop(100, "nextRow", "rowsLeft")
                .outputs("row", "cell");

        RunResult<Map<String, Object>> result = way.run(graph, "row", 0, "cell", 0);

        assertThat(result.outputs()).isEqualTo(Map.of("row", 2, "cell", 6));
        assertThat(result.log().stats("nextRow").count()).isEqualTo(2);
        assertThat(result.log().stats("nextCell").count()).isEqualTo(6);
    }

    @Way.Every
    void independentLoopsTurnAsOftenAsEachNeeds(Way way) {
        TestGraph graph = graph().input("a")
                .input("b")
                .node("addA", takes().seed("a"), gives("a"), in -> in.integer("a") + 1)
                .gate("goOnA", takes("a"), to("addA"), in -> in.integer("a") < 7 ? "addA" : "END")
                .node("addB", takes().seed("b"), gives("b"), in -> in.integer("b") + 1)
                .gate("goOnB", takes("b"), to("addB"), in -> in.integer("b") < 3 ? "addB" : "END")
                .node("both", takes("a", "b"), gives("sum"), TestGraph.In::sum)
                .loop(7, "addA", "goOnA")
                .loop(3, "addB", "goOnB")
                .outputs("sum");

        assertThat(way.run(graph, "a", 0, "b", 0).outputs()).isEqualTo(Map.of("sum", 10));
    }

    @Way.Every
    void convergingSeedTurnsUntilItsValueStays(Way way) {
        TestGraph graph = graph().input("x")
                .node("halve", takes().converging("x"), gives("x"), in -> in.integer("x") / 2)
                .loop(100, "halve", "halve")
                .outputs("x");

        RunResult<Map<String, Object>> result = way.run(graph, "x", 9);

        assertThat(result.outputs()).isEqualTo(Map.of("x", 0));
        assertThat(result.log().stats("halve").count()).isEqualTo(5);
    }

    @Way.Every
    void convergenceComparesArraysByTheirContent(Way way) {
        TestGraph graph = graph().input("x")
                .node(
                        "same",
                        takes().converging("x"),
                        gives("x"),
                        in -> ((int[]) Objects.requireNonNull(in.get("x"))).clone())
                .loop(100, "same", "same")
                .outputs("x");

        RunResult<Map<String, Object>> result = way.run(graph, "x", new int[] {1, 2});

        assertThat(result.log().stats("same").count()).isEqualTo(1);
    }

    @Way.Every
    void gateOfSeveralChoicesOpensANodeOutsideForGood(Way way) {
        TestGraph graph = graph().input("n")
                .node("count", takes().seed("n"), gives("n"), in -> in.integer("n") + 1)
                .gate("choose", takes("n"), toSome("count", "alarm", "never"), in -> choices(in.integer("n")))
                .node("alarm", takes("n"), gives("alarm"), in -> "after " + in.get("n"))
                .node("never", takes(), gives("never"), in -> "never")
                .loop(10, "count", "choose")
                .outputs("alarm", "never");

        RunResult<Map<String, Object>> result = way.run(graph, "n", 0);

        assertThat(result.outputs()).isEqualTo(Map.of("alarm", "after 4"));
        assertThat(result.skipped()).containsExactly("never");
    }

    private static List<String> choices(int n) {
        return n == 2 ? List.of("count", "alarm") : n < 4 ? List.of("count") : List.of();
    }

    @Way.Every
    void lastDecisionOfAGateOfOneChoiceCountsOutside(Way way) {
        TestGraph graph = graph().input("n")
                .node("count", takes().seed("n"), gives("n"), in -> in.integer("n") + 1)
                .gate("choose", takes("n"), to("early", "late", "count"), in -> in.integer("n") < 3 ? "early" : "late")
                .gate("goOn", takes("n"), to("count"), in -> in.integer("n") < 3 ? "count" : "END")
                .node("early", takes(), gives("e"), in -> "early")
                .node("late", takes(), gives("l"), in -> "late")
                .loop(10, "count", "goOn")
                .outputs("e", "l");

        assertThat(way.run(graph, "n", 0).outputs()).isEqualTo(Map.of("l", "late"));
    }

    @Way.Every
    void seedWithADefaultNeedsNothingFromTheCaller(Way way) {
        TestGraph graph = graph().optional("n", Integer.class, 5)
                .node("count", takes().maybeSeed("n"), gives("n"), in -> in.integer("n") + 1)
                .gate("goOn", takes("n"), to("count"), in -> in.integer("n") < 8 ? "count" : "END")
                .loop(10, "count", "goOn")
                .outputs("n");

        assertThat(way.run(graph).outputs()).isEqualTo(Map.of("n", 8));
        assertThat(way.run(graph, "n", 7).outputs()).isEqualTo(Map.of("n", 8));
    }

    @Way.Every
    void targetInFrontOfItsGateMayHaveToWaitForTheGate(Way way) {
        List<String> open = steps(way.run(asking(true), "ready", true));
        List<String> closed = steps(way.run(asking(false), "ready", true));

        assertThat(open).containsExactly("ask 0", "decide 0");
        assertThat(closed).containsExactly("decide 0", "ask 1", "decide 1");
    }

    private static TestGraph asking(boolean byDefault) {
        AtomicInteger decisions = new AtomicInteger(byDefault ? 1 : 0);
        return graph().input("ready")
                .node("ask", takes("ready"), gives("asked"), in -> "asked")
                .gate(
                        "decide",
                        takes("ready").maybe("asked"),
                        byDefault ? to("ask") : to("ask").closedAtFirst(),
                        in -> decisions.getAndIncrement() == 0 ? "ask" : "END")
                .loop(10, "ask", "decide")
                .outputs("asked");
    }

    @Way.Every
    void gateThatHasDecidedLetsNoTargetThroughByDefaultEvenIfItNeverRan(Way way) {
        TestGraph graph = graph().input("n")
                .gate("pick", takes().seed("n"), to("make"), in -> in.integer("n") == 0 ? "END" : "make")
                .node("make", takes(), gives("v"), in -> "v")
                .node("late", takes("v"), gives("l"), in -> "late")
                .node("count", takes().seed("n").maybe("l"), gives("n"), in -> in.integer("n") + 1)
                .gate("goOn", takes("n"), to("count", "late"), in -> in.integer("n") < 3 ? "count" : "END")
                .loop(10, "pick", "goOn")
                .outputs("n", "l");

        RunResult<Map<String, Object>> result = way.run(graph, "n", 0);

        assertThat(result.skipped()).containsExactly("late");
        assertThat(result.outputs()).isEqualTo(Map.of("n", 3));
    }

    @Way.Every
    void targetOfAGateThatNeverDecidesRunsOnceByDefault(Way way) {
        TestGraph graph = graph().input("n")
                .node("count", takes().seed("n"), gives("n"), in -> in.integer("n") + 1)
                .gate("stop", takes("n"), to("goOn"), in -> "END")
                .gate("goOn", takes("n"), to("count"), in -> "count")
                .loop(10, "count", "goOn")
                .outputs("n");

        RunResult<Map<String, Object>> result = way.run(graph, "n", 0);

        assertThat(result.outputs()).isEqualTo(Map.of("n", 1));
        assertThat(result.skipped()).containsExactly("goOn");
    }

    @Way.Every
    void gateThatIsClosedItselfLosesItsDecision(Way way) {
        TestGraph graph = graph().input("n")
                .node("count", takes().seed("n"), gives("n"), in -> in.integer("n") + 1)
                .gate("outer", takes("n"), to("inner", "count"), in -> in.integer("n") == 1 ? "inner" : "END")
                .gate("inner", takes("n"), to("count"), in -> "count")
                .loop(10, "count", "inner")
                .outputs("n");

        assertThat(way.run(graph, "n", 0).outputs()).isEqualTo(Map.of("n", 2));
    }

    @Way.Every
    void gateBeforeACycleLetsItBeginAndDoesNotKeepItGoing(Way way) {
        TestGraph graph = graph().input("n")
                .input("wanted")
                .input("echo")
                .gate("isWanted", takes("wanted"), to("count"), in -> in.integer("wanted") > 0 ? "count" : "END")
                .node("count", takes().seed("n").seed("echo"), gives("n"), in -> in.integer("n") + 1)
                .node("repeat", takes("n"), gives("echo"), in -> in.integer("n"))
                .gate("goOn", takes("n"), to("count"), in -> in.integer("n") < 3 ? "count" : "END")
                .loop(50, "count", "goOn")
                .outputs("n");

        assertThat(way.run(graph, "n", 0, "echo", 0, "wanted", 1).outputs()).isEqualTo(Map.of("n", 3));
        assertThat(way.run(graph, "n", 0, "echo", 0, "wanted", 0).skipped()).contains("count");
    }

    @Way.Every
    void whatLiesBehindALoopRunsOnceAfterIt(Way way) {
        AtomicInteger calls = new AtomicInteger();
        TestGraph graph = graph().input("n")
                .node(
                        "count",
                        takes().seed("n"),
                        gives("n", "twice"),
                        in -> List.of(in.integer("n") + 1, 2 * in.integer("n") + 2))
                .gate("goOn", takes("n"), to("count"), in -> in.integer("n") < 50 ? "count" : "END")
                .node("after", takes("twice"), gives("seen"), in -> {
                    calls.incrementAndGet();
                    return in.get("twice");
                })
                .loop(50, "count", "goOn")
                .outputs("seen");

        assertThat(way.run(graph, "n", 0).outputs()).isEqualTo(Map.of("seen", 100));
        assertThat(calls).hasValue(1);
    }

    @Way.Every
    void nodeOfALoopThatNeverRanIsSkipped(Way way) {
        TestGraph graph = graph().input("n")
                .optional("rest", Object.class)
                .node("count", takes().seed("n").maybeSeed("rest"), gives("n"), in -> in.integer("n") + 1)
                .gate("goOn", takes("n"), to("repair", "count"), in -> in.integer("n") < 3 ? "count" : "END")
                .node("repair", takes("n"), gives("rest"), in -> 0)
                .loop(10, "count", "repair")
                .outputs("n");

        RunResult<Map<String, Object>> result = way.run(graph, "n", 0);

        assertThat(result.skipped()).containsExactly("repair");
        assertThat(result.outputs()).isEqualTo(Map.of("n", 3));
    }

    private static List<String> steps(RunResult<?> result) {
        return result.log().steps().stream().map(CyclesTest::text).toList();
    }

    private static String text(NodeRecord step) {
        return step.node() + " " + step.iteration();
    }
}
