package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transition as the rows that it becomes, by the statements that they are for. Made by the thread that wants it recorded, so that the writer has
 * little to do.
 */
final class TransitionRows {
    private final Transition transition;
    private final Batches batches = new Batches();
    private final List<@Nullable Object[]> inputs;
    private final List<@Nullable Object[]> outputs;
    private final List<Journal.Line> lines = new ArrayList<>();
    private final List<Effects> effects = new ArrayList<>();
    private final List<Inbox.Asking> askings = new ArrayList<>(0);
    private boolean isProgress;
    private boolean isSimple;

    TransitionRows(Transition transition) {
        this.transition = transition;
        this.isSimple = transition.ending() == null;
        NewWorkflow creation = transition.creation();
        inputs = creation == null
                ? List.of()
                : NamedValues.rows(NamedValues.Kind.INPUT, creation.inputs(), batches.blobs());
        Texts.exact(transition.claimant().worker());
        if (creation != null) {
            lines.add(Journal.Line.of(Journal.CREATED, ""));
            lines.add(Journal.Line.of("CLAIMED", transition.claimant().worker()));
        }
        transition.events().forEach(this::add);
        Ending ending = transition.ending();
        outputs = ending == null
                ? List.of()
                : NamedValues.rows(NamedValues.Kind.OUTPUT, ending.outputs(), batches.blobs());
        if (creation != null && !creation.id().equals(workflow())) {
            throw StoreException.failedTo("create '" + creation.id() + "' by a lease of '" + workflow() + "'", null);
        }
    }

    Transition transition() {
        return transition;
    }

    String workflow() {
        return transition.lease().workflow();
    }

    Batches batches() {
        return batches;
    }

    List<@Nullable Object[]> inputs() {
        return inputs;
    }

    List<@Nullable Object[]> outputs() {
        return outputs;
    }

    /** What the journal is told, but for how the workflow leaves its worker. */
    List<Journal.Line> lines() {
        return lines;
    }

    List<Effects> effects() {
        return effects;
    }

    /** What is asked: a message may be there that answers it. */
    List<Inbox.Asking> askings() {
        return askings;
    }

    /** Whether a step got further, which makes up for workers that died. */
    boolean isProgress() {
        return isProgress;
    }

    /** Whether it consists of rows alone. */
    boolean canBeBatched() {
        return effects.isEmpty();
    }

    /** Whether another transition of the same workflow may stand behind it in the same batches: they keep the order of each kind of rows only. */
    boolean isSimple() {
        return isSimple;
    }

    private void add(StepEvent event) {
        isProgress |= !(event instanceof StepEvent.Started || event instanceof StepEvent.Failed);
        if (event instanceof StepEvent.Started started) {
            start(started);
        } else if (event instanceof StepEvent.Completed completed) {
            complete(completed);
        } else if (event instanceof StepEvent.Failed failed) {
            fail(failed);
        } else if (event instanceof StepEvent.Asked asked) {
            ask(asked);
        } else if (event instanceof StepEvent.Saved saved) {
            save(saved);
        } else if (event instanceof StepEvent.Superseded superseded) {
            supersede(superseded);
        }
    }

    private void start(StepEvent.Started event) {
        Step step = unsettled(event, StepStatus.OPEN, event.at());
        batches.add(Statements.PUT_STEP, row(step, null, Texts.exact(event.effectId())));
        line("STARTED", event, "");
    }

    private void complete(StepEvent.Completed event) {
        Step step = new Step(
                event.step(),
                StepStatus.COMPLETED,
                event.attempt(),
                event.outcome(),
                null,
                event.startedAt(),
                event.at(),
                "");
        String key = event.step().key();
        byte[] outcome = Frame.of(event.outcome().values(), batches.blobs().of(key));
        batches.add(Statements.PUT_STEP, row(step, outcome));
        line("COMPLETED", event, "");
        for (OutboxMessage message : event.effects().messages()) {
            batches.add(Statements.SEND, Outbox.row(message, batches.blobs()));
        }
        Effects others = new Effects(key, event.effects());
        if (!others.isEmpty()) {
            effects.add(others);
        }
    }

