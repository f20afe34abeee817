package dev.hypergraph4j.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of the executions of one node. */
class ExecutionsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 99, 100, 101, 150, 200, 201, 299, 300, 12_345})
    void firstAndLastAreKeptInOrder(int count) {
        Executions executions = new Executions();
        IntStream.range(0, count).forEach(i -> executions.add(i, i, i + 1L, i + 3L, 1));

        int[] expected = IntStream.range(0, count)
                .filter(i -> i < Executions.KEPT || i >= count - Executions.KEPT)
                .toArray();
        assertThat(executions.kept()).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            int iteration = expected[i];
            assertThat(executions.get(i))
                    .isEqualTo(new Executions.Execution(iteration, iteration, iteration + 1L, iteration + 3L, 1));
        }
        assertThat(executions.count()).isEqualTo(count);
        assertThat(executions.durations().total()).isEqualTo(2L * count);
    }

    @Test
    void percentilesAreAtMostSixPercentTooHigh() {
        Random random = new Random(1);
        Executions executions = new Executions();
        long[] all = new long[10_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (long) Math.exp(random.nextDouble() * 25);
            executions.add(i, 0, 0, all[i], 1);
        }
        Arrays.sort(all);

        for (int percent : new int[] {1, 50, 95, 100}) {
            long exact = all[all.length * percent / 100 - 1];
            assertThat(executions.durations().percentile(percent)).isBetween(exact, (long) (exact * 1.0625) + 1);
        }
        assertThat(executions.durations().min()).isEqualTo(all[0]);
        assertThat(executions.durations().max()).isEqualTo(all[all.length - 1]);
    }

    @Test
    void nothingIsZero() {
        Executions none = new Executions();

        assertThat(none.count()).isZero();
        assertThat(none.kept()).isZero();
        assertThat(none.durations().min()).isZero();
        assertThat(none.durations().percentile(50)).isZero();
    }

    @Test
    void clockThatGoesBackTakesNoTime() {
        Executions executions = new Executions();
        executions.add(0, 10, 10, 5, 1);

        assertThat(executions.durations().total()).isZero();
        assertThat(executions.durations().percentile(95)).isZero();
    }
}
