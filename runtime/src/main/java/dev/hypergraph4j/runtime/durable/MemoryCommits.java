package dev.hypergraph4j.runtime.durable;

import org.jspecify.annotations.Nullable;

/** Records transitions. */
final class MemoryCommits {
    private final MemoryWorkflows workflows;
    private final MemoryLeases leases;
    private final MemoryEndings endings;
    private final MemoryOutbox outbox;
    private final MemoryInbox inbox;
    private final Object resource;

    MemoryCommits(
            MemoryWorkflows workflows,
            MemoryLeases leases,
            MemoryEndings endings,
            MemoryOutbox outbox,
            MemoryInbox inbox,
            Object resource) {
        this.workflows = workflows;
        this.leases = leases;
        this.endings = endings;
        this.outbox = outbox;
        this.inbox = inbox;
        this.resource = resource;
    }

    void commit(Transition transition) {
        MemoryWorkflow workflow = transition.creation() == null
                ? leases.leased(transition.lease(), transition.claimant())
                : created(transition.creation(), transition);
        boolean isProgress = false;
        for (StepEvent event : transition.events()) {
            if (!(event instanceof StepEvent.Superseded)) {
                requireNoOutcome(workflow, event.step().key());
            }
            if (event instanceof StepEvent.Completed
                    || event instanceof StepEvent.Failed
                    || event instanceof StepEvent.Asked) {
                requireNoLater(workflow, event);
            }
            record(workflow, transition, event);
            isProgress |= !(event instanceof StepEvent.Started || event instanceof StepEvent.Failed);
        }
        transition.events().forEach(event -> answer(workflow, event));
        boolean forgets = isProgress;
        workflow.change(row -> row.recoveries = forgets ? 0 : row.recoveries);
        if (transition.ending() != null) {
            endings.end(workflow, transition.ending());
        }
    }

    /** A message may have come before the question that it answers. */
    private void answer(MemoryWorkflow workflow, StepEvent event) {
        if (event instanceof StepEvent.Asked asked) {
            inbox.answer(workflow, asked.question().key(), asked.step().key());
        }
    }

    private MemoryWorkflow created(NewWorkflow wanted, Transition transition) {
        if (!wanted.id().equals(transition.lease().workflow())) {
            throw StoreException.failedTo(
                    "create '" + wanted.id() + "' by a lease of '"
                            + transition.lease().workflow() + "'",
                    null);
        }
        MemoryWorkflow workflow = workflows.create(wanted, "");
        leases.give(workflow, transition.lease().epoch(), transition.claimant());
        return workflow;
    }

    private void record(MemoryWorkflow workflow, Transition transition, StepEvent event) {
        if (event instanceof StepEvent.Started started) {
            start(workflow, transition, started);
        } else if (event instanceof StepEvent.Completed completed) {
            complete(workflow, transition, completed);
        } else if (event instanceof StepEvent.Failed failed) {
            fail(workflow, transition, failed);
        } else if (event instanceof StepEvent.Asked asked) {
            ask(workflow, transition, asked);
        } else if (event instanceof StepEvent.Saved saved) {
            save(workflow, transition, saved);
        } else if (event instanceof StepEvent.Superseded superseded) {
            supersede(workflow, superseded);
        }
    }

    private void supersede(MemoryWorkflow workflow, StepEvent.Superseded event) {
        String step = event.step().key();
        workflow.history().put(open(event, event.at()));
        workflow.history().forgetQuestion(step);
        outbox.takeBack(workflow.id(), step);
        MemoryInbox.giveBack(workflow, step);
        workflow.journal("SUPERSEDED", step, event.attempt(), "");
    }

    private static void start(MemoryWorkflow workflow, Transition transition, StepEvent.Started event) {
        String step = event.step().key();
        if (workflow.history().attempt(step, event.attempt()) != null) {
            throw refused(workflow, step, "begin attempt " + event.attempt() + ", which has begun already,");
        }
        workflow.history().put(MemoryAttempts.started(event, event.effectId(), transition));
        workflow.history().put(open(event, event.at()));
        workflow.journal("STARTED", step, event.attempt(), "");
    }

    private void complete(MemoryWorkflow workflow, Transition transition, StepEvent.Completed event) {
        Attempt attempt = attempt(workflow, transition, event);
        if (attempt != null) {
            workflow.history()
                    .put(MemoryAttempts.ended(attempt, AttemptStatus.COMPLETED, event.startedAt(), event.at()));
        }
        workflow.history()
                .put(new Step(
                        event.step(),
                        StepStatus.COMPLETED,
                        event.attempt(),
                        event.outcome(),
                        null,
                        event.startedAt(),
                        event.at(),
                        ""));
        workflow.journal("COMPLETED", event.step().key(), event.attempt(), "");
        apply(workflow, event);
    }

