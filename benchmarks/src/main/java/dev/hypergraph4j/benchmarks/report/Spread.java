package dev.hypergraph4j.benchmarks.report;

import java.util.Arrays;
import java.util.Locale;

/**
 * Some measurements of one thing: the one in the middle, and the outermost.
 *
 * @param median half of them are smaller
 * @param least the smallest
 * @param most the largest
 */
public record Spread(double median, double least, double most) {

    /** Of at least one value. */
    public static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** {@code 1.08 (1.05 to 1.12)}, for a ratio. */
    public String precise() {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median, least, most);
    }

    /** {@code 84 (79 to 91)}. */
    public String rounded() {
        return String.format(Locale.ROOT, "%.0f (%.0f to %.0f)", median, least, most);
    }

    /** {@code 84}. */
    public String roundedMedian() {
        return String.format(Locale.ROOT, "%.0f", median);
    }
}
