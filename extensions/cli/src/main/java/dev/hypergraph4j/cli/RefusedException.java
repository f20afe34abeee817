package dev.hypergraph4j.cli;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.internal.Suggestions;
import dev.hypergraph4j.jdbc.json.AnswerSchema;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Something is not done, since it can't be done with the workflow as it is. Nothing has changed. */
public final class RefusedException extends HypergraphException {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int MOST_REASONS = 3;

    private final Refusal refusal;
    private final String mend;

    RefusedException(Refusal refusal, String message, String mend) {
        super(message, null);
        this.refusal = refusal;
        this.mend = mend;
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }

    /** What to do instead: a clause that begins with a verb. */
    public String mend() {
        return mend;
    }

    static RefusedException notFound(String id) {
        return new RefusedException(
                Refusal.NOT_FOUND, "There is no workflow '" + id + "'.", "see which ones there are: list");
    }

    static RefusedException unknownStep(History history, String key) {
        List<String> keys =
                history.steps().stream().map(step -> step.id().key()).toList();
        String id = history.workflow().id();
        return history.workflow().compacted()
                ? compacted(id)
                : new RefusedException(
                        Refusal.UNKNOWN_STEP,
                        "Workflow '" + id + "' has no step '" + key + "'.",
                        meant(key, keys, "see which ones there are: steps " + id));
    }

    static RefusedException compacted(String id) {
        return new RefusedException(
                Refusal.COMPACTED,
                "The steps of workflow '" + id + "' were folded into its result.",
                "start it anew under another id");
    }

    static RefusedException notWhole(Workflow workflow) {
        return new RefusedException(
                Refusal.NOT_WHOLE,
                "Workflow '" + workflow.id() + "' is one of '"
                        + workflow.graph().graph() + "', a call of an entry method, with which nobody could go on.",
                "call it again");
    }

    static RefusedException unknownQuestion(History history, String key) {
        List<String> keys = history.questions().stream()
                .map(question -> question.question().key())
                .toList();
        String id = history.workflow().id();
        return new RefusedException(
                Refusal.UNKNOWN_QUESTION,
                "Workflow '" + id + "' asks no question '" + key + "'.",
                meant(key, keys, "see what it asks: show " + id));
    }

    static RefusedException severalQuestions(History history, String key, List<PendingQuestion> open) {
        return new RefusedException(
                Refusal.AMBIGUOUS_QUESTION,
                "Workflow '" + history.workflow().id() + "' asks " + open.size() + " questions '" + key + "' at once.",
                "say the key of the step that is to be answered: "
                        + open.stream()
                                .limit(MOST_REASONS)
                                .map(PendingQuestion::step)
                                .collect(Collectors.joining(", "))
                        + (open.size() > MOST_REASONS ? ", ..." : ""));
    }

    static RefusedException running(Workflow workflow) {
        return new RefusedException(
                Refusal.ALREADY_RUNNING,
                "Workflow '" + workflow.id() + "' is run by worker '" + workflow.owner() + "'.",
                "wait for its end, or until its lease is over");
    }

    /** Nobody has to see to it that it goes on. */
    static RefusedException waiting(Workflow workflow, String waitsFor) {
        return new RefusedException(
                Refusal.ALREADY_RUNNING,
                "Workflow '" + workflow.id() + "' goes on by itself: it is " + workflow.status() + ", and waits for "
                        + waitsFor + ".",
                "leave it at that");
    }

    static RefusedException finished(Workflow workflow) {
        String mend = switch (workflow.status()) {
            case FAILED -> "have a new one go on where it failed: retry " + workflow.id();
            case CANCELLED -> "fork it: fork " + workflow.id() + " --at STEP";
            default -> "see what it gave: show " + workflow.id() + " --values";
        };
        return new RefusedException(
                Refusal.ALREADY_FINISHED,
                "Workflow '" + workflow.id() + "' has come to its end: it is " + workflow.status() + ".",
                mend);
    }

    static RefusedException answerRequired(String id, List<PendingQuestion> open) {
        String key = open.isEmpty() ? "KEY" : open.get(0).question().key();
        return new RefusedException(
                Refusal.ANSWER_REQUIRED,
                "Workflow '" + id + "' waits for an answer to '" + key + "'.",
                "answer it: answer " + id + " " + key + " JSON");
    }

    static RefusedException answered(PendingQuestion question) {
        return new RefusedException(
                Refusal.ALREADY_ANSWERED,
                "Question '" + question.question().key() + "' of workflow '" + question.workflow()
                        + "' was answered by '" + question.answeredBy() + "' at " + Times.text(question.answeredAt())
                        + ".",
                "leave it at that: the first answer counts");
    }

