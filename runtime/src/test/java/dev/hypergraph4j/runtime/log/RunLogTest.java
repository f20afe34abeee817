package dev.hypergraph4j.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Plans;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunLogTest {

    @Test
    void summaryTellsNodesTimeErrorsAndTheSlowest() {
        RunLog log = FakeRun.sequential(Plans.chain(3), 1_000, 10_000, 12_000).log();

        assertThat(log.summary()).isEqualTo("3 nodes, 12 ms, 0 errors | slowest: n1 (9 ms)");
        assertThat(log).hasToString(log.summary());
    }

    @Test
    void summaryOfOneNodeAndOneErrorIsInTheSingular() {
        RunLog log = FakeRun.sequential(Plans.chain(1), 850)
                .fail(0, new IllegalStateException())
                .log();

        assertThat(log.summary()).isEqualTo("1 node, 850 us, 1 error | slowest: n0 (850 us)");
    }

    @Test
    void summaryOfARunWithoutNodesHasNoSlowest() {
        RunLog log = FakeRun.sequential(Plan.named("empty").build()).finish(3).log();

        assertThat(log.summary()).isEqualTo("0 nodes, 3 us, 0 errors");
    }

    @Test
    void firstOfTheSlowestIsNamed() {
        RunLog log = FakeRun.sequential(Plans.chain(3), 1, 3, 5).log();

        assertThat(log.summary()).endsWith("| slowest: n1 (2 us)");
    }

    @Test
    void durationLastsUntilTheRunWasOver() {
        assertThat(FakeRun.sequential(Plans.chain(2), 10, 20).finish(25).log().duration())
                .isEqualTo(micros(25));
    }

    @Test
    void durationOfARunThatWasNeverOverLastsUntilItsLatestNodeEnded() {
        assertThat(FakeRun.concurrent(Plans.diamond())
                        .end(0, 5)
                        .end(1, 40)
                        .end(2, 30)
                        .log()
                        .duration())
                .isEqualTo(micros(40));
        assertThat(FakeRun.concurrent(Plans.diamond()).log().duration()).isZero();
    }

    @Test
    void timingIsWorkingTimeInPlanOrder() {
        RunLog log = FakeRun.concurrent(Plans.diamond())
                .node(0, 0, 1, 10)
                .node(1, 10, 30, 50)
                .node(2, 10, 12, 15)
                .log();

        assertThat(log.timing())
                .containsExactly(entry("top", micros(9)), entry("left", micros(20)), entry("right", micros(3)));
    }

    @Test
    void statsOfANodeThatRanOnce() {
        NodeStats stats = FakeRun.sequential(Plans.chain(2), 10, 30).log().stats("n1");

        assertThat(stats)
                .isEqualTo(new NodeStats(
                        1, micros(20), micros(20), micros(20), micros(20), micros(20), micros(20), 0, 0, 0, 0));
    }

    @Test
    void statsOfANodeThatDidNotEndAreZero() {
        NodeStats stats = FakeRun.sequential(Plans.chain(2), 10).log().stats("n1");

        assertThat(stats.count()).isZero();
        assertThat(stats.p95()).isZero();
    }

    @Test
    void statsOfAllNodesAreThoseOfEach() {
        RunLog log = FakeRun.sequential(Plans.chain(3), 10, 30, 60)
                .fail(2, new Error())
                .log();

        assertThat(log.nodeStats())
                .containsExactly(
                        entry("n0", log.stats("n0")), entry("n1", log.stats("n1")), entry("n2", log.stats("n2")));
        assertThat(log.stats("n2").errors()).isEqualTo(1);
    }

    @Test
    void statsOfAnUnknownNodeSayWhatWasMeant() {
        RunLog log = FakeRun.sequential(Plans.diamond(), 1).log();

        assertThatThrownBy(() -> log.stats("botom"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Graph 'diamond' has no node 'botom'.")
                .hasMessageContaining("Did you mean 'bottom'?");
    }

    @Test
    void errorsAreTheStepsThatFailed() {
        Throwable failure = new IllegalStateException("no index");
        RunLog log =
                FakeRun.sequential(Plans.diamond(), 10, 30, 60).fail(1, failure).log();

        assertThat(log.errors()).containsExactly(log.steps().get(1));
        assertThat(log.errors().get(0).status()).isEqualTo(NodeStatus.FAILED);
        assertThat(log.errors().get(0).error()).isSameAs(failure);
        assertThat(log.steps().get(0).status()).isEqualTo(NodeStatus.COMPLETED);
        assertThat(log.steps().get(0).error()).isNull();
    }

    @Test
    void everyStepOfARunIsExecutedInTheFirstIteration() {
        RunLog log = FakeRun.sequential(Plans.chain(2), 10, 30).log();

        assertThat(log.steps()).extracting(NodeRecord::origin).containsOnly(Origin.EXECUTED);
        assertThat(log.steps()).extracting(NodeRecord::iteration).containsOnly(0);
    }

    @Test
    void valuesAreShownIfTheyWereCaptured() {
        RunLog log = FakeRun.sequential(Plans.diamond(), 10, 30, 60, 100)
                .captured(1, 2, 3, 4, 7)
                .log();

        assertThat(log.steps().get(0).inputs()).isEqualTo(Map.of("start", 1));
        assertThat(log.steps().get(0).outputs()).isEqualTo(Map.of("t", 2));
        assertThat(log.steps().get(3).inputs()).containsExactly(entry("l", 3), entry("r", 4));
        assertThat(log.steps().get(3).outputs()).isEqualTo(Map.of("b", 7));
    }

    @Test
    void everyOutputOfANodeIsShown() {
        Plan.Builder builder = Plan.named("pair").input("a", "int");
        builder.node("pair", "Pair.pair", "", 0, "")
                .takes("a", "int")
                .gives("x", "int")
                .gives("y", "int");
        RunLog log = FakeRun.sequential(builder.build(), 10).captured(1, 2, 3).log();

        assertThat(log.steps().get(0).outputs()).containsExactly(entry("x", 2), entry("y", 3));
    }

    @Test
    void valuesAreNotShownIfTheyWereNotCaptured() {
        RunLog log = FakeRun.sequential(Plans.diamond(), 10, 30, 60, 100).log();

        assertThat(log.steps()).allSatisfy(step -> {
            assertThat(step.inputs()).isEmpty();
            assertThat(step.outputs()).isEmpty();
        });
    }

    @Test
    void absentValuesAndThoseOfAFailedNodeAreLeftOut() {
        RunLog log = FakeRun.sequential(Plans.diamond(), 10, 30)
                .fail(1, new IllegalStateException())
                .captured(null, 2, 0, null, null)
                .log();

        assertThat(log.steps().get(0).inputs()).isEmpty();
        assertThat(log.steps().get(1).inputs()).isEqualTo(Map.of("t", 2));
        assertThat(log.steps().get(1).outputs()).isEmpty();
    }

    @Test
    void runOfFiveThousandNodesIsRead() {
        Plan plan = Plans.chain(5_000);
        long[] ends = new long[plan.size()];
        for (int node = 0; node < ends.length; node++) {
            ends[node] = node + 1L;
        }

        RunLog log = FakeRun.sequential(plan, ends).log();

        assertThat(log.summary()).isEqualTo("5000 nodes, 5 ms, 0 errors | slowest: n0 (1 us)");
        assertThat(log.nodeStats()).hasSize(5_000);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }
}