    private void apply(MemoryWorkflow workflow, StepEvent.Completed event) {
        event.effects().messages().forEach(outbox::add);
        event.effects().children().forEach(workflows::ensure);
        for (StepWork<?> work : event.effects().work()) {
            try {
                work.runOn(resource);
            } catch (Exception failure) {
                throw new StepWorkException(event.step().key(), failure);
            }
        }
        // The work may do with the store what it likes, but the step stays as it is recorded here.
        if (workflow.row().status() != WorkflowStatus.RUNNING) {
            throw refused(workflow, event.step().key(), "let its own work end the workflow");
        }
    }

    private static void fail(MemoryWorkflow workflow, Transition transition, StepEvent.Failed event) {
        Attempt attempt = attempt(workflow, transition, event);
        if (attempt != null) {
            workflow.history().put(MemoryAttempts.failed(attempt, event));
        }
        boolean isForGood = event.verdict() == Verdict.FAIL;
        workflow.history()
                .put(
                        isForGood
                                ? new Step(
                                        event.step(),
                                        StepStatus.FAILED,
                                        event.attempt(),
                                        null,
                                        event.error(),
                                        event.startedAt(),
                                        event.at(),
                                        "")
                                : open(event, event.startedAt()));
        String type = event.verdict() == Verdict.RETRY ? "RETRY" : "FAILED";
        workflow.journal(
                type, event.step().key(), event.attempt(), event.error().toString());
    }

    private static void ask(MemoryWorkflow workflow, Transition transition, StepEvent.Asked event) {
        String step = event.step().key();
        PendingQuestion before = workflow.history().question(step);
        if (before != null && before.isAnswered()) {
            throw refused(workflow, step, "ask again what was answered");
        }
        Attempt attempt = attempt(workflow, transition, event);
        if (attempt != null) {
            workflow.history().put(MemoryAttempts.ended(attempt, AttemptStatus.PAUSED, event.startedAt(), event.at()));
        }
        workflow.history()
                .put(new Step(event.step(), StepStatus.PAUSED, event.attempt(), null, null, event.startedAt(), 0, ""));
        workflow.history()
                .put(new PendingQuestion(
                        workflow.id(),
                        step,
                        event.step().iteration(),
                        event.question(),
                        event.at(),
                        before == null ? 0 : before.dueAt(),
                        null,
                        "",
                        0));
        workflow.journal("ASKED", step, event.attempt(), event.question().prompt());
    }

    private static void save(MemoryWorkflow workflow, Transition transition, StepEvent.Saved event) {
        Attempt attempt = attempt(workflow, transition, event);
        if (attempt == null) {
            throw refused(workflow, event.step().key(), "keep something for the next attempt outside of any");
        }
        workflow.history().put(MemoryAttempts.saved(attempt, event.checkpoint()));
        if (workflow.history().step(event.step().key()) == null) {
            workflow.history().put(open(event, event.at()));
        }
        workflow.journal("SAVED", event.step().key(), event.attempt(), "");
    }

    /** The attempt, as if it had just begun where its begin was not recorded; none where there was none. */
    private static @Nullable Attempt attempt(MemoryWorkflow workflow, Transition transition, StepEvent event) {
        if (event.attempt() == 0) {
            return null;
        }
        Attempt attempt = workflow.history().attempt(event.step().key(), event.attempt());
        return attempt == null ? MemoryAttempts.started(event, "", transition) : attempt;
    }

    private static Step open(StepEvent event, long startedAt) {
        return new Step(event.step(), StepStatus.OPEN, event.attempt(), null, null, startedAt, 0, "");
    }

    private static void requireNoOutcome(MemoryWorkflow workflow, String key) {
        Step step = workflow.history().step(key);
        if (step != null && hasOutcome(step)) {
            throw refused(workflow, key, "change what has an outcome,");
        }
    }

    /** What is of an attempt that is over does not take the place of a later one. */
    private static void requireNoLater(MemoryWorkflow workflow, StepEvent event) {
        Step step = workflow.history().step(event.step().key());
        if (step != null && event.attempt() > 0 && step.attempt() > event.attempt()) {
            throw refused(workflow, event.step().key(), "go back to attempt " + event.attempt());
        }
    }

    static boolean hasOutcome(Step step) {
        return step.status() == StepStatus.COMPLETED || step.status() == StepStatus.FAILED;
    }

    private static StoreException refused(MemoryWorkflow workflow, String step, String what) {
        return StoreException.failedTo(what + " at step '" + step + "' of workflow '" + workflow.id() + "'", null);
    }
}
