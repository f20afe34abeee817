package dev.hypergraph4j.runtime.durable;

import dev.hypergraph4j.ErrorHandling;
import org.jspecify.annotations.Nullable;

/**
 * A workflow as it stands in the store. All times are milliseconds since 1970 on the store's clock, 0 where there is none.
 *
 * @param id its id
 * @param graph what it runs
 * @param status what it is at
 * @param parkReason why it is parked; {@code null} unless it is
 * @param reason what else there is to say of its status: why it was stopped, cancelled or parked; empty where nothing is
 * @param error why it failed; {@code null} unless it has
 * @param durability when its transitions count as recorded
 * @param inputsDigest by which a second start with other inputs is told
 * @param prefillOnly whether a question without an answer makes it fail instead of pause
 * @param errorHandling what it does when a node fails, whoever goes on with it
 * @param lineage where it comes from
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param finishedAt when it came to its end
 * @param owner the worker that has or had it last; empty where none ever had
 * @param leaseUntil until when that worker has it
 * @param wakeAt when a worker is to claim it, if it sleeps
 * @param epoch how often it was claimed: who commits with an older one is refused
 * @param recoveries how often in a row its worker died without a step that completed, asked or kept a checkpoint
 * @param cancelRequested whether somebody wants it cancelled
 * @param compacted whether its steps were folded into its result
 */
public record Workflow(
        String id,
        GraphVersion graph,
        WorkflowStatus status,
        @Nullable ParkReason parkReason,
        String reason,
        @Nullable StepError error,
        Durability durability,
        String inputsDigest,
        boolean prefillOnly,
        ErrorHandling errorHandling,
        Lineage lineage,
        long createdAt,
        long updatedAt,
        long finishedAt,
        String owner,
        long leaseUntil,
        long wakeAt,
        long epoch,
        int recoveries,
        boolean cancelRequested,
        boolean compacted) {

    /** Whether it is CANCELLED as soon as those of its children have ended that it has to wait for; none of its own steps runs any more. */
    public boolean isCancelling() {
        return status == WorkflowStatus.WAITING_CHILD && cancelRequested;
    }
}
