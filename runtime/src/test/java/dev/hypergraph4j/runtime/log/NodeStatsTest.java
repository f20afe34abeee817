package dev.hypergraph4j.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeStatsTest {

    @Test
    void noExecutionsGiveZeros() {
        NodeStats none = NodeStats.of(List.of());

        assertThat(none.count()).isZero();
        assertThat(List.of(none.total(), none.min(), none.avg(), none.p50(), none.p95(), none.max()))
                .containsOnly(Duration.ZERO);
    }

    @Test
    void ninetyFifthOfAHundredIsTheP95() {
        List<NodeRecord> executions = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            executions.add(execution(i, Origin.EXECUTED, null));
        }
        Collections.shuffle(executions, new Random(1));

        NodeStats stats = NodeStats.of(executions);

        assertThat(stats.count()).isEqualTo(100);
        assertThat(stats.total()).isEqualTo(Duration.ofNanos(5_050));
        assertThat(stats.min()).isEqualTo(Duration.ofNanos(1));
        assertThat(stats.avg()).isEqualTo(Duration.ofNanos(50));
        assertThat(stats.p50()).isEqualTo(Duration.ofNanos(50));
        assertThat(stats.p95()).isEqualTo(Duration.ofNanos(95));
        assertThat(stats.max()).isEqualTo(Duration.ofNanos(100));
    }

    @Test
    void errorsAndOriginsAreCounted() {
        NodeStats stats = NodeStats.of(List.of(
                execution(1, Origin.EXECUTED, new IllegalStateException()),
                execution(1, Origin.EXECUTED, null),
                execution(1, Origin.CACHED, null),
                execution(1, Origin.CACHED, null),
                execution(1, Origin.REPLAYED, null)));

        assertThat(stats.count()).isEqualTo(5);
        assertThat(stats.errors()).isEqualTo(1);
        assertThat(stats.cached()).isEqualTo(2);
        assertThat(stats.replayed()).isEqualTo(1);
        assertThat(stats.retries()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 19, 20, 21, 39, 40, 99, 101, 200, 1_000})
    void percentilesAreWhatCountingGives(int count) {
        for (long seed = 0; seed < 20; seed++) {
            long[] nanos = new Random(seed)
                    .longs(count, 0, seed % 2 == 0 ? 10 : 1_000_000)
                    .toArray();
            List<NodeRecord> executions = new ArrayList<>();
            for (long each : nanos) {
                executions.add(execution(each, Origin.EXECUTED, null));
            }

            NodeStats stats = NodeStats.of(executions);

            assertThat(stats.p50().toNanos()).isEqualTo(shortestNotExceededBy(50, nanos));
            assertThat(stats.p95().toNanos()).isEqualTo(shortestNotExceededBy(95, nanos));
        }
    }

    /** Of those values that at least {@code percent} of all are at or below, the smallest. */
    private static long shortestNotExceededBy(int percent, long[] nanos) {
        long smallest = Long.MAX_VALUE;
        for (long candidate : nanos) {
            int atOrBelow = 0;
            for (long other : nanos) {
                atOrBelow += other <= candidate ? 1 : 0;
            }
            if (atOrBelow * 100 >= percent * nanos.length) {
                smallest = Math.min(smallest, candidate);
            }
        }
        return smallest;
    }

    private static NodeRecord execution(long workingNanos, Origin origin, Throwable error) {
        return new NodeRecord(
                "node",
                0,
                1,
                FakeRun.BEGAN,
                FakeRun.BEGAN,
                FakeRun.BEGAN.plusNanos(workingNanos),
                origin,
                error == null ? NodeStatus.COMPLETED : NodeStatus.FAILED,
                error,
                Map.of(),
                Map.of());
    }
}
