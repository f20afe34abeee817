package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static dev.hypergraph4j.runtime.TestGraph.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.Map;

/** Cycles that would turn for ever, that fail, and that are stopped. */
@EndsInTime
class EndlessCyclesTest {

    @Way.Every
    void endlessCycleIsToldWithWhatKeptItGoing(Way way) {
        InfiniteLoopException error =
                catchThrowableOfType(InfiniteLoopException.class, () -> way.run(endless(), "c", 0));

        assertThat(error).hasMessage("""
                [Hypergraph/InfiniteLoop] A cycle of 'g' turned 5 times and did not end.
                    cycle    : count -> copy -> goOn
                    next     : count
                    changing : c

                    How to fix:
                      - see to it that a gate leaves the cycle, or
                      - let it turn more often: @Graph(maxIterations = 50)""");
        assertThat(error.graph()).isEqualTo("g");
        assertThat(error.nodes()).containsExactly("count", "copy", "goOn");
        assertThat(error.iterations()).isEqualTo(5);
    }

    @Way.Every
    void cycleThatEndsInItsLastTurnIsNotEndless(Way way) {
        TestGraph graph = graph().input("n")
                .node("count", takes().seed("n"), gives("n"), in -> in.integer("n") + 1)
                .gate("goOn", takes("n"), to("count"), in -> in.integer("n") < 5 ? "count" : "END")
                .loop(5, "count", "goOn")
                .outputs("n");

        assertThat(way.run(graph, "n", 0).outputs()).isEqualTo(Map.of("n", 5));
    }

    @Way.Every
    void otherPathsGoOnBesideAnEndlessCycle(Way way) {
        RunResult<Map<String, Object>> result = way.run(endless(), ErrorHandling.CONTINUE, "c", 0);

        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(result.error()).get().isInstanceOf(InfiniteLoopException.class);
        assertThat(result.error().orElseThrow()).isSameAs(result.error().orElseThrow());
        assertThat(result.values()).isEqualTo(Map.of("n", 5, "c", 5, "free", "free"));
        assertThat(result.log().stats("count").count()).isEqualTo(5);
        assertThat(result.log().stats("behind").count()).isZero();
        assertThat(result.skipped()).isEmpty();
    }

    @Way.Every
    void severalEndlessCyclesAreToldInTheOrderOfThePlan(Way way) {
        TestGraph graph = graph().input("a")
                .input("b")
                .node("slow", takes().seed("a"), gives("a"), in -> in.integer("a") + 1)
                .gate("slowly", takes("a"), to("slow"), in -> "slow")
                .node("fast", takes().seed("b"), gives("b"), in -> in.integer("b") + 1)
                .gate("quickly", takes("b"), to("fast"), in -> "fast")
                .loop(50, "slow", "slowly")
                .loop(1, "fast", "quickly")
                .outputs();

        HypergraphException error =
                way.run(graph, ErrorHandling.CONTINUE, "a", 0, "b", 0).error().orElseThrow();

        assertThat(((InfiniteLoopException) error).nodes()).containsExactly("slow", "slowly");
        assertThat(((InfiniteLoopException) error.getSuppressed()[0]).nodes()).containsExactly("fast", "quickly");
    }

    @Way.Every
    void failureEndsTheCycleAfterTheTurnAndLosesWhatDependsOnIt(Way way) {
        TestGraph graph = failingInTurn(2);

        RunResult<Map<String, Object>> result = way.run(graph, ErrorHandling.CONTINUE, "n", 0);

        assertThat(result.log().steps())
                .extracting(NodeRecord::node, NodeRecord::iteration, NodeRecord::status)
                .extracting(Object::toString)
                .containsExactly(
                        "(\"count\", 0, COMPLETED)",
                        "(\"check\", 0, COMPLETED)",
                        "(\"beside\", 0, COMPLETED)",
                        "(\"goOn\", 0, COMPLETED)",
                        "(\"count\", 1, COMPLETED)",
                        "(\"check\", 1, COMPLETED)",
                        "(\"beside\", 1, COMPLETED)",
                        "(\"goOn\", 1, COMPLETED)",
                        "(\"count\", 2, COMPLETED)",
                        "(\"check\", 2, FAILED)",
                        "(\"beside\", 2, COMPLETED)");
        assertThat(result.values()).isEqualTo(Map.of("n", 3, "ok", 2, "b", 3));
        assertThat(result.skipped()).isEmpty();
    }

