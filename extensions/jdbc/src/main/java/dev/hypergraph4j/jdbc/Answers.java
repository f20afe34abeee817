package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers questions, now and on time. */
final class Answers {
    private final Transaction transaction;

    Answers(Transaction transaction) {
        this.transaction = transaction;
    }

    Optional<AnswerReceipt> answer(String workflow, String step, Payload answer, String by) throws SQLException {
        Blobs blobs = new Blobs();
        byte[] frame = Frame.of(answer, blobs.of(step));
        State state = State.of(transaction, workflow);
        if (state == null) {
            return Optional.empty();
        }
        boolean accepted = !state.isOver() && accept(state, new Questions.Due(workflow, step, frame, by));
        if (accepted) {
            blobs.write(transaction, state.number());
            transaction.session().update(Workflows.MAY_PAUSE, state.number());
        }
        PendingQuestion question = Questions.find(transaction.session(), workflow, step);
        return question == null || !question.isAnswered()
                ? Optional.empty()
                : Optional.of(new AnswerReceipt(question, accepted));
    }

    boolean schedule(String workflow, String step, Payload answer, long at, String by) throws SQLException {
        Blobs blobs = new Blobs();
        byte[] frame = Frame.of(answer, blobs.of(step));
        State state = State.of(transaction, workflow);
        if (state == null || state.isOver()) {
            return false;
        }
        boolean scheduled =
                Questions.schedule(transaction, state.number(), new Questions.Due(workflow, step, frame, by), at);
        if (scheduled) {
            blobs.write(transaction, state.number());
        }
        return scheduled;
    }

    /** Settles what is due, what is due longest first, but for what somebody has locked: it is settled the next time. */
    boolean settleDue() throws SQLException {
        Set<String> workflows = new LinkedHashSet<>();
        Questions.due(transaction.session(), transaction.now()).forEach(due -> workflows.add(due.workflow()));
        for (String workflow : workflows) {
            settle(workflow);
        }
        return true;
    }

    /** Settles what is due of one workflow. */
    void settleDue(String workflow) throws SQLException {
        if (!dueOf(workflow).isEmpty()) {
            settle(workflow);
        }
    }

    /** What is due is read when nobody else changes the workflow any more: it may have ended meanwhile, or another answer been scheduled. */
    private void settle(String workflow) throws SQLException {
        State state = State.unlessLocked(transaction, workflow);
        if (state == null || state.isOver()) {
            return;
        }
        for (Questions.Due due : dueOf(workflow)) {
            accept(state, due);
        }
    }

    private List<Questions.Due> dueOf(String workflow) throws SQLException {
        return Questions.due(transaction.session(), transaction.now(), workflow);
    }

    /** The same of an answer that is known to be waited for, whose large values are noted as used. */
    void settle(State state, Questions.Due answer) throws SQLException {
        if (!accept(state, answer)) {
            throw StoreException.failedTo(
                    "answer step '" + answer.step() + "' of workflow '" + answer.workflow() + "', which waits for it",
                    null);
        }
    }

    /** Its values, where they are large, are noted as used when it was scheduled, or are to be by the caller. */
    private boolean accept(State state, Questions.Due answer) throws SQLException {
        if (!Questions.answer(transaction, state.number(), answer)) {
            return false;
        }
        Journal.append(transaction, answer.workflow(), new Journal.Line("ANSWERED", answer.step(), 0, answer.by()));
        Endings.wake(transaction, answer.workflow());
        return true;
    }
}
