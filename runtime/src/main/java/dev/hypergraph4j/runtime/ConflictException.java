package dev.hypergraph4j.runtime;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.runtime.durable.InboxMessage;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.io.Serial;
import java.util.List;
import java.util.Objects;

/**
 * A workflow can't be run as it was asked for: its id stands for something else, somebody else runs it, or it has come to its end. Nothing has run; under
 * {@link dev.hypergraph4j.runtime.durable.Durability#EXIT EXIT} it shows only at the end of a run that somebody else was faster to start the workflow.
 */
public final class ConflictException extends HypergraphException {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int MOST_DIFFERENCES = 10;

    private final String workflow;
    private final Kind kind;

    /** What is in the way. */
    public enum Kind {
        /** The id is that of a workflow of another graph. */
        OTHER_GRAPH,
        /** The id is that of a workflow with other inputs. */
        OTHER_INPUTS,
        /** The id is that of another message to the workflow. */
        OTHER_MESSAGE,
        /** The question has an answer already, which counts. */
        ALREADY_ANSWERED,
        /** A worker runs it, or may yet do so. */
        ALREADY_RUNNING,
        /** It has failed, or was cancelled; or somebody else was faster to start it, and it has completed: who runs it again gets its result. */
        ALREADY_FINISHED,
        /** It is parked. */
        PARKED,
        /** It has come to its end, and its steps, which that takes, are not kept any more. */
        COMPACTED,
        /** Its recorded steps are not those of the code as it is now. */
        VERSION_INCOMPATIBLE
    }

    private ConflictException(String workflow, Kind kind, Message message) {
        super(message.text(), null);
        this.workflow = workflow;
        this.kind = kind;
    }

    /** The workflow's id. */
    public String workflow() {
        return workflow;
    }

    /** What is in the way. */
    public Kind kind() {
        return kind;
    }

    static ConflictException otherGraph(Workflow known, String asked) {
        return of(
                known,
                Kind.OTHER_GRAPH,
                Message.of(
                                "WorkflowConflict",
                                "Workflow '" + known.id() + "' is one of graph '"
                                        + known.graph().graph() + "', not of '" + asked + "'.")
                        .fix("choose another id"));
    }

    static ConflictException otherInputs(Workflow known) {
        return of(
                known,
                Kind.OTHER_INPUTS,
                Message.of("WorkflowConflict", "Workflow '" + known.id() + "' was started with other inputs.")
                        .fact("status", known.status().name())
                        .fix("leave the inputs as they were: the workflow goes on where it is")
                        .fix("choose another id")
                        .fix("fork it with other inputs: workflows.fork(...)"));
    }

    static ConflictException answered(PendingQuestion known) {
        return new ConflictException(
                known.workflow(),
                Kind.ALREADY_ANSWERED,
                Message.of(
                                "AlreadyAnswered",
                                "Question '" + known.question().key() + "' of workflow '" + known.workflow()
                                        + "' has an answer already, which counts.")
                        .fact("answered by", known.answeredBy())
                        .fix("go on with that: resume without an answer to it, or run the workflow again"));
    }

    static ConflictException otherMessage(InboxMessage known) {
        return new ConflictException(
                known.workflow(),
                Kind.OTHER_MESSAGE,
                Message.of(
                                "MessageConflict",
                                "Workflow '" + known.workflow() + "' was sent another message '" + known.id()
                                        + "' for '" + known.question() + "'.")
                        .fact("sent by", known.by())
                        .fix("send what is new under a new id")
                        .fix("if it is the same message: send what it was before"));
    }

    /** Somebody else was faster to start {@code known}. */
    static ConflictException startedBy(Workflow known) {
        return switch (known.status()) {
            case RUNNING -> running(known);
            case FAILED, CANCELLED -> finished(known);
            case PARKED -> parked(known);
            case COMPLETED ->
                of(
                        known,
                        Kind.ALREADY_FINISHED,
                        Message.of("AlreadyFinished", startedAtTheSameTime(known) + "has completed.")
                                .fix("run it again: it gives its result"));
            default ->
                of(
                        known,
                        Kind.ALREADY_RUNNING,
                        Message.of("AlreadyRunning", startedAtTheSameTime(known) + "is " + known.status() + " now.")
                                .fix("run it again: it goes on where it is, or gives its result"));
        };
    }

    private static String startedAtTheSameTime(Workflow known) {
        return "Workflow '" + known.id() + "' was started by somebody else at the same time, and ";
    }

    static ConflictException running(Workflow known) {
        if (known.isCancelling()) {
            return cancelling(known);
        }
        return of(
                known,
                Kind.ALREADY_RUNNING,
                Message.of("AlreadyRunning", "Workflow '" + known.id() + "' is run by worker '" + known.owner() + "'.")
                        .fix("wait for its end")
                        .fix("if that worker is gone: wait until its lease is over, then run it again"));
    }