    static RefusedException badAnswer(PendingQuestion question, AnswerSchema.Misfit misfit, String options) {
        String why = misfit.fault() == AnswerSchema.Fault.OPTIONS
                ? "it is none of its options"
                : misfit.reasons().stream().limit(MOST_REASONS).collect(Collectors.joining("; "));
        String mend = switch (misfit.fault()) {
            case NO_JSON -> "give " + question.question().answerType() + " as JSON; texts are quoted: '\"yes\"'";
            case SCHEMA -> "see its schema: show " + question.workflow() + " --json";
            case OPTIONS -> "choose one of " + options;
        };
        return new RefusedException(
                Refusal.BAD_ANSWER,
                "The answer does not fit '" + question.question().key() + "': " + why + ".",
                mend);
    }

    static RefusedException asksNobody(Workflow workflow, String key) {
        return new RefusedException(
                Refusal.UNKNOWN_QUESTION,
                "Workflow '" + workflow.id() + "' was begun with all its answers: it does not ask '" + key + "'.",
                "see what it waits for: show " + workflow.id());
    }

    static RefusedException toBeCancelled(Workflow workflow) {
        return new RefusedException(
                Refusal.ALREADY_FINISHED,
                "Workflow '" + workflow.id() + "' is to be cancelled: it takes no messages any more.",
                "see what it waits for: show " + workflow.id());
    }

    static RefusedException otherMessage(String workflow, String key, String message) {
        return new RefusedException(
                Refusal.OTHER_MESSAGE,
                "Workflow '" + workflow + "' was sent another message '" + message + "' for '" + key + "'.",
                "choose another id for what is new; see what was sent: inbox " + workflow);
    }

    static RefusedException badMessage(String workflow, String key, Throwable misfit) {
        String why = String.valueOf(misfit.getMessage()).lines().findFirst().orElse("");
        return new RefusedException(
                Refusal.BAD_ANSWER,
                "The message does not fit '" + key + "' of workflow '" + workflow + "': " + why,
                "give what the node that asks takes, as JSON");
    }

    static RefusedException unknownMessage(String message, List<String> waiting) {
        return new RefusedException(
                Refusal.UNKNOWN_MESSAGE,
                "There is no message '" + message + "' that was not delivered yet.",
                meant(message, waiting, "see which ones wait: outbox"));
    }

    static RefusedException notFailed(Workflow workflow) {
        return new RefusedException(
                Refusal.NOT_FAILED,
                "Workflow '" + workflow.id() + "' has not failed: it is " + workflow.status() + ".",
                "fork it, if it is to take another way: fork " + workflow.id() + " --at STEP");
    }

    static RefusedException notParked(Workflow workflow) {
        return new RefusedException(
                Refusal.NOT_PARKED,
                "Workflow '" + workflow.id() + "' is not parked: it is " + workflow.status() + ".",
                "see what it waits for: show " + workflow.id());
    }

    static RefusedException settled(String id, String step) {
        return new RefusedException(
                Refusal.ALREADY_SETTLED,
                "Step '" + step + "' of workflow '" + id + "' has an outcome, which never changes.",
                "fork the workflow there: fork " + id + " --at " + step);
    }

    static RefusedException badOutputs(String step, Throwable misfit) {
        String why = misfit.getMessage() == null ? misfit.toString() : misfit.getMessage();
        return new RefusedException(
                Refusal.BAD_OUTPUTS,
                "That is not what step '" + step + "' gives: "
                        + why.lines().findFirst().orElse(""),
                "give each output of its node as JSON, in the order of their declaration");
    }

    static RefusedException notServed(Workflow workflow) {
        return new RefusedException(
                Refusal.NOT_SERVED,
                "What steps of graph '" + workflow.graph().graph() + "' give is known to its code, which is not here.",
                "use the command line of a program that serves it, or say --try-again");
    }

    static RefusedException notAsked(Workflow workflow, String key) {
        return new RefusedException(
                Refusal.NOT_SERVED,
                "What answers '" + key + "' of graph '" + workflow.graph().graph()
                        + "' is known to its code, which is not here, and to the question, which it has not asked.",
                "use the command line of a program that serves it, or wait until it asks");
    }

    static RefusedException badId(String id) {
        String why = id.isBlank() ? "it is empty" : "it has a control character";
        return new RefusedException(
                Refusal.BAD_ID,
                "'" + id + "' is no id for a new workflow: " + why + ".",
                "choose another id: --as NEW");
    }

    static RefusedException badMessageId(String id) {
        String why = id.isBlank()
                ? "it is empty"
                : id.length() > WorkflowOperations.LONGEST_ID ? "it is too long" : "it has a control character";
        return new RefusedException(
                Refusal.BAD_ID, "That is no id for a message: " + why + ".", "choose another id, like click-4711");
    }

    static RefusedException taken(String id) {
        return new RefusedException(
                Refusal.ID_TAKEN, "There is a workflow '" + id + "' already.", "choose another id: --as NEW");
    }

    static RefusedException incompatible(String id) {
        return new RefusedException(
                Refusal.VERSION_INCOMPATIBLE,
                "Workflow '" + id + "' has steps of code that has changed since.",
                "fork it before the first changed step: fork " + id + " --at STEP");
    }

    private static String meant(String key, List<String> known, String otherwise) {
        return Suggestions.closest(key, known)
                .map(close -> "say '" + close + "', if that is meant")
                .orElse(otherwise);
    }
}
