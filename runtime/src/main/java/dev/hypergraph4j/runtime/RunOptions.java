package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.event.EventProcessor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is special about one run. Immutable.
 *
 * @param runId the run's id, of the caller's choice; {@code null} for a random one
 * @param errorHandling what the run does when a node fails; {@link ErrorHandling#RAISE} by default. A workflow keeps to what it was begun with, whoever
 *     goes on with it; only of a map, whose items are not recorded, that of the latest run counts
 * @param capturesValues whether the log keeps what each node took and gave, which keeps these values in memory as long as the result; off by
 *     default
 * @param usesCache whether outputs are taken from the runner's cache, where it has one, and kept there; on by default
 * @param processors who is told what happens in the run, beside those that are set on its graph and its runner
 * @param answers answers to questions that nodes may ask; those that nobody asks for are listed in the result
 * @param mayPause whether a question without an answer pauses the run, as it does by default, or makes it fail
 */
public record RunOptions(
        @Nullable String runId,
        ErrorHandling errorHandling,
        boolean capturesValues,
        boolean usesCache,
        List<EventProcessor> processors,
        Answers answers,
        boolean mayPause) {
    private static final RunOptions DEFAULTS =
            new RunOptions(null, ErrorHandling.RAISE, false, true, List.of(), Answers.none(), true);

    /** Checks that nothing is missing, and copies the list. */
    public RunOptions {
        Objects.requireNonNull(errorHandling, "errorHandling");
        Objects.requireNonNull(answers, "answers");
        processors = List.copyOf(processors);
    }

    /** The options of a run that nothing is special about. */
    public static RunOptions defaults() {
        return DEFAULTS;
    }

    /** Options with an id for the run: the workflow that it is. One that is new has 1 to 500 characters that can be read. */
    public static RunOptions workflow(String id) {
        return DEFAULTS.withRunId(id);
    }

    /** The same with an id for the run. */
    public RunOptions withRunId(String id) {
        return new RunOptions(
                Objects.requireNonNull(id, "id"),
                errorHandling,
                capturesValues,
                usesCache,
                processors,
                answers,
                mayPause);
    }

    /** The same with another answer to failing nodes. It counts for a workflow that is begun with it, not for one that goes on. */
    public RunOptions onError(ErrorHandling handling) {
        return new RunOptions(runId, handling, capturesValues, usesCache, processors, answers, mayPause);
    }

    /** The same with each node's values in the log. */
    public RunOptions captureValues() {
        return new RunOptions(runId, errorHandling, true, usesCache, processors, answers, mayPause);
    }

    /** The same without the runner's cache: every node is executed, and what it gives is not kept. */
    public RunOptions withoutCache() {
        return new RunOptions(runId, errorHandling, capturesValues, false, processors, answers, mayPause);
    }

    /**
     * The same with more answers to questions, each behind those that its question already has: a question that is asked several times takes one
     * after the other.
     */
    public RunOptions answers(Answers more) {
        return withAnswers(answers.and(more));
    }

    /** The same with a question that has no answer being a failure, an {@link UnansweredQuestionException}, instead of a pause. */
    public RunOptions prefillOnly() {
        return new RunOptions(runId, errorHandling, capturesValues, usesCache, processors, answers, false);
    }

    RunOptions withAnswers(Answers all) {
        return new RunOptions(runId, errorHandling, capturesValues, usesCache, processors, all, mayPause);
    }

    /** The same with one more processor that is told what happens in the run. */
    public RunOptions processor(EventProcessor processor) {
        return withProcessors(List.of(processor));
    }

    /** The same with {@code more} processors. */
    RunOptions withProcessors(List<EventProcessor> more) {
        return more.isEmpty()
                ? this
                : new RunOptions(
                        runId,
                        errorHandling,
                        capturesValues,
                        usesCache,
                        Processors.joined(processors, more),
                        answers,
                        mayPause);
    }
}
