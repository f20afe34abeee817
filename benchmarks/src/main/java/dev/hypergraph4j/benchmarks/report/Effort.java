package dev.hypergraph4j.benchmarks.report;

/**
 * How long to measure.
 *
 * @param rounds how often everything is measured anew, each time in fresh JVMs
 * @param iterations how many times in a JVM, after as many to warm up
 * @param millis how long a time is
 */
public record Effort(int rounds, int iterations, int millis) {

    /** Enough for figures to be kept; with {@code quick} as the one argument, enough to see that everything works. */
    public static Effort of(String... arguments) {
        boolean quick = arguments.length == 1 && arguments[0].equals("quick");
        if (arguments.length > 0 && !quick) {
            throw new IllegalArgumentException("the one argument there can be is 'quick'");
        }
        return quick ? new Effort(1, 3, 300) : new Effort(7, 5, 500);
    }
}
