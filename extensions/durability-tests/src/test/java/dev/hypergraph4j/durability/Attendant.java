package dev.hypergraph4j.durability;

import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who looks after a workflow that does not go on by itself: gives answers, finds out what became of an effect, and lets time pass. */
final class Attendant {
    private static final Duration LATER = Duration.ofHours(1);

    private final int number;
    private final Bodies bodies;
    private final @Nullable ManualClock clock;
    private final Set<WorkflowStatus> met = EnumSet.noneOf(WorkflowStatus.class);

    /** How questions are answered. */
    enum Answering {
        AT_ONCE,
        /** An hour later, as scheduled before. */
        SCHEDULED,
        /** By messages, all at once, most of them before they are asked for. */
        SENT
    }

    /**
     * One for whom time stands still.
     *
     * @param number of the workflow's inputs
     * @param bodies tell what was done to the world
     */
    Attendant(int number, Bodies bodies) {
        this(number, bodies, null);
    }

    /** One who can set the clock of the store forward. */
    Attendant(int number, Bodies bodies, @Nullable ManualClock clock) {
        this.number = number;
        this.bodies = bodies;
        this.clock = clock;
    }

    int number() {
        return number;
    }

    Bodies bodies() {
        return bodies;
    }

    /** What workflows were found to wait for. */
    Set<WorkflowStatus> met() {
        return met;
    }

    /** Does what the workflow waits for; gives whether it can go on then, as far as he knows. */
    boolean seeTo(Workflows workflows, String id, Answering answering) {
        Workflow workflow = workflows.store().find(id).orElseThrow();
        met.add(workflow.status());
        switch (workflow.status()) {
            case PAUSED -> answer(workflows, id, answering);
            case PARKED -> new Operator(workflows, bodies::effect).settle(id);
            case SLEEPING -> waitUntil(workflow.wakeAt());
            case WAITING_CHILD, QUEUED -> {
                return workflows.workHere() > 0;
            }
            default -> {
                return workflow.status().isFinal();
            }
        }
        return true;
    }

    private void answer(Workflows workflows, String id, Answering answering) {
        if (answering == Answering.SENT) {
            Parts.send(workflows, id, number);
            return;
        }
        List<PendingQuestion> pending = workflows.pending();
        for (PendingQuestion question : pending) {
            Object answer = Reference.answer(number);
            if (answering == Answering.AT_ONCE) {
                workflows.answer(question, answer, Operator.NAME);
            } else {
                Instant then = Instant.ofEpochMilli(workflows.store().now()).plus(LATER);
                workflows.answerAt(then, question, answer, Operator.NAME);
            }
        }
        if (answering == Answering.SCHEDULED) {
            waitUntil(workflows.store().now() + LATER.toMillis());
            workflows.workHere();
        }
    }

    private void waitUntil(long millis) {
        if (clock == null) {
            throw new AssertionError("nobody lets time pass here");
        }
        clock.advance(Duration.ofMillis(Math.max(0, millis - clock.getAsLong())));
    }
}
