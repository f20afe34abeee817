package dev.hypergraph4j.samples.census;

import dev.hypergraph4j.runtime.log.RunLog;
import java.time.Duration;
import java.util.Locale;

/**
 * How much of a run's work was done at the same time.
 *
 * @param working how long all nodes worked, taken together
 * @param elapsed how long the run took
 */
record Overlap(Duration working, Duration elapsed) {

    static Overlap of(RunLog log) {
        return new Overlap(log.timing().values().stream().reduce(Duration.ZERO, Duration::plus), log.duration());
    }

    /**
     * How much time this saved at most: nodes that share processors and memory with others, the garbage collector and
     * the JIT compiler among them, work longer than they would alone.
     */
    Duration saved() {
        Duration saved = working.minus(elapsed);
        return saved.isNegative() ? Duration.ZERO : saved;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d ms of work in %d ms: running nodes side by side saved up to %d ms (%.0f %%).",
                working.toMillis(),
                elapsed.toMillis(),
                saved().toMillis(),
                100.0 * saved().toNanos() / Math.max(1, working.toNanos()));
    }
}
