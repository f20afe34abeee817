package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.StepStatus;
import java.util.List;

/**
 * A step of a workflow, with all that was tried.
 *
 * @param step the step
 * @param attempts the attempts at it, in their order; none where it was copied
 */
public record StepView(Step step, List<Attempt> attempts) {
    /** Copies the list. */
    public StepView {
        attempts = List.copyOf(attempts);
    }

    /** Where the outcome of a step comes from. */
    public enum Origin {
        /** Its node ran, or is to. */
        EXECUTED,
        /** A cache had it. */
        CACHED,
        /** It was taken over from another workflow. */
        COPIED,
        /** Somebody gave it by hand. */
        GIVEN
    }

    /** Where its outcome comes from. */
    public Origin origin() {
        StepOutcome outcome = step.outcome();
        if (!step.copiedFrom().isEmpty()) {
            return Origin.COPIED;
        }
        if (outcome != null && outcome.cached()) {
            return Origin.CACHED;
        }
        return step.status() == StepStatus.COMPLETED && step.attempt() == 0 ? Origin.GIVEN : Origin.EXECUTED;
    }
}
