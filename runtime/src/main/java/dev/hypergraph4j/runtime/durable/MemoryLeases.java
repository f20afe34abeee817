package dev.hypergraph4j.runtime.durable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Who may commit for which workflow. */
final class MemoryLeases {
    private final MemoryWorkflows workflows;
    private final MemoryEndings endings;
    private final MemoryClock clock;

    MemoryLeases(MemoryWorkflows workflows, MemoryEndings endings, MemoryClock clock) {
        this.workflows = workflows;
        this.endings = endings;
        this.clock = clock;
    }

    Claim claim(String id, Claimant claimant, boolean byOperator) {
        MemoryWorkflow workflow = workflows.get(id);
        if (workflow == null) {
            return new Claim.Unknown(id);
        }
        Workflow row = workflow.row();
        if (row.status().isFinal()) {
            return new Claim.Finished(workflow.snapshot());
        }
        if (row.isCancelling()) {
            return new Claim.Taken(row);
        }
        if (row.status() == WorkflowStatus.RUNNING) {
            return isOver(row) ? recovered(workflow, claimant, byOperator) : new Claim.Taken(row);
        }
        if (row.status() == WorkflowStatus.PARKED && !byOperator) {
            return new Claim.Parked(row);
        }
        return claimed(workflow, claimant, byOperator ? 0 : row.recoveries());
    }

    List<Checkpointer.Renewal> renew(Collection<Lease> leases, Claimant claimant) {
        List<Checkpointer.Renewal> renewed = new ArrayList<>();
        for (Lease lease : leases) {
            MemoryWorkflow workflow = workflows.get(lease.workflow());
            if (workflow != null && isGood(lease, claimant, workflow.row())) {
                workflow.change(row -> row.leaseUntil = clock.in(claimant.lease()));
                renewed.add(new Checkpointer.Renewal(lease, workflow.row().cancelRequested()));
            }
        }
        return renewed;
    }

    List<String> claimable(Set<String> graphs, int most) {
        return workflows
                .unfinished()
                .filter(workflow -> graphs.contains(workflow.row().graph().graph()))
                .filter(this::waits)
                .sorted(Comparator.comparingLong(MemoryWorkflow::waitsSince)
                        .thenComparingLong(MemoryWorkflow::waitsBehind))
                .map(MemoryWorkflow::id)
                .limit(most)
                .toList();
    }

    /** When those wake that sleep. */
    LongStream wakes(Set<String> graphs) {
        return workflows
                .unfinished()
                .map(MemoryWorkflow::row)
                .filter(row -> graphs.contains(row.graph().graph()))
                .filter(row -> row.status() == WorkflowStatus.SLEEPING)
                .mapToLong(Workflow::wakeAt);
    }

    /** The workflow that the lease gives its worker the right to commit for. */
    MemoryWorkflow leased(Lease lease, Claimant claimant) {
        MemoryWorkflow workflow = workflows.get(lease.workflow());
        if (workflow == null || !isGood(lease, claimant, workflow.row())) {
            throw new LeaseLostException(lease);
        }
        return workflow;
    }

    /** Gives a workflow to the worker that creates it. */
    void give(MemoryWorkflow created, long epoch, Claimant claimant) {
        created.change(row -> {
            row.status = WorkflowStatus.RUNNING;
            row.epoch = epoch;
            row.owner = claimant.worker();
            row.leaseUntil = clock.in(claimant.lease());
        });
        created.journal("CLAIMED", claimant.worker());
    }

    private Claim recovered(MemoryWorkflow workflow, Claimant claimant, boolean byOperator) {
        int recoveries = byOperator ? 0 : workflow.row().recoveries() + 1;
        if (byOperator || recoveries <= claimant.recoveryCap()) {
            return claimed(workflow, claimant, recoveries);
        }
        forgetOutcomes(workflow);
        endings.end(
                workflow,
                Ending.parked(
                        ParkReason.RECOVERY_EXHAUSTED,
                        "its worker died " + recoveries + " times in a row without having recorded a step"));
        workflow.change(row -> row.recoveries = recoveries);
        return switch (workflow.row().status()) {
            case PARKED -> new Claim.Parked(workflow.row());
            case WAITING_CHILD -> new Claim.Taken(workflow.row()); // It was to be cancelled, and has to wait for that.
            default -> new Claim.Finished(workflow.snapshot()); // It was to be cancelled.
        };
    }

    private Claim claimed(MemoryWorkflow workflow, Claimant claimant, int recoveries) {
        forgetOutcomes(workflow);
        workflow.hasNews(false);
        workflow.change(row -> {
            row.recoveries = recoveries;
            row.parkReason = null;
            row.reason = row.cancelRequested ? row.reason : "";
        });
        give(workflow, workflow.row().epoch() + 1, claimant);
        return new Claim.Claimed(new Lease(workflow.id(), workflow.row().epoch()), workflow.snapshot());
    }

    private static void forgetOutcomes(MemoryWorkflow workflow) {
        for (Attempt attempt : workflow.history().attempts()) {
            if (attempt.status() == AttemptStatus.STARTED) {
                workflow.history().put(MemoryAttempts.unknown(attempt));
            }
        }
    }

    private boolean waits(MemoryWorkflow workflow) {
        return switch (workflow.row().status()) {
            case QUEUED -> true;
            case RUNNING -> isOver(workflow.row());
            case SLEEPING -> workflow.waitsSince() <= clock.now();
            default -> false;
        };
    }

    private boolean isOver(Workflow row) {
        return row.leaseUntil() <= clock.now();
    }

    /** A workflow that was deleted and started again has the same id and the same epochs, but not the same worker. */
    private static boolean isGood(Lease lease, Claimant claimant, Workflow row) {
        return row.status() == WorkflowStatus.RUNNING
                && row.epoch() == lease.epoch()
                && row.owner().equals(claimant.worker());
    }
}
