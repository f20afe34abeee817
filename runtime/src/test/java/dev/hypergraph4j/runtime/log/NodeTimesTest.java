package dev.hypergraph4j.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Plans;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTimesTest {

    @Test
    void sequentialNodeStartsWhereTheOneBeforeItEnded() {
        RunLog log = FakeRun.sequential(Plans.chain(3), 10, 30, 60).log();

        assertThat(log.steps())
                .extracting(NodeTimesTest::times)
                .containsExactly("n0 0 0 10", "n1 10 10 30", "n2 30 30 60");
        assertThat(log.steps()).extracting(NodeRecord::working).containsExactly(micros(10), micros(20), micros(30));
        assertThat(log.steps()).extracting(NodeRecord::waiting).containsOnly(Duration.ZERO);
    }

    @Test
    void sequentialNodeWaitsForTheThreadWhileAnotherRuns() {
        RunLog log = FakeRun.sequential(Plans.diamond(), 10, 30, 60, 100).log();

        assertThat(log.steps())
                .extracting(NodeTimesTest::times)
                .containsExactly("top 0 0 10", "left 10 10 30", "right 10 30 60", "bottom 60 60 100");
        assertThat(log.steps().get(2).waiting()).isEqualTo(micros(20));
    }

    @Test
    void nodeThatDidNotEndTakesNoPart() {
        RunLog log = FakeRun.sequential(Plans.diamond(), 10, 30)
                .fail(1, new IllegalStateException())
                .end(2, 60)
                .log();

        assertThat(log.steps())
                .extracting(NodeTimesTest::times)
                .containsExactly("top 0 0 10", "left 10 10 30", "right 10 30 60");
        assertThat(log.timing()).containsOnlyKeys("top", "left", "right");
        assertThat(log.nodeStats()).containsOnlyKeys("top", "left", "right");
    }

    @Test
    void nodesOutsideOfTheSliceTakeNoPart() {
        RunLog log = FakeRun.concurrent(Plans.diamond())
                .slice(0, 1, 2, 3)
                .end(0, 10)
                .end(1, 20)
                .end(2, 30)
                .log();

        assertThat(log.steps()).extracting(NodeTimesTest::times).containsExactly("top 0 0 10", "right 10 10 30");
    }

    @Test
    void concurrentNodesHaveTheTimesThatWereNoted() {
        RunLog log = FakeRun.concurrent(Plans.diamond())
                .node(0, 1, 2, 10)
                .node(1, 11, 12, 50)
                .node(2, 11, 40, 45)
                .node(3, 51, 52, 53)
                .log();

        assertThat(log.steps())
                .extracting(NodeTimesTest::times)
                .containsExactly("top 1 2 10", "left 11 12 50", "right 11 40 45", "bottom 51 52 53");
    }

    @Test
    void nodeWithoutNotedStartNeverStartsAfterItsEnd() {
        RunLog log = FakeRun.concurrent(Plans.diamond())
                .node(0, 1, 2, 10)
                .node(1, 11, 12, 50)
                .end(2, 30)
                .log();

        assertThat(log.steps().get(2)).extracting(NodeTimesTest::times).isEqualTo("right 10 30 30");
    }

    @Test
    void stepsAreInPlanOrderWhateverFinishedFirst() {
        RunLog log = FakeRun.concurrent(Plans.diamond())
                .node(2, 11, 12, 20)
                .node(1, 11, 12, 50)
                .node(0, 1, 2, 10)
                .log();

        assertThat(log.steps()).extracting(NodeRecord::node).containsExactly("top", "left", "right");
    }

    @Test
    void instantsLieOnTheSystemClock() {
        FakeRun run = FakeRun.sequential(Plans.chain(1), 0);
        Instant before = Instant.now().minusSeconds(5);
        RunLog log = run.logOnTheSystemClock();

        assertThat(log.began()).isBetween(before, Instant.now().plusSeconds(5));
        assertThat(log.began()).isEqualTo(log.began());
        assertThat(log.steps().get(0).ready()).isEqualTo(log.began());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void workOfASequentialRunFillsItsTime(long seed) {
        Random random = new Random(seed);
        Plan plan = Plans.random(random, 200);
        long[] ends = random.longs(plan.size(), 1, 1_000_000).sorted().toArray();

        List<NodeRecord> steps = FakeRun.sequential(plan, ends).log().steps();

        assertThat(steps).hasSize(plan.size()).allSatisfy(step -> {
            assertThat(step.ready()).isBetween(FakeRun.BEGAN, step.start());
            assertThat(step.start()).isBefore(step.end().plusNanos(1));
        });
        assertThat(steps.stream().map(NodeRecord::working).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(micros(Arrays.stream(ends).max().orElseThrow()));
    }

    /** The node with the microseconds at which it was ready, started and ended. */
    private static String times(NodeRecord step) {
        return step.node() + " " + micros(step.ready()) + " " + micros(step.start()) + " " + micros(step.end());
    }

    private static long micros(Instant instant) {
        return Duration.between(FakeRun.BEGAN, instant).toNanos() / 1_000;
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }
}
