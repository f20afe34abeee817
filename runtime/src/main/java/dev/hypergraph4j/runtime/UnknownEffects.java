package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.Optional;

/** The steps with {@code effect = ONCE} of which nobody knows whether they had their effect. */
final class UnknownEffects {
    private UnknownEffects() {}

    /** Why a workflow is parked. */
    static String reason(String step) {
        return "nobody knows whether step '" + step + "' had its effect";
    }

    /** The key of one that was cut short before this worker came, and that its run of {@code plan} has not reached; empty if there is none. */
    static Optional<String> leftIn(Journal journal, Plan plan) {
        return journal.recorded().stream()
                .filter(step -> step.status() == StepStatus.OPEN)
                .filter(step -> isUnknown(step, journal) && isOnce(step, plan))
                .map(step -> step.id().key())
                .sorted()
                .findFirst();
    }

    private static boolean isUnknown(Step step, Journal journal) {
        return StepJournal.sinceSuperseded(journal.attempts(step.id().key())).stream()
                .anyMatch(attempt -> attempt.status() == AttemptStatus.OUTCOME_UNKNOWN);
    }

    private static boolean isOnce(Step step, Plan plan) {
        NodePath path = NodePath.find(plan, step.id().node());
        return path != null && path.plan().traits(path.node()).effectOnce();
    }
}
