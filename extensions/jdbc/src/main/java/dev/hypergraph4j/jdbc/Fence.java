package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each transition has to pass before anything of it is written: the row of its workflow, which has to be as its lease says, and which it changes, so
 * that nobody else can until the transaction ends.
 */
final class Fence {
    private static final String ONE = """
            UPDATE hg_workflow SET lines = lines + ?, updated_at = ?, recoveries = recoveries * ?
            WHERE id = ? AND epoch = ? AND\s""" + Workflows.RUNS;

    /** The same at the time {@code millis} of what a statement has begun with, called {@code clock}. */
    static final String ONE_BY_CLOCK = """
            UPDATE hg_workflow SET lines = lines + ?, updated_at = clock.millis, recoveries = recoveries * ? FROM clock
            WHERE hg_workflow.id = ? AND epoch = ? AND\s""" + Workflows.RUNS;

    /** The same, where the workflow comes to its end, unless another one may wait for that. */
    static final String LAST_BY_CLOCK = """
            UPDATE hg_workflow SET lines = lines + ?, updated_at = clock.millis, recoveries = 0, status = ?, reason = ?,
              error_type = ?, error_message = ?, lease_until = 0, finished_at = clock.millis, queued_at = 0, queued_order = 0
            FROM clock WHERE hg_workflow.id = ? AND epoch = ? AND lineage <> 'CHILD' AND\s""" + Workflows.RUNS;

    private static final String MANY = """
            UPDATE hg_workflow SET lines = lines + more, updated_at = ?, recoveries = recoveries * kept
            FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[]) AS fence (workflow, held, more, kept)
            WHERE id = workflow AND epoch = held AND\s""" + Workflows.RUNS;

    /**
     * What transitions of one workflow change together.
     *
     * @param lines how many lines its journal gets
     * @param isProgress whether a step got further
     */
    private record Change(int lines, boolean isProgress) {
        Change and(Change other) {
            return new Change(lines + other.lines, isProgress || other.isProgress);
        }

        /** By what the number of recoveries is multiplied: progress makes up for workers that died. */
        int kept() {
            return isProgress ? 0 : 1;
        }
    }

    private final Transaction transaction;
    private final Map<Lease, Change> changes = new LinkedHashMap<>();

    Fence(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Adds a transition by what holds its workflow. */
    void add(Lease lease, int lines, boolean isProgress) {
        changes.merge(lease, new Change(lines, isProgress), Change::and);
    }

    /** The states of the workflows that were as their leases say, as they are now. */
    Map<Lease, State> pass() throws SQLException {
        if (changes.size() == 1) {
            return passAlone();
        }
        return transaction.hasArrays() ? passTogether() : passOneByOne();
    }

    private Map<Lease, State> passAlone() throws SQLException {
        Lease lease = changes.keySet().iterator().next();
        State state = State.after(transaction, ONE, rows().get(0));
        return state == null ? Map.of() : Map.of(lease, state);
    }

    private Map<Lease, State> passTogether() throws SQLException {
        Session session = transaction.session();
        List<Lease> leases = List.copyOf(changes.keySet());
        Object[] workflows = leases.stream().map(Lease::workflow).toArray();
        Object[] held = leases.stream().map(Lease::epoch).toArray();
        Object[] more = changes.values().stream().map(Change::lines).toArray();
        Object[] kept = changes.values().stream().map(Change::kept).toArray();
        return byLease(State.allAfter(
                transaction,
                MANY,
                transaction.now(),
                session.array("text", workflows),
                session.array("bigint", held),
                session.array("bigint", more),
                session.array("bigint", kept)));
    }

    private Map<Lease, State> passOneByOne() throws SQLException {
        List<String> workflows = new ArrayList<>();
        int[] passed = transaction.batch(ONE, rows());
        int place = 0;
        for (Lease lease : changes.keySet()) {
            if (passed[place++] > 0) {
                workflows.add(lease.workflow());
            }
        }
        Map<Lease, State> states = workflows.isEmpty() ? Map.of() : byLease(State.of(transaction, workflows));
        if (states.size() < workflows.size()) {
            throw StoreException.failedTo("find what it has just written", null);
        }
        return states;
    }

    private List<@Nullable Object[]> rows() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        changes.forEach((lease, change) -> rows.add(
                new Object[] {change.lines, transaction.now(), change.kept(), lease.workflow(), lease.epoch()}));
        return rows;
    }

    private static Map<Lease, State> byLease(List<State> states) {
        Map<Lease, State> found = new HashMap<>();
        states.forEach(state -> found.put(new Lease(state.id(), state.epoch()), state));
        return found;
    }
}
