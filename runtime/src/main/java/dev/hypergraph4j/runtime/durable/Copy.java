package dev.hypergraph4j.runtime.durable;

import java.util.List;
import java.util.Set;

/**
 * A workflow that is made of another one, whose recorded steps it takes over.
 *
 * @param workflow the new workflow, whose lineage names the one that it is made of
 * @param steps the keys of the steps that it takes over, with their outcomes; those that wait only where their answered questions are taken over
 * @param given steps whose outcomes are given instead
 * @param answers the steps whose answered questions it takes over
 */
public record Copy(NewWorkflow workflow, Set<String> steps, List<Step> given, Set<String> answers) {
    /** Copies the collections. */
    public Copy {
        steps = Set.copyOf(steps);
        given = List.copyOf(given);
        answers = Set.copyOf(answers);
    }
}
