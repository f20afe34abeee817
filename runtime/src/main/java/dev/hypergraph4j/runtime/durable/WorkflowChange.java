package dev.hypergraph4j.runtime.durable;

import org.jspecify.annotations.Nullable;

/** A workflow on its way to its next state: what may change of it, to be set. */
final class WorkflowChange {
    private final Workflow before;

    WorkflowStatus status;

    @Nullable
    ParkReason parkReason;

    String reason;

    @Nullable
    StepError error;

    boolean prefillOnly;
    long finishedAt;
    String owner;
    long leaseUntil;
    long wakeAt;
    long epoch;
    int recoveries;
    boolean cancelRequested;
    boolean compacted;

    WorkflowChange(Workflow before) {
        this.before = before;
        status = before.status();
        parkReason = before.parkReason();
        reason = before.reason();
        error = before.error();
        prefillOnly = before.prefillOnly();
        finishedAt = before.finishedAt();
        owner = before.owner();
        leaseUntil = before.leaseUntil();
        wakeAt = before.wakeAt();
        epoch = before.epoch();
        recoveries = before.recoveries();
        cancelRequested = before.cancelRequested();
        compacted = before.compacted();
    }

    /** How a workflow that nobody has claimed yet begins. */
    static Workflow created(NewWorkflow workflow, long now) {
        return new Workflow(
                workflow.id(),
                workflow.graph(),
                WorkflowStatus.QUEUED,
                null,
                "",
                null,
                workflow.durability(),
                workflow.inputsDigest(),
                workflow.prefillOnly(),
                workflow.errorHandling(),
                workflow.lineage(),
                now,
                now,
                0,
                "",
                0,
                0,
                0,
                0,
                false,
                false);
    }

    Workflow at(long now) {
        return new Workflow(
                before.id(),
                before.graph(),
                status,
                parkReason,
                reason,
                error,
                before.durability(),
                before.inputsDigest(),
                prefillOnly,
                before.errorHandling(),
                before.lineage(),
                before.createdAt(),
                now,
                finishedAt,
                owner,
                leaseUntil,
                status == WorkflowStatus.SLEEPING ? wakeAt : 0,
                epoch,
                recoveries,
                cancelRequested,
                compacted);
    }
}
