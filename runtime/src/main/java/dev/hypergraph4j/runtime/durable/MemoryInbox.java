package dev.hypergraph4j.runtime.durable;

import java.util.Optional;

/** The messages that workflows are sent, each of which answers one question. */
final class MemoryInbox {
    private final MemoryQuestions questions;
    private final MemoryClock clock;

    MemoryInbox(MemoryQuestions questions, MemoryClock clock) {
        this.questions = questions;
        this.clock = clock;
    }

    Optional<MessageReceipt> send(MemoryWorkflow workflow, String question, String id, Payload payload, String by) {
        InboxMessage known = workflow.history().message(question, id);
        if (known != null) {
            return Optional.of(new MessageReceipt(known, false));
        }
        if (workflow.isOver()) {
            return Optional.empty();
        }
        String step = questions.firstOpen(workflow, question).orElse("");
        InboxMessage message = new InboxMessage(workflow.id(), question, id, payload, by, clock.now(), step);
        workflow.history().put(message);
        if (message.isTaken()) {
            var unused = questions.settle(workflow, step, payload, by);
        }
        return Optional.of(new MessageReceipt(message, true));
    }

    /** Gives a step that has asked the message that waits longest for its question, if there is one. */
    void answer(MemoryWorkflow workflow, StepEvent.Asked asked) {
        String step = asked.step().key();
        workflow.history().nextMessage(asked.question().key()).ifPresent(message -> {
            workflow.history().put(taken(message, step));
            var unused = questions.settle(workflow, step, message.payload(), message.by());
        });
    }

    /** What a step has taken that is superseded waits for the next question. */
    static void giveBack(MemoryWorkflow workflow, String step) {
        for (InboxMessage message : workflow.history().messages()) {
            if (message.step().equals(step)) {
                workflow.history().put(taken(message, ""));
            }
        }
    }

    static InboxMessage copied(InboxMessage message, String to) {
        return new InboxMessage(
                to,
                message.question(),
                message.id(),
                message.payload(),
                message.by(),
                message.sentAt(),
                message.step());
    }

    private static InboxMessage taken(InboxMessage message, String step) {
        return new InboxMessage(
                message.workflow(),
                message.question(),
                message.id(),
                message.payload(),
                message.by(),
                message.sentAt(),
                step);
    }
}
