package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.ChildPolicy;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.util.List;
import java.util.stream.Collectors;

/** Says what a workflow waits for. */
final class Waiting {
    private final Checkpointer store;
    private final History history;
    private final Workflow workflow;

    private Waiting(Checkpointer store, History history) {
        this.store = store;
        this.history = history;
        this.workflow = history.workflow();
    }

    /** What it waits for, in a sentence that begins with what; empty where it has come to its end. */
    static String of(Checkpointer store, History history) {
        return new Waiting(store, history).sentence();
    }

    private String sentence() {
        return switch (workflow.status()) {
            case QUEUED -> "a worker that serves graph '" + workflow.graph().graph() + "'" + backOff();
            case RUNNING -> running();
            case PAUSED -> paused();
            case WAITING_CHILD -> "the end of " + children();
            case SLEEPING -> sleeping();
            case PARKED -> parked();
            case COMPLETED, FAILED, CANCELLED -> "";
        };
    }

    private String running() {
        String until = Times.text(workflow.leaseUntil());
        return workflow.leaseUntil() > store.now()
                ? "worker '" + workflow.owner() + "', which has it until " + until + backOff()
                : "another worker: the lease of '" + workflow.owner() + "' was over at " + until;
    }

    private String paused() {
        List<PendingQuestion> open = open(history);
        return open.isEmpty()
                ? "a worker: its questions are answered"
                : open.stream()
                        .map(question -> "'" + question.question().key() + "'")
                        .collect(Collectors.joining(", ", "an answer to ", due(open)));
    }

    private static String due(List<PendingQuestion> open) {
        long due = open.stream()
                .mapToLong(PendingQuestion::dueAt)
                .filter(at -> at > 0)
                .min()
                .orElse(0);
        return due == 0 ? "" : "; a scheduled one counts from " + Times.text(due);
    }

    private String children() {
        return store.descendants(workflow.id()).stream()
                .filter(child -> child.lineage().kind() == Lineage.Kind.CHILD)
                .filter(child -> !child.status().isFinal())
                .filter(child -> !workflow.isCancelling() || child.lineage().policy() == ChildPolicy.WAIT)
                .map(child -> "'" + child.id() + "'")
                .collect(Collectors.joining(", "));
    }

    private String sleeping() {
        String answers = open(history).isEmpty() ? "" : ", or " + paused();
        boolean isTriedAgain = history.attempts().stream().anyMatch(attempt -> attempt.notBefore() > 0);
        String what = isTriedAgain ? "the next attempt at a failed step" : "its time";
        return what + ", from " + Times.text(workflow.wakeAt()) + answers;
    }

    private String parked() {
        String why = workflow.reason().isEmpty() ? "" : " (" + workflow.reason() + ")";
        return "an operator: " + workflow.parkReason() + why;
    }

    /** Until when its tries pause that failed. */
    private String backOff() {
        long until =
                history.attempts().stream().mapToLong(Attempt::notBefore).max().orElse(0);
        return until > store.now() ? "; a failed step is tried again from " + Times.text(until) : "";
    }

    /** The questions that wait for an answer. */
    static List<PendingQuestion> open(History history) {
        return history.questions().stream().filter(history::waitsFor).toList();
    }
}
