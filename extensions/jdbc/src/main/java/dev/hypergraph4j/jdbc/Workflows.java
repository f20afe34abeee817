package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.durable.ChildPolicy;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.GraphVersion;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowExistsException;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of workflows: how they begin, and how they are read. How they change is with {@link Leases} and {@link Endings}. */
final class Workflows {
    static final String UNFINISHED = "('QUEUED', 'RUNNING', 'PAUSED', 'WAITING_CHILD', 'SLEEPING', 'PARKED')";
    /** The number of a workflow, by which the other tables know it, from its id. */
    static final String NUMBER = "(SELECT n FROM hg_workflow WHERE id = ?)";

    static final String FINISHED = "('COMPLETED', 'FAILED', 'CANCELLED')";

    /** That steps of a workflow {@code w} may run yet: it has not ended, and does not only wait for its children before it is CANCELLED. */
    static final String GOES_ON =
            "w.status IN " + UNFINISHED + " AND NOT (w.status = 'WAITING_CHILD' AND w.cancel_requested = 1)";

    static final String CREATE = """
            INSERT INTO hg_workflow (id, graph, version, hash, status, reason, durability, inputs_digest, prefill_only,
              error_handling, lineage, origin, origin_step, created_at, updated_at, finished_at, queued_at, queued_order,
              owner, lease_until, epoch, recoveries, news, cancel_requested, compacted, lines, child_policy)
            VALUES (?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?, ?)
            ON CONFLICT (id) DO NOTHING""";

    /**
     * That a workflow which is looked for by its id is RUNNING. Written so that it is no index's condition: a database that chose the index of all that
     * are would go through them for each one.
     */
    static final String RUNS = "COALESCE(status, '') = 'RUNNING'";

    /** Who answers may be asked again. */
    static final String MAY_PAUSE = "UPDATE hg_workflow SET prefill_only = 0 WHERE n = ? AND prefill_only = 1";

    private static final String COLUMNS = """
            id, graph, version, hash, status, park_reason, reason, error_type, error_message, durability, inputs_digest,
            prefill_only, error_handling, lineage, origin, origin_step, created_at, updated_at, finished_at, queued_at, owner, lease_until, epoch,
            recoveries, cancel_requested, compacted, child_policy""";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM hg_workflow WHERE ";
    private static final String ONE = SELECT + "id = ?";
    private static final String NUMBER_OF = "SELECT n FROM hg_workflow WHERE id = ?";
    private static final String DESCENDANTS = SELECT + "origin = ? ORDER BY n";

    private static final int CREATED_AT = 12;
    private static final int UPDATED_AT = 13;
    private static final int QUEUED_AT = 14;
    private static final int LEASE_UNTIL = 17;
    private static final int LINES = 19;

    private Workflows() {}

    // Creating

    /** The parameters of {@link #CREATE} for a workflow that waits for a worker. */
    private static @Nullable Object[] queued(NewWorkflow workflow, Transaction transaction) {
        @Nullable Object[] row = row(workflow, WorkflowStatus.QUEUED, "", 0);
        begin(row, transaction.now(), 0L, 0);
        return row;
    }

    /** Those for a workflow that a transition's worker has from the beginning, but for what {@link #begin} adds. */
    static @Nullable Object[] running(NewWorkflow workflow, Transition transition) {
        return row(
                workflow,
                WorkflowStatus.RUNNING,
                transition.claimant().worker(),
                transition.lease().epoch());
    }

    /**
     * Tells a row when its workflow begins.
     *
     * @param now when that is
     * @param leaseUntil until when somebody has it
     * @param lines how many lines its journal has
     */
    static void begin(@Nullable Object[] row, Object now, Object leaseUntil, int lines) {
        row[CREATED_AT] = now;
        row[UPDATED_AT] = now;
        row[QUEUED_AT] = now;
        row[LEASE_UNTIL] = leaseUntil;
        row[LINES] = lines;
    }

    private static @Nullable Object[] row(NewWorkflow workflow, WorkflowStatus status, String owner, long epoch) {
        GraphVersion graph = workflow.graph();
        Lineage lineage = workflow.lineage();
        return new @Nullable Object[] {
            Texts.exact(workflow.id()),
            Texts.exact(graph.graph()),
            Texts.exact(graph.version()),
            graph.hash(),
            status,
            workflow.durability(),
            workflow.inputsDigest(),
            workflow.prefillOnly(),
            workflow.errorHandling(),
            lineage.kind(),
            lineage.workflow(),
            lineage.step(),
            0L,
            0L,
            0L,
            Transaction.tick(),
            owner,
            0L,
            epoch,
            0,
            lineage.policy()
        };
    }

