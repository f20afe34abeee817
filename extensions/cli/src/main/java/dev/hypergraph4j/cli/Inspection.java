package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A workflow, seen closely.
 *
 * @param workflow the workflow
 * @param waitsFor what it waits for, in a sentence; empty where it has come to its end
 * @param failedSteps the keys of its steps that have failed, in the order in which they were first recorded
 * @param inputs what it takes, by name
 * @param outputs what it gave, by name; empty unless it has completed
 * @param questions those of its questions that have no answer yet
 */
public record Inspection(
        Workflow workflow,
        String waitsFor,
        List<String> failedSteps,
        Map<String, Payload> inputs,
        Map<String, Payload> outputs,
        List<PendingQuestion> questions) {
    /** Copies the collections, in their order. */
    public Inspection {
        failedSteps = List.copyOf(failedSteps);
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        questions = List.copyOf(questions);
    }
}