    private static ConflictException cancelling(Workflow known) {
        return of(
                known,
                Kind.ALREADY_RUNNING,
                Message.of(
                                "AlreadyRunning",
                                "Workflow '" + known.id()
                                        + "' is to be cancelled, and waits for the end of workflows that it spawned.")
                        .fact("reason", known.reason())
                        .fix("start another one, under another id")
                        .fix("if it is not to wait: cancel those that it waits for"));
    }

    static ConflictException finished(Workflow known) {
        boolean failed = known.status() == WorkflowStatus.FAILED;
        Message message = Message.of(
                "AlreadyFinished", "Workflow '" + known.id() + "' " + (failed ? "has failed." : "was cancelled."));
        message = known.error() == null
                ? message
                : message.fact("error", Objects.requireNonNull(known.error()).toString());
        message = known.reason().isEmpty() ? message : message.fact("reason", known.reason());
        message = failed ? message.fix("retry it, under another id: workflows.retry(...)") : message;
        return of(known, Kind.ALREADY_FINISHED, message.fix("choose another id"));
    }

    static ConflictException notFailed(Workflow known) {
        return of(
                known,
                Kind.ALREADY_RUNNING,
                Message.of("NotFailed", "Workflow '" + known.id() + "' has not failed: it is " + known.status() + ".")
                        .fix("fork it, if it is to take another way: workflows.fork(...)"));
    }

    static ConflictException parked(Workflow known) {
        return of(
                known,
                Kind.PARKED,
                Message.of("Parked", "Workflow '" + known.id() + "' waits for an operator: " + known.parkReason() + ".")
                        .fact("reason", known.reason())
                        .fix("see to the reason, then have it go on: workflows.resume(\"" + known.id() + "\")"));
    }

    static ConflictException incompatible(Workflow known, List<String> differences) {
        Message message = Message.of(
                "VersionIncompatible", "Workflow '" + known.id() + "' has steps of code that has changed since.");
        for (String difference : differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size()))) {
            message = message.fact("changed", difference);
        }
        int more = differences.size() - MOST_DIFFERENCES;
        message = more > 0 ? message.fact("and", more + " more") : message;
        return of(
                known,
                Kind.VERSION_INCOMPATIBLE,
                message.fix("let it end under the code that it began with")
                        .fix("fork it before the first changed step: workflows.fork(...)")
                        .fix("choose a policy: DurableOptions.versionPolicy(RERUN_CHANGED)"));
    }

    /** A map's results are put together of its items' steps: nothing else is recorded of them. */
    static ConflictException itemsOfOtherCode(Workflow known) {
        return of(
                known,
                Kind.VERSION_INCOMPATIBLE,
                Message.of(
                                "VersionIncompatible",
                                "The items of map '" + known.id()
                                        + "' are of code that has changed since it completed.")
                        .fix("ask for its results under the code that it completed with")
                        .fix("choose another id: it is mapped again then"));
    }

    /** A map that is over has no steps: they were folded, or never kept. */
    static ConflictException itemsNotKept(Workflow known) {
        return of(
                known,
                Kind.COMPACTED,
                Message.of(
                                "NotKept",
                                "Map '" + known.id()
                                        + "' has completed, and the steps of its items, of which its results are made, are not kept.")
                        .fact("durability", known.durability().name())
                        .fix("keep steps for as long as you ask for the results: Retention.keepSteps(...)")
                        .fix("choose another id: it is mapped again then"));
    }

    /** A map that is over is asked for an item that it has not had. */
    static ConflictException noSuchItem(String workflow, String step) {
        return new ConflictException(
                workflow,
                Kind.OTHER_INPUTS,
                Message.of(
                                "WorkflowConflict",
                                "Workflow '" + workflow + "' has completed, and has no step '" + step + "'.")
                        .fix("ask for the items that it had")
                        .fix("map further items under another id"));
    }

    /** Nobody could go on with a copy of it. */
    static ConflictException notWhole(Workflow known) {
        return of(
                known,
                Kind.OTHER_GRAPH,
                Message.of(
                                "NotWhole",
                                "Workflow '" + known.id() + "' is one of '"
                                        + known.graph().graph()
                                        + "', a map or a call of an entry method, of which no other workflow can be made.")
                        .fix("call it again, under another id"));
    }

    /** What a retry or fork would take over was folded. */
    static ConflictException compacted(Workflow known) {
        return of(
                known,
                Kind.COMPACTED,
                Message.of("Compacted", "The steps of workflow '" + known.id() + "' were folded into its result.")
                        .fix("start it anew, with its inputs, under another id: all of it runs again then"));
    }

    private static ConflictException of(Workflow known, Kind kind, Message message) {
        return new ConflictException(known.id(), kind, message);
    }
}
