package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Failures of items that a map went on without. Where what it gave then was consumed by a step that another workflow takes over, that one takes over the
 * failure as well: the item would run again, and maybe complete, and nobody behind the map would know of it.
 */
final class ToleratedFailures {
    private ToleratedFailures() {}

    /** The keys of those of {@code steps}, all of which are taken over if they have an outcome, that others of them have consumed. */
    static Set<String> among(List<Step> steps, Plan plan) {
        List<Step> completed = steps.stream()
                .filter(step -> step.status() == StepStatus.COMPLETED)
                .toList();
        return steps.stream()
                .filter(step -> step.status() == StepStatus.FAILED)
                .filter(failed -> isConsumed(new StepDownstream(plan, failed.id()), completed))
                .map(failed -> failed.id().key())
                .collect(Collectors.toSet());
    }

    private static boolean isConsumed(StepDownstream failed, List<Step> completed) {
        return completed.stream().anyMatch(step -> failed.isTakenByMapFor(step.id()));
    }
}
