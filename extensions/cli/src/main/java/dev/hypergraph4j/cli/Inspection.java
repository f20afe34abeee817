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
 * @param inputs what it takes, by name
 * @param outputs what it gave, by name; empty unless it has completed
 * @param questions those of its questions that have no answer yet
 */
public record Inspection(
        Workflow workflow,
        String waitsFor,
        Map<String, Payload> inputs,
        Map<String, Payload> outputs,
        List<PendingQuestion> questions) {
    /** Copies the collections, in their order. */
    public Inspection {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        questions = List.copyOf(questions);
    }
}
