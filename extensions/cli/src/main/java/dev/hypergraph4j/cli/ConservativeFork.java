package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.durable.Copy;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A fork by what the store alone tells: which steps there were, and in which order they began. Which of them depend on one is known to the graph, whose
 * plan the store does not have. But what had begun when that one began can't depend on it: of that, what has completed is taken over. What began
 * after it runs again, though it might not have to. (A node that is a nested graph has no step of its own, which would begin before those inside of it.)
 */
final class ConservativeFork {
    private ConservativeFork() {}

    static Copy of(History source, String newId, String at) {
        Set<String> steps =
                stepsBefore(source, at).stream().map(step -> step.id().key()).collect(Collectors.toSet());
        Set<String> answers = source.questions().stream()
                .filter(question -> question.isAnswered() && steps.contains(question.step()))
                .map(PendingQuestion::step)
                .collect(Collectors.toSet());
        return new Copy(workflow(source, newId, at), steps, List.of(), answers);
    }

    private static NewWorkflow workflow(History source, String newId, String at) {
        Workflow from = source.workflow();
        return new NewWorkflow(
                newId,
                from.graph(),
                source.inputs(),
                from.inputsDigest(),
                from.durability(),
                false,
                from.errorHandling(),
                new Lineage(Lineage.Kind.FORK, from.id(), at));
    }

    private static List<Step> stepsBefore(History source, String at) {
        List<Step> steps = source.steps();
        int place = place(source, at);
        long began = steps.get(place).startedAt();
        // By place, since steps that begin one after the other often have the same time; by time, since code that has
        // changed may have had a step run again.
        return steps.subList(0, place).stream()
                .filter(step -> step.status() == StepStatus.COMPLETED)
                .filter(step -> step.startedAt() <= began)
                .toList();
    }

    private static int place(History source, String at) {
        for (int i = 0; i < source.steps().size(); i++) {
            if (source.steps().get(i).id().key().equals(at)) {
                return i;
            }
        }
        throw RefusedException.unknownStep(source, at);
    }
}
