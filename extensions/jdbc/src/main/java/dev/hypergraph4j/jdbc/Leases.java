package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.MissingValueException;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may commit for which workflow. */
final class Leases {
    private static final String CLAIM = """
            UPDATE hg_workflow SET status = 'RUNNING', park_reason = NULL, owner = ?, lease_until = ?, epoch = epoch + 1,
              recoveries = ?, news = 0, reason = CASE WHEN cancel_requested = 1 THEN reason ELSE '' END
            WHERE id = ? AND epoch = ?""";

    private static final String RENEW =
            "UPDATE hg_workflow SET lease_until = ? WHERE id = ? AND epoch = ? AND owner = ? AND " + Workflows.RUNS;

    private static final String RENEWED =
            "SELECT id, epoch, cancel_requested FROM hg_workflow WHERE " + Workflows.RUNS + " AND id IN ";

    private static final String RECOVERIES = "UPDATE hg_workflow SET recoveries = ? WHERE id = ?";

    private final Transaction transaction;
    private final Claimant claimant;

    Leases(Transaction transaction, Claimant claimant) {
        this.transaction = transaction;
        this.claimant = claimant;
    }

    Claim claim(String workflow, boolean byOperator) throws SQLException {
        State state = State.unlessLocked(transaction, workflow);
        if (state == null) {
            return unclaimed(workflow);
        }
        if (state.status().isFinal()) {
            return new Claim.Finished(Histories.read(transaction.session(), row(workflow)));
        }
        if (state.isCancelling()) {
            return new Claim.Taken(row(workflow));
        }
        if (state.status() == WorkflowStatus.RUNNING) {
            return state.isRun(transaction.now()) ? new Claim.Taken(row(workflow)) : recovered(state, byOperator);
        }
        if (state.status() == WorkflowStatus.PARKED && !byOperator) {
            return new Claim.Parked(row(workflow));
        }
        return claimed(state, byOperator ? 0 : state.recoveries());
    }

    /** Of one that is locked: whoever changes it may stand still in the middle of that, and the others have more to do than wait for him. */
    private Claim unclaimed(String workflow) throws SQLException {
        Workflow row = Workflows.find(transaction.session(), workflow).orElse(null);
        if (row == null) {
            return new Claim.Unknown(workflow);
        }
        return row.status().isFinal()
                ? new Claim.Finished(Histories.read(transaction.session(), row))
                : new Claim.Taken(row);
    }

    private Claim recovered(State state, boolean byOperator) throws SQLException {
        int recoveries = byOperator ? 0 : state.recoveries() + 1;
        if (byOperator || recoveries <= claimant.recoveryCap()) {
            return claimed(state, recoveries);
        }
        String why = "its worker died " + recoveries + " times in a row without having recorded a step";
        Claim parked = parked(state, ParkReason.RECOVERY_EXHAUSTED, why);
        transaction.session().update(RECOVERIES, recoveries, state.id());
        return parked instanceof Claim.Parked ? new Claim.Parked(row(state.id())) : parked;
    }

    private Claim claimed(State state, int recoveries) throws SQLException {
        String id = state.id();
        Attempts.forgetOutcomes(transaction, state.number());
        long until = Times.in(transaction.now(), claimant.lease());
        String worker = Texts.exact(claimant.worker());
        if (transaction.session().update(CLAIM, worker, until, recoveries, id, state.epoch()) == 0) {
            throw StoreException.failedTo("claim '" + id + "', which it has locked", null);
        }
        Journal.append(transaction, id, Journal.Line.of("CLAIMED", worker));
        try {
            return new Claim.Claimed(new Lease(id, state.epoch() + 1), Histories.read(transaction.session(), row(id)));
        } catch (MissingValueException missing) {
            // A worker could do nothing with it but fail to claim it, again and again.
            return parked(state, ParkReason.VALUE_MISSING, missing.brief());
        }
    }

    private Claim parked(State state, ParkReason why, String reason) throws SQLException {
        Attempts.forgetOutcomes(transaction, state.number());
        Ending ending = Endings.end(transaction, state, Ending.parked(why, reason));
        Workflow row = row(state.id());
        return switch (ending.status()) {
            case PARKED -> new Claim.Parked(row);
            case WAITING_CHILD -> new Claim.Taken(row); // It was to be cancelled, and has to wait for that.
            default -> new Claim.Finished(Histories.read(transaction.session(), row)); // It was to be cancelled.
        };
    }

