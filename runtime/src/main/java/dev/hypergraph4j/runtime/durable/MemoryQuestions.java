package dev.hypergraph4j.runtime.durable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What workflows ask, and what is answered. */
final class MemoryQuestions {
    private final MemoryWorkflows workflows;
    private final MemoryEndings endings;
    private final MemoryClock clock;

    private record Due(MemoryWorkflow workflow, String step, MemoryHistory.Scheduled answer) {}

    MemoryQuestions(MemoryWorkflows workflows, MemoryEndings endings, MemoryClock clock) {
        this.workflows = workflows;
        this.endings = endings;
        this.clock = clock;
    }

    List<PendingQuestion> pending() {
        return goingOn()
                .flatMap(workflow ->
                        workflow.history().questions().stream().filter(question -> isOpen(workflow, question.step())))
                .sorted(Comparator.comparingLong(PendingQuestion::askedAt))
                .toList();
    }

    /** An answer that somebody gives: who does may be asked again. */
    Optional<AnswerReceipt> answer(MemoryWorkflow workflow, String step, Payload answer, String by) {
        Optional<AnswerReceipt> receipt = settle(workflow, step, answer, by);
        if (receipt.isPresent() && receipt.get().accepted()) {
            workflow.change(row -> row.prefillOnly = false);
        }
        return receipt;
    }

    /** The step that asked first of those whose questions under the key have no answer. */
    Optional<String> firstOpen(MemoryWorkflow workflow, String key) {
        return workflow.history().questions().stream()
                .filter(question -> question.question().key().equals(key) && isOpen(workflow, question.step()))
                .map(PendingQuestion::step)
                .findFirst();
    }

    /** An answer that was there before it was asked for, or that nobody gives in person. */
    Optional<AnswerReceipt> settle(MemoryWorkflow workflow, String step, Payload answer, String by) {
        PendingQuestion question = workflow.history().question(step);
        if (question == null) {
            return Optional.empty();
        }
        if (question.isAnswered()) {
            return Optional.of(new AnswerReceipt(question, false));
        }
        if (workflow.isOver() || !isOpen(workflow, question.step())) {
            return Optional.empty();
        }
        PendingQuestion answered = answered(question, answer, by);
        workflow.history().put(answered);
        workflow.history().unschedule(step);
        workflow.change(row -> {});
        workflow.journal("ANSWERED", step, 0, by);
        endings.wake(workflow);
        return Optional.of(new AnswerReceipt(answered, true));
    }

    boolean schedule(MemoryWorkflow workflow, String step, MemoryHistory.Scheduled scheduled) {
        PendingQuestion question = workflow.history().question(step);
        if (question == null || !isOpen(workflow, question.step()) || workflow.isOver()) {
            return false;
        }
        workflow.history().put(due(question, scheduled.at()));
        workflow.history().schedule(step, scheduled);
        return true;
    }

    /** Answers what is due, what is due longest first. */
    void settleDue() {
        List<Due> due = new ArrayList<>();
        goingOn()
                .forEach(workflow -> workflow.history().schedules().forEach((step, answer) -> {
                    if (answer.at() <= clock.now() && isOpen(workflow, step)) {
                        due.add(new Due(workflow, step, answer));
                    }
                }));
        due.sort(Comparator.comparingLong(each -> each.answer().at()));
        due.forEach(each -> settle(
                each.workflow(),
                each.step(),
                each.answer().answer(),
                each.answer().by()));
    }

    /** Whether it waits for an answer: a step may have come to its end without one in the store, with an answer that its run was given. */
    private static boolean isOpen(MemoryWorkflow workflow, String key) {
        PendingQuestion question = workflow.history().question(key);
        Step step = workflow.history().step(key);
        return question != null && !question.isAnswered() && (step == null || !MemoryCommits.hasOutcome(step));
    }

    /** When scheduled answers are due. */
    LongStream dues() {
        return goingOn()
                .flatMapToLong(workflow -> workflow.history().schedules().entrySet().stream()
                        .filter(scheduled -> isOpen(workflow, scheduled.getKey()))
                        .mapToLong(scheduled -> scheduled.getValue().at()));
    }

    private Stream<MemoryWorkflow> goingOn() {
        return workflows.unfinished().filter(workflow -> !workflow.isOver());
    }

    private PendingQuestion answered(PendingQuestion question, Payload answer, String by) {
        return new PendingQuestion(
                question.workflow(),
                question.step(),
                question.iteration(),
                question.question(),
                question.askedAt(),
                question.dueAt(),
                answer,
                by,
                clock.now());
    }

    private static PendingQuestion due(PendingQuestion question, long at) {
        return new PendingQuestion(
                question.workflow(),
                question.step(),
                question.iteration(),
                question.question(),
                question.askedAt(),
                at,
                null,
                "",
                0);
    }
}
