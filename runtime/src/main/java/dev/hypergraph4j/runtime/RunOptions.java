package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is special about one run. Immutable.
 *
 * @param runId the run's id, of the caller's choice; {@code null} for a random one
 * @param errorHandling what the run does when a node fails; {@link ErrorHandling#RAISE} by default
 * @param capturesValues whether the log keeps what each node took and gave, which keeps these values in memory as long as the result; off by
 *     default
 */
public record RunOptions(@Nullable String runId, ErrorHandling errorHandling, boolean capturesValues) {
    private static final RunOptions DEFAULTS = new RunOptions(null, ErrorHandling.RAISE, false);

    /** Checks that nothing is missing. */
    public RunOptions {
        Objects.requireNonNull(errorHandling, "errorHandling");
    }

    /** The options of a run that nothing is special about. */
    public static RunOptions defaults() {
        return DEFAULTS;
    }

    /** Options with an id for the run: the workflow that it is. */
    public static RunOptions workflow(String id) {
        return DEFAULTS.withRunId(id);
    }

    /** The same with an id for the run. */
    public RunOptions withRunId(String id) {
        return new RunOptions(Objects.requireNonNull(id, "id"), errorHandling, capturesValues);
    }

    /** The same with another answer to failing nodes. */
    public RunOptions onError(ErrorHandling handling) {
        return new RunOptions(runId, handling, capturesValues);
    }

    /** The same with each node's values in the log. */
    public RunOptions captureValues() {
        return new RunOptions(runId, errorHandling, true);
    }
}
