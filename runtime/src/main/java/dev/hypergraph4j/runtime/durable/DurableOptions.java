package dev.hypergraph4j.runtime.durable;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/**
 * How a runner that has a checkpointer uses it. Immutable.
 *
 * @param durability when transitions count as recorded; {@link Durability#SYNC} by default
 * @param versionPolicy what becomes of recorded steps under changed code; {@link VersionPolicy#COMPATIBLE} by default
 * @param claimant who claims workflows: by default a name made of the process id and a random part, leases of 30 seconds that are renewed every
 *     10, and at most 3 recoveries in a row
 */
public record DurableOptions(Durability durability, VersionPolicy versionPolicy, Claimant claimant) {
    private static final String PROCESS =
            ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);

    /** Checks that nothing is missing. */
    public DurableOptions {
        Objects.requireNonNull(durability, "durability");
        Objects.requireNonNull(versionPolicy, "versionPolicy");
        Objects.requireNonNull(claimant, "claimant");
    }

    /** Nothing special. */
    public static DurableOptions defaults() {
        Claimant claimant = new Claimant(PROCESS, Duration.ofSeconds(30), 3);
        return new DurableOptions(Durability.SYNC, VersionPolicy.COMPATIBLE, claimant);
    }

    /** The same with another durability. */
    public DurableOptions durability(Durability other) {
        return new DurableOptions(other, versionPolicy, claimant);
    }

    /** The same with another policy for changed code. */
    public DurableOptions versionPolicy(VersionPolicy other) {
        return new DurableOptions(durability, other, claimant);
    }

    /** The same with another name for the worker: one that no other worker has, nor an earlier start of this one. */
    public DurableOptions worker(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A worker has a name that is not blank.");
        }
        return with(new Claimant(name, claimant.lease(), claimant.recoveryCap()));
    }

    /** The same with leases that last longer, or less long; they are renewed three times in that time. */
    public DurableOptions lease(Duration lease) {
        if (lease.isZero() || lease.isNegative()) {
            throw new IllegalArgumentException("lease is longer than nothing, not " + lease);
        }
        return with(new Claimant(claimant.worker(), lease, claimant.recoveryCap()));
    }

    /** The same with another number of recoveries without a recorded step after which a workflow is parked. */
    public DurableOptions recoveryCap(int cap) {
        if (cap < 0) {
            throw new IllegalArgumentException("recoveryCap is at least 0, not " + cap);
        }
        return with(new Claimant(claimant.worker(), claimant.lease(), cap));
    }

    private DurableOptions with(Claimant other) {
        return new DurableOptions(durability, versionPolicy, other);
    }
}
