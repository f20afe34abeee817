package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Transition;
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
    /**
     * That a worker has a lease. A workflow that was deleted and started again has the same id and the same epochs, but not the same worker.
     */
    private static final String HELD = "id = ? AND epoch = ? AND owner = ?";

    /** For a transition after which the workflow goes on: so many lines more, the time, what the recoveries are multiplied by, and the lease. */
    static final String ONE = """
            UPDATE hg_workflow SET lines = lines + ?, updated_at = ?, recoveries = recoveries * ?
            WHERE\s""" + HELD + " AND " + Workflows.RUNS;

    /** For one with which the workflow comes to its end, unless another one may wait for that: the same, and how it ends. */
    static final String LAST = """
            UPDATE hg_workflow SET lines = lines + ?, updated_at = ?, recoveries = 0, status = ?, reason = ?,
              error_type = ?, error_message = ?, lease_until = 0, finished_at = ?, queued_at = 0, queued_order = 0
            WHERE\s""" + HELD + " AND lineage <> 'CHILD' AND " + Workflows.RUNS;

    private static final String MANY = """
            UPDATE hg_workflow SET lines = lines + more, updated_at = ?, recoveries = recoveries * kept
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[])
              AS fence (workflow, held, holder, more, kept)
            WHERE id = workflow AND epoch = held AND owner = holder AND\s""" + Workflows.RUNS;

    private static final String SHORT = " RETURNING n, lines";
    private static final String SHORT_OF = "SELECT id, epoch, owner, n, lines FROM hg_workflow WHERE id IN ";

    /**
     * What is known of a workflow that was as its lease says.
     *
     * @param lines the number of the last line of its journal, those included that come
     * @param state what else there is, where the workflow is to leave its worker; to read that takes longer than to write a step
     */
    record Passed(long number, long lines, @Nullable State state) {
        private static Passed of(State state) {
            return new Passed(state.number(), state.lines(), state);
        }

        private static Passed shortly(Row row) throws SQLException {
            return new Passed(row.number("n"), row.number("lines"), null);
        }
    }

    /** A lease and the worker that has it. */
    record Holder(Lease lease, String worker) {
        static Holder of(TransitionJob job) {
            Transition transition = job.rows().transition();
            return new Holder(transition.lease(), transition.claimant().worker());
        }
    }

    /**
     * What transitions of one workflow change together.
     *
     * @param lines how many lines its journal gets
     * @param isProgress whether a step got further
     * @param isEnding whether the workflow is to leave its worker
     */
    private record Change(int lines, boolean isProgress, boolean isEnding) {
        static Change of(TransitionJob job, int lines) {
            boolean isEnding = job.rows().transition().ending() != null;
            return new Change(lines, job.rows().isProgress(), isEnding);
        }

        Change and(Change other) {
            return new Change(lines + other.lines, isProgress || other.isProgress, isEnding || other.isEnding);
        }

        /** By what the number of recoveries is multiplied: progress makes up for workers that died. */
        int kept() {
            return isProgress ? 0 : 1;
        }
    }

    private final Transaction transaction;
    private final Map<Holder, Change> changes = new LinkedHashMap<>();

    Fence(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Adds a transition, of which the journal gets so many lines. */
    void add(TransitionJob job, int lines) {
        changes.merge(Holder.of(job), Change.of(job, lines), Change::and);
    }

    /** The workflows that were as their leases say, as they are now. */
    Map<Holder, Passed> pass() throws SQLException {
        if (changes.size() == 1) {
            return passAlone();
        }
        return transaction.hasArrays() ? passTogether() : passOneByOne();
    }

    private Map<Holder, Passed> passAlone() throws SQLException {
        Map.Entry<Holder, Change> only = changes.entrySet().iterator().next();
        @Nullable Object[] row = row(only.getKey(), only.getValue());
        Passed passed;
        if (only.getValue().isEnding) {
            State state = State.after(transaction, ONE, row);
            passed = state == null ? null : Passed.of(state);
        } else {
            passed = transaction
                    .session()
                    .first(ONE + SHORT, Passed::shortly, row)
                    .orElse(null);
        }
        return passed == null ? Map.of() : Map.of(only.getKey(), passed);
    }

    private Map<Holder, Passed> passTogether() throws SQLException {
        Session session = transaction.session();
        List<Holder> holders = List.copyOf(changes.keySet());
        Object[] workflows =
                holders.stream().map(holder -> holder.lease.workflow()).toArray();
        Object[] held = holders.stream().map(holder -> holder.lease.epoch()).toArray();
        Object[] workers = holders.stream().map(Holder::worker).toArray();
        Object[] more = changes.values().stream().map(Change::lines).toArray();
        Object[] kept = changes.values().stream().map(Change::kept).toArray();
        return byHolder(State.allAfter(
                transaction,
                MANY,
                transaction.now(),
                session.array("text", workflows),
                session.array("bigint", held),
                session.array("text", workers),
                session.array("bigint", more),
                session.array("bigint", kept)));
    }

    private Map<Holder, Passed> passOneByOne() throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        changes.forEach((holder, change) -> rows.add(row(holder, change)));
        int[] changed = transaction.batch(ONE, rows);
        List<String> going = new ArrayList<>();
        List<String> ending = new ArrayList<>();
        int place = 0;
        for (Map.Entry<Holder, Change> each : changes.entrySet()) {
            if (changed[place++] > 0) {
                (each.getValue().isEnding ? ending : going)
                        .add(each.getKey().lease.workflow());
            }
        }
        Map<Holder, Passed> passed = ending.isEmpty() ? new HashMap<>() : byHolder(State.of(transaction, ending));
        readShortly(going, passed);
        if (passed.size() < going.size() + ending.size()) {
            throw StoreException.failedTo("find what it has just written", null);
        }
        return passed;
    }

    private void readShortly(List<String> workflows, Map<Holder, Passed> passed) throws SQLException {
        if (workflows.isEmpty()) {
            return;
        }
        List<Object> parameters = new ArrayList<>();
        In.add(workflows, parameters);
        transaction
                .session()
                .list(
                        SHORT_OF + In.places(workflows.size()),
                        row -> passed.put(
                                new Holder(new Lease(row.text("id"), row.number("epoch")), row.text("owner")),
                                Passed.shortly(row)),
                        parameters.toArray());
    }

    private @Nullable Object[] row(Holder holder, Change change) {
        return new Object[] {
            change.lines, transaction.now(), change.kept(), holder.lease.workflow(), holder.lease.epoch(), holder.worker
        };
    }

    private static Map<Holder, Passed> byHolder(List<State> states) {
        Map<Holder, Passed> found = new HashMap<>();
        states.forEach(state ->
                found.put(new Holder(new Lease(state.id(), state.epoch()), state.owner()), Passed.of(state)));
        return found;
    }
}
