package dev.hypergraph4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.benchmarks.shapes.FanOut1000Outputs;
import dev.hypergraph4j.benchmarks.shapes.Waits100Outputs;
import dev.hypergraph4j.runtime.RunResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is compared does the same work. */
class AsyncBenchmarkTest {
    private final AsyncBenchmark benchmark = new AsyncBenchmark();

    @BeforeEach
    void start() {
        benchmark.start();
    }

    @AfterEach
    void stop() {
        benchmark.stop();
    }

    @Test
    void waitsGiveTheSameByHandAndOnBothRunners() throws InterruptedException {
        int[] byHand = benchmark.waitsOnExecutor();

        assertThat(byHand).hasSize(100);
        assertThat(values(benchmark.waitsOnRunner())).containsExactly(byHand);
        assertThat(values(benchmark.waitsOnDefaultRunner())).containsExactly(byHand);
    }

    @Test
    void diamondGivesTheSameByHandAndOnBothRunners() throws InterruptedException {
        int byHand = benchmark.diamondOnExecutor();

        assertThat(value(benchmark.diamondOnRunner())).isEqualTo(byHand);
        assertThat(value(benchmark.diamondOnDefaultRunner())).isEqualTo(byHand);
    }

    @Test
    void chainGivesTheSameOnBothRunners() {
        assertThat(benchmark.chainOnRunner().outputs())
                .isEqualTo(benchmark.chainOnSyncRunner().outputs());
    }

    private static int[] values(RunResult<?> result) {
        assertThat(result.outputs()).isInstanceOf(Waits100Outputs.class);
        return result.values().values().stream().mapToInt(Integer.class::cast).toArray();
    }

    private static int value(RunResult<?> result) {
        return ((FanOut1000Outputs) result.outputs()).v1000();
    }
}
