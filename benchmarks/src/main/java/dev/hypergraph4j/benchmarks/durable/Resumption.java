package dev.hypergraph4j.benchmarks.durable;

import dev.hypergraph4j.benchmarks.report.Spread;
import java.util.stream.IntStream;

/**
 * How long it takes to open a store and to have a workflow go on, in turns with a small store and a large one.
 *
 * @param smallMillis with 1,000 steps in the store
 * @param largeMillis with 1,000,000
 * @param ratio of the two, turn by turn
 */
public record Resumption(Spread smallMillis, Spread largeMillis, Spread ratio) {
    private static final int SMALL = 1_000;
    private static final int LARGE = 1_000_000;
    private static final int WARM_UP = 5;

    /** Measures it, in so many turns. */
    public static Resumption measure(Databases databases, int turns) throws Exception {
        int resumed = WARM_UP + turns;
        BigStore small = BigStore.fill(databases.file("small"), SMALL, resumed);
        BigStore large = BigStore.fill(databases.file("large"), LARGE, resumed);
        double[] smallMillis = new double[turns];
        double[] largeMillis = new double[turns];
        for (int i = 0; i < resumed; i++) {
            double one = small.resume(i) / 1e6;
            double other = large.resume(i) / 1e6;
            if (i >= WARM_UP) {
                smallMillis[i - WARM_UP] = one;
                largeMillis[i - WARM_UP] = other;
            }
        }
        double[] ratios = IntStream.range(0, turns)
                .mapToDouble(turn -> largeMillis[turn] / smallMillis[turn])
                .toArray();
        return new Resumption(Spread.of(smallMillis), Spread.of(largeMillis), Spread.of(ratios));
    }
}