    private void fail(StepEvent.Failed event) {
        end(
                event,
                new Attempts.State(
                        AttemptStatus.FAILED,
                        event.startedAt(),
                        event.at(),
                        event.error(),
                        event.verdict(),
                        event.notBefore()));
        if (event.verdict() == Verdict.FAIL) {
            Step step = new Step(
                    event.step(),
                    StepStatus.FAILED,
                    event.attempt(),
                    null,
                    event.error(),
                    event.startedAt(),
                    event.at(),
                    "");
            batches.add(Statements.PUT_STEP, row(step, null));
        } else {
            batches.add(Statements.PUT_STEP, open(event, event.startedAt()));
        }
        String type = event.verdict() == Verdict.RETRY ? "RETRY" : "FAILED";
        line(type, event, event.error().toString());
    }

    private void ask(StepEvent.Asked event) {
        isSimple = false;
        end(event, Attempts.State.of(AttemptStatus.PAUSED, event.startedAt(), event.at()));
        batches.add(Statements.PAUSE_STEP, row(unsettled(event, StepStatus.PAUSED, event.startedAt()), null));
        String key = event.step().key();
        int iteration = event.step().iteration();
        batches.add(Statements.ASK, Questions.row(key, iteration, event.question(), event.at(), batches.blobs()));
        askings.add(new Inbox.Asking(key, Texts.readable(event.question().key())));
        line("ASKED", event, event.question().prompt());
    }

    private void save(StepEvent.Saved event) {
        isSimple = false;
        String key = event.step().key();
        if (event.attempt() == 0) {
            throw StoreException.failedTo(
                    "keep something for the next attempt outside of any at step '" + key + "' of workflow '"
                            + workflow() + "'",
                    null);
        }
        byte[] checkpoint = Frame.of(event.checkpoint(), batches.blobs().of(key));
        batches.add(Statements.SAVE_ATTEMPT, Attempts.saved(transition, key, event.attempt(), event.at(), checkpoint));
        batches.add(Statements.ENSURE_STEP, open(event, event.at()));
        line("SAVED", event, "");
    }

    private void supersede(StepEvent.Superseded event) {
        isSimple = false;
        String key = event.step().key();
        batches.add(Statements.KEEP_ATTEMPT, new @Nullable Object[] {null, key});
        batches.add(Statements.SUPERSEDE_STEP, open(event, event.at()));
        batches.add(Statements.FORGET_QUESTION, new @Nullable Object[] {null, key});
        batches.add(Statements.TAKE_BACK, new @Nullable Object[] {null, key});
        batches.add(Statements.GIVE_BACK, new @Nullable Object[] {null, key});
        line("SUPERSEDED", event, "");
    }

    private void end(StepEvent event, Attempts.State state) {
        if (event.attempt() > 0) {
            int number = event.attempt();
            batches.add(
                    Statements.END_ATTEMPT,
                    Attempts.row(transition, event.step().key(), number, state));
        }
    }

    private @Nullable Object[] open(StepEvent event, long startedAt) {
        return row(unsettled(event, StepStatus.OPEN, startedAt), null);
    }

    private @Nullable Object[] row(Step step, byte @Nullable [] outcome) {
        return row(step, outcome, null);
    }

    /** The step's line is the one that comes next. */
    private @Nullable Object[] row(Step step, byte @Nullable [] outcome, @Nullable String effectId) {
        return Steps.row(transition, step, outcome, effectId, lines.size() + 1);
    }

    private static Step unsettled(StepEvent event, StepStatus status, long startedAt) {
        return new Step(event.step(), status, event.attempt(), null, null, startedAt, 0, "");
    }

    private void line(String type, StepEvent event, String detail) {
        lines.add(new Journal.Line(type, event.step().key(), event.attempt(), detail));
    }
}
