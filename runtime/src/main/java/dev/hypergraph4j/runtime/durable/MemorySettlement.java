package dev.hypergraph4j.runtime.durable;

import org.jspecify.annotations.Nullable;

/** Has a parked workflow go on by hand. */
final class MemorySettlement {
    private final MemoryWorkflow workflow;
    private final MemoryEndings endings;
    private final MemoryClock clock;

    MemorySettlement(MemoryWorkflow workflow, MemoryEndings endings, MemoryClock clock) {
        this.workflow = workflow;
        this.endings = endings;
        this.clock = clock;
    }

    boolean settle(String key, @Nullable StepOutcome outcome, String by) {
        Step step = workflow.history().step(key);
        boolean isParked = workflow.row().status() == WorkflowStatus.PARKED;
        if (!isParked || step == null || MemoryCommits.hasOutcome(step)) {
            return false;
        }
        if (outcome == null) {
            tryAgain(step, by);
        } else {
            complete(step, outcome, by);
        }
        endings.queue(workflow, true);
        return true;
    }

    private void complete(Step step, StepOutcome outcome, String by) {
        workflow.history()
                .put(new Step(step.id(), StepStatus.COMPLETED, 0, outcome, null, step.startedAt(), clock.now(), ""));
        workflow.journal("COMPLETED", step.id().key(), 0, "by " + by);
    }

    private void tryAgain(Step step, String by) {
        for (Attempt attempt : workflow.history().attempts()) {
            if (attempt.step().equals(step.id().key()) && isUnclear(attempt)) {
                workflow.history().put(MemoryAttempts.failedByHand(attempt, by, clock.now()));
            }
        }
        workflow.journal("RETRY", step.id().key(), step.attempt(), "by " + by);
    }

    private static boolean isUnclear(Attempt attempt) {
        return attempt.status() == AttemptStatus.OUTCOME_UNKNOWN || attempt.status() == AttemptStatus.STARTED;
    }
}
