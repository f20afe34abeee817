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
        if (workflow.isOver() || workflow.row().cancelRequested()) {
            return Optional.empty();
        }
        workflow.history().put(new InboxMessage(workflow.id(), question, id, payload, by, clock.now(), ""));
        // The one that waits longest comes first.
        questions.firstOpen(workflow, question).ifPresent(step -> answer(workflow, question, step));
        return Optional.ofNullable(workflow.history().message(question, id))
                .map(message -> new MessageReceipt(message, true));
    }

    /** Answers a question, if there is a message for it, with the one that waits longest. */
    void answer(MemoryWorkflow workflow, String question, String step) {
        workflow.history().nextMessage(question).ifPresent(message -> {
            workflow.history().put(taken(message, step));
            var unused = questions.settle(workflow, step, message.payload(), message.by());
        });
    }

    /** What a step has taken that is superseded waits for the next question. What it may have taken before was of no use in another workflow. */
    static void giveBack(MemoryWorkflow workflow, String step) {
        workflow.history().messages().stream()
                .filter(message -> message.step().equals(step))
                .reduce((earlier, later) -> later)
                .ifPresent(message -> workflow.history().put(taken(message, "")));
    }

    static InboxMessage copied(InboxMessage message, String to) {
        return as(message, to, message.step());
    }

    private static InboxMessage taken(InboxMessage message, String step) {
        return as(message, message.workflow(), step);
    }

    private static InboxMessage as(InboxMessage message, String workflow, String step) {
        return new InboxMessage(
                workflow, message.question(), message.id(), message.payload(), message.by(), message.sentAt(), step);
    }
}
