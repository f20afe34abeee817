package dev.hypergraph4j.runtime.durable;

import java.time.Duration;

/**
 * How long finished workflows are kept. What an unfinished workflow or a kept fork needs is never taken away: a workflow is not deleted as long as
 * its parent or one of its descendants is unfinished, a retry of it is there, which has the keys of its effects, or a message of its has not been delivered; forks own the steps that they took over.
 *
 * @param keepSteps for how long after its end a workflow keeps its steps, attempts and journal; then it is compacted: its inputs, outputs and
 *     lineage remain
 * @param keepWorkflow for how long after its end it is kept at all
 * @param mostFinished how many finished workflows are kept at most, the latest ones
 */
public record Retention(Duration keepSteps, Duration keepWorkflow, int mostFinished) {
    /** Everything, for ever. */
    public static final Retention FOREVER =
            new Retention(Duration.ofDays(365_000), Duration.ofDays(365_000), Integer.MAX_VALUE);

    /** The same with another time for steps. */
    public Retention keepSteps(Duration time) {
        return new Retention(time, keepWorkflow, mostFinished);
    }

    /** The same with another time for whole workflows. */
    public Retention keepWorkflow(Duration time) {
        return new Retention(keepSteps, time, mostFinished);
    }

    /** The same with another number of finished workflows. */
    public Retention mostFinished(int number) {
        return new Retention(keepSteps, keepWorkflow, number);
    }

    /**
     * What housekeeping did.
     *
     * @param compacted how many workflows lost their steps
     * @param deleted how many are gone
     */
    public record Report(int compacted, int deleted) {}
}
