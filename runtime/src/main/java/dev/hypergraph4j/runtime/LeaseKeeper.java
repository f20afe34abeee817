package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Renews the leases of the workflows that a worker has, all at once, three times in the time that they last, as long as there are any. Who has lost
 * one, or could not renew it in time, is told, so that his run stops; and so is who is to be cancelled.
 *
 * <p>The race: a workflow ends while its lease is being renewed. Its lease counts as lost then, and nobody is there to be told. Thread-safe.
 */
final class LeaseKeeper {
    private static final int RENEWALS = 3;

    private final Checkpointer store;
    private final Claimant claimant;
    private final ScheduledThreadPoolExecutor thread = thread();

    // Guarded by this
    private final Map<Lease, Journal> kept = new HashMap<>();
    private final Map<Lease, Long> renewedAt = new HashMap<>();
    private boolean isScheduled;

    LeaseKeeper(Checkpointer store, Claimant claimant) {
        this.store = store;
        this.claimant = claimant;
    }

    /** Of its own, lest busy nodes keep leases from being renewed; it ends when there were none for a while. */
    private static ScheduledThreadPoolExecutor thread() {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread daemon = new Thread(task, "hypergraph4j-leases");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.setKeepAliveTime(10, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }

    synchronized void keep(Journal journal) {
        kept.put(journal.lease(), journal);
        renewedAt.put(journal.lease(), System.nanoTime());
        if (!isScheduled) {
            schedule();
        }
    }

    synchronized void forget(Journal journal) {
        kept.remove(journal.lease());
        renewedAt.remove(journal.lease());
        // What is scheduled finds nothing then, unless another workflow has come: to cancel it and schedule it again
        // for each of many short ones costs more.
    }

    /** Needs the lock. */
    private void schedule() {
        long nanos = claimant.lease().toNanos() / RENEWALS;
        var unused = thread.schedule(this::renew, nanos, TimeUnit.NANOSECONDS);
        isScheduled = true;
    }

    private void renew() {
        Map<Lease, Journal> journals;
        synchronized (this) {
            // A workflow that is created while the leases are renewed would seem to have lost its own. And one that was
            // given up is for others, however long its nodes run yet.
            journals = kept.entrySet().stream()
                    .filter(entry ->
                            entry.getValue().hasBegun() && !entry.getValue().isLeft())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
        try {
            if (!journals.isEmpty()) {
                tell(journals, store.renew(journals.keySet(), claimant));
            }
        } catch (StoreException unavailable) {
            fenceLate(); // Maybe the store is back before the others are.
        } finally {
            synchronized (this) {
                isScheduled = false;
                if (!kept.isEmpty()) {
                    schedule();
                }
            }
        }
    }

    private void tell(Map<Lease, Journal> journals, List<Checkpointer.Renewal> renewals) {
        Set<Lease> good = new HashSet<>();
        for (Checkpointer.Renewal renewal : renewals) {
            good.add(renewal.lease());
            Journal journal = journals.get(renewal.lease());
            if (renewal.cancelRequested() && journal != null) {
                journal.cancel();
            }
        }
        long now = System.nanoTime();
        synchronized (this) {
            good.forEach(lease -> renewedAt.replace(lease, now));
        }
        journals.forEach((lease, journal) -> {
            if (!good.contains(lease) && isKept(lease)) {
                journal.fence();
            }
        });
    }

    private synchronized boolean isKept(Lease lease) {
        return kept.containsKey(lease);
    }

    private void fenceLate() {
        long now = System.nanoTime();
        Map<Lease, Journal> late = new HashMap<>();
        synchronized (this) {
            renewedAt.forEach((lease, at) -> {
                Journal journal = kept.get(lease);
                if (journal != null
                        && journal.hasBegun()
                        && now - at > claimant.lease().toNanos()) {
                    late.put(lease, journal);
                }
            });
        }
        late.values().forEach(Journal::fence);
    }
}