    @Way.Every
    void failureInACycleIsRaised(Way way) {
        NodeExecutionException error =
                catchThrowableOfType(NodeExecutionException.class, () -> way.run(failingInTurn(2), "n", 0));

        assertThat(error.nodePath()).isEqualTo("check");
        assertThat(error.getCause()).hasMessage("in turn 2");
        assertThat(error.log().errors())
                .singleElement()
                .extracting(NodeRecord::iteration)
                .isEqualTo(2);
        assertThat(error.log().stats("check").errors()).isEqualTo(1);
    }

    private static TestGraph failingInTurn(int turn) {
        return graph().input("n")
                .node("count", takes().seed("n"), gives("n"), in -> in.integer("n") + 1)
                .node("check", takes("n"), gives("ok"), in -> {
                    if (in.integer("n") == turn + 1) {
                        throw new IllegalStateException("in turn " + turn);
                    }
                    return in.get("n");
                })
                .node("beside", takes("n"), gives("b"), in -> in.get("n"))
                .gate("goOn", takes("ok", "b"), to("count"), in -> "count")
                .node("behind", takes("b"), gives("end"), in -> "end")
                .loop(100, "count", "goOn")
                .outputs("end");
    }

    @Way.EveryStart
    void stopEndsACycle(Way way) throws InterruptedException {
        Gate inTurnThree = new Gate();
        TestGraph graph = graph().input("n")
                .node("count", takes().seed("n"), gives("n"), in -> {
                    if (in.integer("n") == 3) {
                        inTurnThree.pass();
                    }
                    return in.integer("n") + 1;
                })
                .gate("goOn", takes("n"), to("count"), in -> "count")
                .node("behind", takes("n"), gives("end"), in -> "end")
                .loop(1_000_000, "count", "goOn")
                .outputs("end");

        RunHandle<Map<String, Object>> handle = way.start(graph, "n", 0);
        inTurnThree.awaitReached();
        handle.stop("enough");
        inTurnThree.open();
        RunResult<Map<String, Object>> result = handle.await();

        assertThat(result.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(result.stopReason()).contains("enough");
        assertThat(result.values()).isEqualTo(Map.of("n", 4));
        assertThat(result.log().stats("count").count()).isEqualTo(4);
        assertThat(result.log().stats("goOn").count()).isEqualTo(3);
    }

    @Way.EveryStart
    void stopThatLeavesNothingUndoneStopsNothing(Way way) throws InterruptedException {
        Gate inGate = new Gate();
        TestGraph graph = graph().input("n")
                .node("count", takes().seed("n"), gives("n"), in -> in.integer("n") + 1)
                .gate("goOn", takes("n"), to("count", "repair"), in -> {
                    inGate.pass();
                    return "END";
                })
                .node("repair", takes("n"), gives("repaired"), in -> "repaired")
                .loop(10, "count", "goOn")
                .outputs("n", "repaired");

        RunHandle<Map<String, Object>> handle = way.start(graph, "n", 0);
        inGate.awaitReached();
        handle.stop("enough");
        inGate.open();
        RunResult<Map<String, Object>> result = handle.await();

        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(result.skipped()).containsExactly("repair");
    }

    private static TestGraph endless() {
        return graph().input("c")
                .node("count", takes().seed("c"), gives("n"), in -> in.integer("c") + 1)
                .node("copy", takes("n"), gives("c"), in -> in.get("n"))
                .gate("goOn", takes("c"), to("count"), in -> "count")
                .node("behind", takes("c"), gives("b"), in -> "never")
                .node("free", takes(), gives("free"), in -> "free")
                .loop(5, "count", "goOn")
                .outputs("b", "free");
    }
}