    /** Prolongs leases, the same statement for all. */
    List<Checkpointer.Renewal> renew(Collection<Lease> leases) throws SQLException {
        if (leases.isEmpty()) {
            return List.of();
        }
        long until = Times.in(transaction.now(), claimant.lease());
        List<@Nullable Object[]> rows = new ArrayList<>();
        leases.forEach(lease -> rows.add(new Object[] {until, lease.workflow(), lease.epoch(), claimant.worker()}));
        int[] renewed = transaction.session().batch(RENEW, rows);
        Map<String, Boolean> wishes = cancelWishes(leases);
        List<Checkpointer.Renewal> renewals = new ArrayList<>();
        int place = 0;
        for (Lease lease : leases) {
            if (renewed[place++] == 1) {
                renewals.add(new Checkpointer.Renewal(lease, wishes.getOrDefault(lease.workflow(), false)));
            }
        }
        return renewals;
    }

    private Map<String, Boolean> cancelWishes(Collection<Lease> leases) throws SQLException {
        List<String> workflows = leases.stream().map(Lease::workflow).toList();
        Map<String, Boolean> wishes = new HashMap<>();
        for (List<String> some : In.parts(workflows)) {
            List<Object> parameters = new ArrayList<>();
            In.add(some, parameters);
            transaction
                    .session()
                    .list(
                            RENEWED + In.places(some.size()),
                            row -> wishes.put(row.text("id"), row.flag("cancel_requested")),
                            parameters.toArray());
        }
        return wishes;
    }

    private Workflow row(String workflow) throws SQLException {
        return Workflows.find(transaction.session(), workflow)
                .orElseThrow(() -> StoreException.failedTo("find '" + workflow + "', which it has locked", null));
    }

    /** The ids of workflows that wait for a worker, those that wait longest first. */
    static List<String> claimable(Session session, Set<String> graphs, long now, int most) throws SQLException {
        if (graphs.isEmpty() || most < 1) {
            return List.of();
        }
        String ofGraphs = " AND graph IN " + In.places(graphs.size());
        List<Object> parameters = new ArrayList<>();
        In.add(graphs, parameters);
        parameters.add(most);
        for (int timed = 0; timed < 2; timed++) {
            parameters.add(now);
            In.add(graphs, parameters);
            parameters.add(most);
        }
        parameters.add(most);
        String sql = """
                SELECT id FROM (
                  SELECT * FROM (SELECT id, queued_at AS since, queued_order FROM hg_workflow WHERE status = 'QUEUED'%s
                    ORDER BY queued_at, queued_order LIMIT ?) queued
                  UNION ALL
                  SELECT * FROM (SELECT id, lease_until AS since, queued_order FROM hg_workflow
                    WHERE status = 'RUNNING' AND lease_until <= ?%s ORDER BY lease_until, queued_order LIMIT ?) leased
                  UNION ALL
                  SELECT * FROM (SELECT id, queued_at AS since, queued_order FROM hg_workflow
                    WHERE status = 'SLEEPING' AND queued_at <= ?%s ORDER BY queued_at, queued_order LIMIT ?) sleeping
                ) waiting ORDER BY since, queued_order LIMIT ?""".formatted(ofGraphs, ofGraphs, ofGraphs);
        return session.list(sql, row -> row.text("id"), parameters.toArray());
    }

    /** When the next workflow wakes whose time has not come yet; its index is in that order. */
    static OptionalLong nextWake(Session session, Set<String> graphs, long now) throws SQLException {
        if (graphs.isEmpty()) {
            return OptionalLong.empty();
        }
        List<Object> parameters = new ArrayList<>(List.of(now));
        In.add(graphs, parameters);
        String sql = "SELECT queued_at FROM hg_workflow WHERE status = 'SLEEPING' AND queued_at > ? AND graph IN "
                + In.places(graphs.size()) + " ORDER BY queued_at, queued_order LIMIT 1";
        return session.first(sql, row -> row.number("queued_at"), parameters.toArray())
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }
}
