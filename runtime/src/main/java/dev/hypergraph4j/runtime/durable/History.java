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
}
