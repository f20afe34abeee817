package dev.hypergraph4j.runtime.durable;

import java.time.Duration;

/**
 * Who claims workflows.
 *
 * @param worker names the worker: another name for each start of a process
 * @param lease how long a claim lasts unless it is renewed
 * @param recoveryCap how often in a row a workflow is claimed after its worker died without a step that completed, asked or kept a checkpoint; then it is parked
 */
public record Claimant(String worker, Duration lease, int recoveryCap) {}
