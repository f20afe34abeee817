package dev.hypergraph4j.runtime.durable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a worker needs to go on with a workflow.
 *
 * @param workflow the workflow
 * @param inputs what it takes, by name
 * @param outputs what it gave, by name; empty unless it has completed
 * @param steps its steps, in the order in which they were first recorded
 * @param attempts all attempts at those of its steps that are {@link StepStatus#OPEN}, by number
 * @param questions the questions that it has asked, answered or not
 */
public record History(
        Workflow workflow,
        Map<String, Payload> inputs,
        Map<String, Payload> outputs,
        List<Step> steps,
        List<Attempt> attempts,
        List<PendingQuestion> questions) {
    /** Copies the collections, in their order. */
    public History {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        steps = List.copyOf(steps);
        attempts = List.copyOf(attempts);
        questions = List.copyOf(questions);
    }

    /**
     * Whether one of its questions waits for an answer. It does not where its step has come to its end without one in the store, with an answer that its run
     * was given.
     */
    public boolean waitsFor(PendingQuestion question) {
        return !question.isAnswered()
                && steps.stream().noneMatch(step -> step.id().key().equals(question.step()) && isOver(step));
    }

    private static boolean isOver(Step step) {
        return step.status() == StepStatus.COMPLETED || step.status() == StepStatus.FAILED;
    }
}
