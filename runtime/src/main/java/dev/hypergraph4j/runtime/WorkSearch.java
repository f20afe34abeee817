package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Finds and claims workflows that a {@link Worker} can run, and passes over those that it can't. Thread-safe. */
final class WorkSearch {
    private static final System.Logger LOG = System.getLogger("dev.hypergraph4j.runtime.Workflows");

    private final Checkpointer store;
    private final Map<String, ServedGraph<?, ?>> served;

    /** What the last look has found and can't be run here, since its steps are of other code or the store failed. What others were faster to claim is gone. */
    private final Set<String> passedOver = ConcurrentHashMap.newKeySet();

    WorkSearch(Checkpointer store, Map<String, ServedGraph<?, ?>> served) {
        this.store = store;
        this.served = served;
    }

    /**
     * What is there to be claimed.
     *
     * @param isFull whether there may be more
     */
    record Look(List<String> ids, boolean isFull) {}

    /** A workflow that was claimed, with what runs it. */
    record Found(ServedGraph<?, ?> graph, Claim.Claimed claim) {}

    /** Those that were passed over before must not keep the others from being seen: of a full look, {@code most} are news. */
    Look look(int most) {
        try {
            int width = most + passedOver.size();
            List<String> ids = store.claimable(served.keySet(), width);
            passedOver.retainAll(Set.copyOf(ids));
            return new Look(ids, ids.size() == width);
        } catch (StoreException unavailable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The store can't be searched for workflows; the next look may.",
                    unavailable);
            return new Look(List.of(), false);
        }
    }

    /** When the first of those that sleep wakes; empty if none does. */
    OptionalLong nextWake() {
        try {
            return store.nextWake(served.keySet());
        } catch (StoreException unavailable) {
            return OptionalLong.empty(); // The look that comes now tells of it.
        }
    }

    /** Claims a workflow that a look has found; {@code null} where it can't be run here, or somebody else has it. */
    @Nullable
    Found claim(String id) {
        ServedGraph<?, ?> graph = graphOf(id);
        Claim claim = graph == null ? null : claim(graph, id);
        if (claim == null) {
            passedOver.add(id);
        }
        return graph != null && claim instanceof Claim.Claimed claimed ? new Found(graph, claimed) : null;
    }

    /** The graph of a workflow that may be claimed; {@code null} where it is for other processes: its steps are of other code, or it crashed here. */
    private @Nullable ServedGraph<?, ?> graphOf(String id) {
        try {
            ServedGraph<?, ?> graph = store.find(id)
                    .map(workflow -> served.get(workflow.graph().graph()))
                    .orElse(null);
            return graph == null || graph.hasCrashedOn(id) || graph.isIncompatible(id, store) ? null : graph;
        } catch (StoreException unavailable) {
            LOG.log(System.Logger.Level.WARNING, "Workflow '" + id + "' could not be read.", unavailable);
            return null;
        }
    }

    /** Claims a workflow as who runs it: its lease is renewed by what runs the graph. */
    private @Nullable Claim claim(ServedGraph<?, ?> graph, String id) {
        try {
            return store.claim(id, graph.claimant(), false);
        } catch (StoreException unavailable) {
            LOG.log(System.Logger.Level.WARNING, "Workflow '" + id + "' could not be claimed.", unavailable);
            return null;
        }
    }

    /**
     * How long until there may be something to claim, in nanoseconds; empty where nobody has a workflow, and none sleeps or waits for a worker, as one may
     * that was woken since the last look. One that was passed over, and that nobody has, is for others to claim.
     */
    OptionalLong untilNextLook() {
        long now = store.now();
        return served.keySet().stream()
                .map(graph -> WorkflowQuery.ALL
                        .of(graph)
                        .at(WorkflowStatus.QUEUED, WorkflowStatus.RUNNING, WorkflowStatus.SLEEPING))
                .flatMap(others -> store.workflows(others).stream())
                .filter(workflow -> claimableAt(workflow) > now || !passedOver.contains(workflow.id()))
                .mapToLong(workflow -> TimeUnit.MILLISECONDS.toNanos(Math.max(0, claimableAt(workflow) - now)))
                .min();
    }

    private static long claimableAt(Workflow workflow) {
        return workflow.status() == WorkflowStatus.SLEEPING ? workflow.wakeAt() : workflow.leaseUntil();
    }
}
