package dev.hypergraph4j.cli;

import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.Workflow;

/** What there is to say of a workflow beside its status, in a few words. */
final class Notes {
    private Notes() {}

    /** Why it is where it is; empty where nothing is special. */
    static String of(Workflow workflow) {
        if (workflow.error() != null) {
            return workflow.error().toString();
        }
        String reason = workflow.reason();
        if (workflow.parkReason() != null) {
            return reason.isEmpty() ? workflow.parkReason().name() : workflow.parkReason() + ": " + reason;
        }
        return workflow.cancelRequested() && !workflow.status().isFinal() ? "to be cancelled: " + reason : reason;
    }

    /** Where it comes from; empty where it stands by itself. */
    static String origin(Workflow workflow) {
        Lineage lineage = workflow.lineage();
        String how = switch (lineage.kind()) {
            case STARTED -> "";
            case FORK -> "fork of ";
            case RETRY -> "retry of ";
            case CHILD -> "child of ";
        };
        String at = lineage.step() == null ? "" : " at " + lineage.step();
        return how.isEmpty() ? "" : how + lineage.workflow() + at;
    }
}
