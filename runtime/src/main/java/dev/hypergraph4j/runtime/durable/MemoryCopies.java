package dev.hypergraph4j.runtime.durable;

import java.util.Set;
import java.util.TreeSet;

/** Makes workflows of others. */
final class MemoryCopies {
    private final MemoryWorkflows workflows;

    MemoryCopies(MemoryWorkflows workflows) {
        this.workflows = workflows;
    }

    void copy(Copy copy) {
        Lineage lineage = copy.workflow().lineage();
        String sourceId = lineage.workflow();
        MemoryWorkflow source = sourceId == null ? null : workflows.get(sourceId);
        if (source == null) {
            throw StoreException.failedTo("copy workflow '" + sourceId + "', which it does not have", null);
        }
        String at = lineage.step() == null ? "" : " at " + lineage.step();
        MemoryWorkflow made = workflows.create(copy.workflow(), lineage.kind() + " of " + source.id() + at);
        copySteps(source, made, copy);
        copyAnswers(source, made, copy.answers());
        copy.given().forEach(made.history()::put);
        if (lineage.kind() == Lineage.Kind.RETRY) {
            source.history().messages().forEach(each -> made.history().put(MemoryInbox.copied(each, made.id())));
        }
    }

    private static void copySteps(MemoryWorkflow source, MemoryWorkflow made, Copy copy) {
        Set<String> missing = new TreeSet<>(copy.steps());
        copy.given().forEach(given -> missing.remove(given.id().key()));
        for (Step step : source.history().steps()) {
            if (isSettled(step, copy) && missing.remove(step.id().key())) {
                made.history().put(copied(step, source.id()));
            }
        }
        requireNone(missing, "outcomes of steps", source);
    }

    private static boolean isSettled(Step step, Copy copy) {
        return MemoryCommits.hasOutcome(step)
                || (step.status() == StepStatus.PAUSED
                        && copy.answers().contains(step.id().key()));
    }

    private static void copyAnswers(MemoryWorkflow source, MemoryWorkflow made, Set<String> steps) {
        Set<String> missing = new TreeSet<>(steps);
        for (PendingQuestion question : source.history().questions()) {
            if (question.isAnswered() && missing.remove(question.step())) {
                made.history().put(copied(question, made.id()));
            }
        }
        requireNone(missing, "answers of steps", source);
    }

    /** Taken over in part it would do again, without a word, what was done. */
    private static void requireNone(Set<String> missing, String what, MemoryWorkflow source) {
        if (!missing.isEmpty()) {
            String why = source.row().compacted() ? ", which was compacted" : "";
            throw StoreException.failedTo(
                    "copy the " + what + " " + missing + " of workflow '" + source.id() + "'" + why
                            + ": they are not there",
                    null);
        }
    }

    private static Step copied(Step step, String from) {
        return new Step(
                step.id(),
                step.status(),
                step.status() == StepStatus.PAUSED ? 0 : step.attempt(),
                step.outcome(),
                step.error(),
                step.startedAt(),
                step.finishedAt(),
                from);
    }

    private static PendingQuestion copied(PendingQuestion question, String to) {
        return new PendingQuestion(
                to,
                question.step(),
                question.iteration(),
                question.question(),
                question.askedAt(),
                question.dueAt(),
                question.answer(),
                question.answeredBy(),
                question.answeredAt());
    }
}