    /** Creates a workflow, with its inputs, and gives its number. */
    static long create(Transaction transaction, NewWorkflow workflow, String detail) throws SQLException {
        if (transaction.session().update(CREATE, queued(workflow, transaction)) == 0) {
            throw new WorkflowExistsException(workflow.id());
        }
        long number = transaction
                .session()
                .first(NUMBER_OF, row -> row.number("n"), workflow.id())
                .orElseThrow(() -> StoreException.failedTo("find what it has just written", null));
        Blobs blobs = new Blobs();
        List<@Nullable Object[]> inputs = NamedValues.rows(NamedValues.Kind.INPUT, workflow.inputs(), blobs);
        inputs.forEach(row -> row[0] = number);
        transaction.session().batch(NamedValues.INSERT, inputs);
        blobs.write(transaction, number);
        Journal.append(transaction, workflow.id(), Journal.Line.of(Journal.CREATED, detail));
        return number;
    }

    /** Creates a workflow unless the same one is there, and tells whether it did. */
    static boolean ensure(Transaction transaction, NewWorkflow workflow) throws SQLException {
        Optional<Workflow> there = find(transaction.session(), workflow.id());
        if (there.isPresent() && isSame(there.get(), workflow)) {
            return false;
        }
        try {
            create(transaction, workflow, "");
            return true;
        } catch (WorkflowExistsException faster) {
            // Where nothing was there before, another process has created it since.
            Optional<Workflow> now = there.isPresent() ? there : find(transaction.session(), workflow.id());
            if (now.isPresent() && isSame(now.get(), workflow)) {
                return false;
            }
            throw faster;
        }
    }

    private static boolean isSame(Workflow there, NewWorkflow wanted) {
        return there.graph().graph().equals(wanted.graph().graph())
                && there.inputsDigest().equals(wanted.inputsDigest());
    }

    // Reading

    static Optional<Workflow> find(Session session, String workflow) throws SQLException {
        return session.first(ONE, Workflows::read, workflow);
    }

    static List<Workflow> descendants(Session session, String workflow) throws SQLException {
        return session.list(DESCENDANTS, Workflows::read, workflow);
    }

    static List<Workflow> matching(Session session, WorkflowQuery query) throws SQLException {
        StringBuilder where = new StringBuilder("created_at >= ? AND created_at < ?");
        List<Object> parameters = new ArrayList<>(List.of(query.createdFrom(), query.createdBefore()));
        if (!query.statuses().isEmpty()) {
            where.append(" AND status IN ").append(In.places(query.statuses().size()));
            In.add(query.statuses(), parameters);
        }
        if (query.graph() != null) {
            where.append(" AND graph = ?");
            parameters.add(query.graph());
        }
        parameters.add(query.most());
        return session.list(SELECT + where + " ORDER BY n DESC LIMIT ?", Workflows::read, parameters.toArray());
    }

    private static Workflow read(Row row) throws SQLException {
        WorkflowStatus status = row.one("status", WorkflowStatus.class);
        return new Workflow(
                row.text("id"),
                new GraphVersion(row.text("graph"), row.text("version"), row.text("hash")),
                status,
                row.oneOrNull("park_reason", ParkReason.class),
                row.text("reason"),
                Errors.read(row),
                row.one("durability", Durability.class),
                row.text("inputs_digest"),
                row.flag("prefill_only"),
                row.one("error_handling", ErrorHandling.class),
                new Lineage(
                        row.one("lineage", Lineage.Kind.class),
                        row.textOrNull("origin"),
                        row.textOrNull("origin_step"),
                        row.one("child_policy", ChildPolicy.class)),
                row.number("created_at"),
                row.number("updated_at"),
                row.number("finished_at"),
                row.text("owner"),
                row.number("lease_until"),
                status == WorkflowStatus.SLEEPING ? row.number("queued_at") : 0,
                row.number("epoch"),
                row.small("recoveries"),
                row.flag("cancel_requested"),
                row.flag("compacted"));
    }
}
