package dev.hypergraph4j.runtime.durable;

/** What became of the wish to claim a workflow. */
public sealed interface Claim {

    /** The workflow is the claimant's: nobody else can commit for it. What it was in the middle of has an unknown outcome now. */
    record Claimed(Lease lease, History history) implements Claim {}

    /** Somebody else has it, or was faster; or it is {@linkplain Workflow#isCancelling to be cancelled}, and nobody gets it any more. */
    record Taken(Workflow workflow) implements Claim {}

    /** It has come to its end. */
    record Finished(History history) implements Claim {}

    /** It is parked, maybe just now because it was recovered too often, and the claimant is no operator. */
    record Parked(Workflow workflow) implements Claim {}

    /** There is no such workflow. */
    record Unknown(String workflow) implements Claim {}
}
