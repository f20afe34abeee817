package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Retention;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Compacts and deletes what nobody needs any more: some workflows at a time, so that nobody waits long for the writer. A workflow is never left half
 * compacted, so that one with many steps takes its time.
 */
final class Housekeeping {
    private static final int AT_ONCE = 100;
    private static final long LINES_AT_ONCE = 10_000; // There are about as many other rows as lines of the journal.
    private static final Duration BLOBS_ARE_SPARED = Duration.ofHours(1);
    private static final Duration WRITERS_ARE_SPARED = Duration.ofDays(30);

    /**
     * Not those that unfinished ones come from, those that they or these spawned, those of which there is a retry, which has the keys of their effects, and
     * those whose messages are on their way.
     */
    private static final String DELETABLE = """
            WITH RECURSIVE ancestor (id) AS (
              SELECT origin FROM hg_workflow WHERE status IN %1$s AND origin IS NOT NULL
              UNION
              SELECT w.origin FROM hg_workflow w JOIN ancestor a ON w.id = a.id WHERE w.origin IS NOT NULL),
            finished AS (
              SELECT id, n, lines, lineage, origin, finished_at, ROW_NUMBER() OVER (ORDER BY finished_at DESC, n DESC) AS place
              FROM hg_workflow WHERE status IN %2$s)
            SELECT n, lines FROM finished f
            WHERE (place > ? OR finished_at <= ?)
              AND NOT EXISTS (SELECT 1 FROM ancestor a WHERE a.id = f.id)
              AND NOT EXISTS (SELECT 1 FROM hg_workflow r WHERE r.origin = f.id AND r.lineage = 'RETRY')
              AND NOT (lineage = 'CHILD' AND EXISTS
                (SELECT 1 FROM hg_workflow p WHERE p.id = f.origin AND p.status IN %1$s))
              AND NOT (lineage = 'CHILD' AND EXISTS (SELECT 1 FROM ancestor a WHERE a.id = f.origin))
              AND NOT EXISTS (SELECT 1 FROM hg_outbox o WHERE o.workflow = f.n AND o.delivered_at = 0)
            ORDER BY finished_at, n LIMIT %3$d""".formatted(Workflows.UNFINISHED, Workflows.FINISHED, AT_ONCE);

    private static final String COMPACTABLE = """
            SELECT n, lines FROM hg_workflow WHERE status IN %s AND compacted = 0 AND finished_at <= ?
            ORDER BY finished_at, n LIMIT %d""".formatted(Workflows.FINISHED, AT_ONCE);

    private static final List<String> COMPACT = List.of(
            "DELETE FROM hg_step WHERE workflow = ?",
            "DELETE FROM hg_attempt WHERE workflow = ?",
            "DELETE FROM hg_journal WHERE workflow = ?",
            "DELETE FROM hg_question WHERE workflow = ?",
            "DELETE FROM hg_outbox WHERE workflow = ? AND delivered_at > 0",
            """
            DELETE FROM hg_blob_use WHERE workflow = ? AND step <> '' AND NOT EXISTS
              (SELECT 1 FROM hg_outbox o WHERE o.workflow = hg_blob_use.workflow AND o.step = hg_blob_use.step)""");

    private static final String COMPACTED = "UPDATE hg_workflow SET compacted = 1, updated_at = ? WHERE n = ?";

    private static final List<String> DELETE = List.of(
            "DELETE FROM hg_outbox WHERE workflow = ?",
            "DELETE FROM hg_blob_use WHERE workflow = ?",
            "DELETE FROM hg_value WHERE workflow = ?",
            "DELETE FROM hg_workflow WHERE n = ?");

    private static final String DELETE_BLOBS = """
            DELETE FROM hg_blob WHERE used_at < ?
              AND NOT EXISTS (SELECT 1 FROM hg_blob_use u WHERE u.hash = hg_blob.hash)""";

    private static final String DELETE_WRITERS = "DELETE FROM hg_writer WHERE at < ?";

    private record Finished(long number, long lines) {}

    private final Writer writer;
    private final Retention retention;

    Housekeeping(Writer writer, Retention retention) {
        this.writer = writer;
        this.retention = retention;
    }

    Retention.Report keepHouse() {
        int deleted = inParts("delete workflows", this::deleteSome);
        int compacted = inParts("compact workflows", this::compactSome);
        writer.run("delete what nobody uses", transaction -> {
            long spared = Times.before(transaction.now(), BLOBS_ARE_SPARED);
            transaction.session().update(DELETE_BLOBS, spared);
            long alive = System.currentTimeMillis() - WRITERS_ARE_SPARED.toMillis();
            return transaction.session().update(DELETE_WRITERS, alive);
        });
        return new Retention.Report(compacted, deleted);
    }

    private int inParts(String what, WorkJob.Work<Integer> part) {
        int all = 0;
        int some;
        do {
            some = writer.run(what, part);
            all += some;
        } while (some > 0);
        return all;
    }

    private int deleteSome(Transaction transaction) throws SQLException {
        List<Long> workflows = some(
                transaction,
                DELETABLE,
                retention.mostFinished(),
                Times.before(transaction.now(), retention.keepWorkflow()));
        for (long workflow : workflows) {
            execute(transaction, COMPACT, workflow);
            execute(transaction, DELETE, workflow);
        }
        return workflows.size();
    }

    private int compactSome(Transaction transaction) throws SQLException {
        long finishedBefore = Times.before(transaction.now(), retention.keepSteps());
        List<Long> workflows = some(transaction, COMPACTABLE, finishedBefore);
        for (long workflow : workflows) {
            execute(transaction, COMPACT, workflow);
            transaction.session().update(COMPACTED, transaction.now(), workflow);
        }
        return workflows.size();
    }

    /** The first workflows that a query finds: as many as have few rows, or one that has many. */
    private static List<Long> some(Transaction transaction, String query, Object... parameters) throws SQLException {
        List<Finished> found = transaction
                .session()
                .list(query, row -> new Finished(row.number("n"), row.number("lines")), parameters);
        List<Long> some = new ArrayList<>();
        long lines = 0;
        for (Finished workflow : found) {
            lines += workflow.lines;
            if (some.isEmpty() || lines <= LINES_AT_ONCE) {
                some.add(workflow.number);
            }
        }
        return some;
    }

    private static void execute(Transaction transaction, List<String> statements, long workflow) throws SQLException {
        for (String statement : statements) {
            transaction.session().update(statement, workflow);
        }
    }
}
