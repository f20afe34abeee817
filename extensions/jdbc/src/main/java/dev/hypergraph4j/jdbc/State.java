package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decides how a workflow may change, read inside the transaction that changes it; nobody else changes it before that ends.
 *
 * @param number by which the other tables know it
 * @param parent the workflow that spawned it; {@code null} where none did
 * @param owner the worker that has it, or had it last; empty where none had
 * @param news whether an answer has come or a child has ended that its worker may not know of
 * @param lines the number of the last line of its journal
 */
record State(
        String id,
        long number,
        WorkflowStatus status,
        String reason,
        @Nullable String parent,
        String owner,
        long leaseUntil,
        long epoch,
        int recoveries,
        boolean news,
        boolean cancelRequested,
        boolean compacted,
        long lines) {

    private static final String COLUMNS = """
            id, n, status, reason, lineage, origin, owner, lease_until, epoch, recoveries, news, cancel_requested, compacted,
              lines""";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM hg_workflow WHERE";
    private static final String RETURNING = " RETURNING " + COLUMNS;

    private static final String OPEN_CHILD = " lineage = 'CHILD' AND status IN " + Workflows.UNFINISHED;
    private static final String CHILDREN_TO_CANCEL =
            SELECT + OPEN_CHILD + " AND child_policy = 'CANCEL' AND origin IN ";

    private static final String CHILD_TO_WAIT_FOR =
            "SELECT id FROM hg_workflow WHERE" + OPEN_CHILD + " AND child_policy = 'WAIT' AND origin = ? LIMIT 1";

    static final String COPIES =
            "SELECT id FROM hg_workflow WHERE origin = ? AND lineage IN ('FORK', 'RETRY') ORDER BY n";

    /** The state that a statement has left a workflow in, which changes one at most; {@code null} if it changed none. */
    static @Nullable State after(Transaction transaction, String update, @Nullable Object... parameters)
            throws SQLException {
        return transaction
                .session()
                .first(update + RETURNING, State::read, parameters)
                .orElse(null);
    }

    /** The same of a statement that changes any number of them. */
    static List<State> allAfter(Transaction transaction, String update, @Nullable Object... parameters)
            throws SQLException {
        return transaction.session().list(update + RETURNING, State::read, parameters);
    }

    static @Nullable State of(Transaction transaction, String workflow) throws SQLException {
        return transaction
                .session()
                .first(SELECT + " id = ?" + transaction.forUpdate(), State::read, workflow)
                .orElse(null);
    }

    /** The same; also {@code null} if somebody else is changing it just now. */
    static @Nullable State unlessLocked(Transaction transaction, String workflow) throws SQLException {
        return transaction
                .session()
                .first(SELECT + " id = ?" + transaction.forUpdateUnlessLocked(), State::read, workflow)
                .orElse(null);
    }

    /** The states of some workflows. */
    static List<State> of(Transaction transaction, Collection<String> workflows) throws SQLException {
        List<Object> parameters = new ArrayList<>();
        In.add(workflows, parameters);
        return transaction
                .session()
                .list(SELECT + " id IN " + In.places(workflows.size()), State::read, parameters.toArray());
    }

    /** The unfinished workflows that some workflows have spawned to be cancelled with them, in the order of their creation. */
    static List<State> childrenToCancel(Transaction transaction, Collection<String> parents) throws SQLException {
        List<State> children = new ArrayList<>();
        for (List<String> some : In.parts(parents)) {
            List<Object> parameters = new ArrayList<>();
            In.add(some, parameters);
            String sql = CHILDREN_TO_CANCEL + In.places(some.size()) + " ORDER BY n" + transaction.forUpdate();
            children.addAll(transaction.session().list(sql, State::read, parameters.toArray()));
        }
        children.sort(Comparator.comparingLong(State::number));
        return children;
    }

    /**
     * Whether a workflow, which is locked, has spawned an unfinished one that it has to wait for before it is CANCELLED. That one need not be locked: its end
     * asks the same, when it has locked the workflow.
     */
    static boolean hasToWait(Transaction transaction, String workflow) throws SQLException {
        return transaction
                .session()
                .first(CHILD_TO_WAIT_FOR, row -> row.text("id"), workflow)
                .isPresent();
    }

    /** The workflows that were made of one, which is locked, so that none is made of it while this transaction does what it does. */
    static List<String> copies(Transaction transaction, String workflow) throws SQLException {
        return transaction.session().list(COPIES, row -> row.text("id"), workflow);
    }

    /** Whether it is CANCELLED as soon as its children have ended that it has to wait for. */
    boolean isCancelling() {
        return status == WorkflowStatus.WAITING_CHILD && cancelRequested;
    }

    /** Whether none of its steps runs any more. */
    boolean isOver() {
        return status.isFinal() || isCancelling();
    }

    /** Whether a worker has it, as far as anybody knows. */
    boolean isRun(long now) {
        return status == WorkflowStatus.RUNNING && leaseUntil > now;
    }

    private static State read(Row row) throws SQLException {
        boolean isChild = row.one("lineage", Lineage.Kind.class) == Lineage.Kind.CHILD;
        return new State(
                row.text("id"),
                row.number("n"),
                row.one("status", WorkflowStatus.class),
                row.text("reason"),
                isChild ? row.textOrNull("origin") : null,
                row.text("owner"),
                row.number("lease_until"),
                row.number("epoch"),
                row.small("recoveries"),
                row.flag("news"),
                row.flag("cancel_requested"),
                row.flag("compacted"),
                row.number("lines"));
    }
}
