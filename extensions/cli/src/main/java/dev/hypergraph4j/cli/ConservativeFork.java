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
 * A fork by what the store alone tells. Which steps depend on one is known to the graph; without it, a step is taken over only if it cannot depend on the one
 * at which the fork leaves: it was recorded before that one began. What ran beside it, or after it, runs again, though it might not have to.
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
        // By place, since what ends and what begins then often have the same time; by time, since code that has changed
        // may have had a step run again.
        return steps.subList(0, place).stream()
                .filter(step -> step.status() == StepStatus.COMPLETED)
                .filter(step -> step.finishedAt() <= began)
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
