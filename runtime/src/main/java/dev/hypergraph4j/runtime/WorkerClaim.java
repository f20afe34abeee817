package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Claim;
import java.time.Duration;

/**
 * A workflow that a worker has claimed, and for which nobody waits.
 *
 * @param claim what gives it to the worker
 * @param patience how long the worker waits for the next attempt at a step: where that is further away, the workflow sleeps, and is claimed anew
 * @param run what the worker has the workflow stopped and given up by
 */
record WorkerClaim(Claim.Claimed claim, Duration patience, WorkerRun run) {}
