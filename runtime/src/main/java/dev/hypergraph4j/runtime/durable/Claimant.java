package dev.hypergraph4j.runtime.durable;

import java.time.Duration;

/**
 * Who claims workflows.
 *
 * @param worker names the worker: another name for each start of a process
 * @param lease how long a claim lasts unless it is renewed
 * @param recoveryCap how often in a row a workflow is claimed after its worker died without a step that completed, asked or kept a checkpoint; then it is parked
 */
public record Claimant(String worker, Duration lease, int recoveryCap) {
    /** Checks that there is a name, a lease and a cap that can be kept to. */
    public Claimant {
        if (worker.isBlank()) {
            throw new IllegalArgumentException("A worker has a name that is not blank.");
        }
        if (lease.isZero() || lease.isNegative()) {
            throw new IllegalArgumentException("lease is longer than nothing, not " + lease);
        }
        if (recoveryCap < 0) {
            throw new IllegalArgumentException("recoveryCap is at least 0, not " + recoveryCap);
        }
    }
}
