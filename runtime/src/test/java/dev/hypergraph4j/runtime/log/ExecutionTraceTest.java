package dev.hypergraph4j.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Plans;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutionTraceTest {

    @Test
    void nodesAreListedAsTheyStarted() {
        RunLog log = FakeRun.concurrent(Plans.diamond())
                .node(0, 0, 0, 1_000)
                .node(1, 1_000, 6_000, 8_000)
                .node(2, 1_000, 1_200, 6_000)
                .node(3, 8_000, 8_000, 10_000)
                .fail(3, new IllegalStateException("no index"))
                .finish(10_000)
                .log();

        assertThat(log.executionTrace()).isEqualTo("""
                        4 nodes, 10 ms, 1 error | slowest: right (4.8 ms)
                        node      start  waiting  working                                              status
                        top       +0 ns     0 ns     1 ms  |####                                    |  COMPLETED
                        right   +1.2 ms   200 us   4.8 ms  |    .###################                |  COMPLETED
                        left      +6 ms     5 ms     2 ms  |    ....................########        |  COMPLETED
                        bottom    +8 ms     0 ns     2 ms  |                                ########|  FAILED IllegalStateException
                        """);
    }

    @Test
    void shortestNodeHasABarAtTheVeryEndToo() {
        RunLog log = FakeRun.sequential(Plans.chain(3), 0, 1_000_000, 1_000_000).log();

        assertThat(bars(log))
                .containsExactly("|#" + " ".repeat(39) + "|", "|" + "#".repeat(40) + "|", "|" + " ".repeat(39) + "#|");
    }

    @Test
    void runThatTookNoTimeIsShown() {
        assertThat(bars(FakeRun.sequential(Plans.chain(2), 0, 0).log())).hasSize(2);
    }

    @Test
    void runWithoutNodesIsShown() {
        RunLog log = FakeRun.sequential(Plan.named("empty").build()).finish(1).log();

        assertThat(log.executionTrace().lines()).hasSize(2);
    }

    @Test
    void nodeThatEndedAfterTheRunWasOverStaysInsideTheTable() {
        RunLog log = FakeRun.sequential(Plans.chain(2), 10, 20).finish(5).log();

        assertThat(bars(log)).containsExactly("|" + "#".repeat(40) + "|", "|" + " ".repeat(39) + "#|");
    }

    private static List<String> bars(RunLog log) {
        return log.executionTrace()
                .lines()
                .skip(2)
                .map(line -> line.substring(line.indexOf('|'), line.lastIndexOf('|') + 1))
                .toList();
    }
}
