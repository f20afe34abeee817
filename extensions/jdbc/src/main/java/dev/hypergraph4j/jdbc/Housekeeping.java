package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Retention;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compacts and deletes what nobody needs any more: some workflows at a time, so that nobody waits long for the writer. One with many rows is compacted in
 * parts; from the first of them on nobody can make anything of it.
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
            SELECT n, lines, 0 AS compacted FROM finished f
            WHERE (place > ? OR finished_at <= ?)
              AND NOT EXISTS (SELECT 1 FROM ancestor a WHERE a.id = f.id)
              AND NOT EXISTS (SELECT 1 FROM hg_workflow r WHERE r.origin = f.id AND r.lineage = 'RETRY')
              AND NOT (lineage = 'CHILD' AND EXISTS
                (SELECT 1 FROM hg_workflow p WHERE p.id = f.origin AND p.status IN %1$s))
              AND NOT (lineage = 'CHILD' AND EXISTS (SELECT 1 FROM ancestor a WHERE a.id = f.origin))
              AND NOT EXISTS (SELECT 1 FROM hg_outbox o WHERE o.workflow = f.n AND o.delivered_at = 0)
            ORDER BY finished_at, n LIMIT %3$d""".formatted(Workflows.UNFINISHED, Workflows.FINISHED, AT_ONCE);

    /** Also those that a process had not done with when it ended. */
    private static final String COMPACTABLE = """
            SELECT n, lines, compacted FROM hg_workflow w
            WHERE status IN %s AND finished_at <= ?
              AND (compacted = 0 OR lines > %d AND EXISTS (SELECT 1 FROM hg_journal j WHERE j.workflow = w.n))
            ORDER BY finished_at, n LIMIT %d""".formatted(Workflows.FINISHED, LINES_AT_ONCE, AT_ONCE);

    private static final String HAS_LINES = "SELECT number FROM hg_journal WHERE workflow = ? LIMIT 1";

    /** What a workflow loses that is compacted: tables, by which columns their rows differ, and which rows. The journal last: where it is, there may be more. */
    private static final List<Loss> LOSSES = List.of(
            new Loss("hg_step", "step", ""),
            new Loss("hg_attempt", "step", ""),
            new Loss("hg_question", "step", ""),
            new Loss("hg_inbox", "n", ""),
            new Loss("hg_outbox", "n", "delivered_at > 0"),
            new Loss("hg_blob_use", "step", """
                    step <> '' AND NOT EXISTS
                      (SELECT 1 FROM hg_outbox o WHERE o.workflow = hg_blob_use.workflow AND o.step = hg_blob_use.step)"""),
            new Loss("hg_journal", "number", ""));

    private static final String COMPACTED =
            "UPDATE hg_workflow SET compacted = 1, updated_at = ? WHERE n = ? AND compacted = 0";

    private static final List<String> DELETE = List.of(
            "DELETE FROM hg_outbox WHERE workflow = ?",
            "DELETE FROM hg_blob_use WHERE workflow = ?",
            "DELETE FROM hg_value WHERE workflow = ?",
            "DELETE FROM hg_workflow WHERE n = ?");

    private static final String DELETE_BLOBS = """
            DELETE FROM hg_blob WHERE used_at < ?
              AND NOT EXISTS (SELECT 1 FROM hg_blob_use u WHERE u.hash = hg_blob.hash)""";

    private static final String DELETE_WRITERS = "DELETE FROM hg_writer WHERE at < ?";

    private record Loss(String table, String column, String which) {
        private String rows() {
            return " FROM " + table + " WHERE workflow = ?" + (which.isEmpty() ? "" : " AND " + which);
        }

        String all() {
            return "DELETE" + rows();
        }

        String some() {
            return all() + " AND " + column + " IN (SELECT " + column + rows() + " LIMIT " + LINES_AT_ONCE + ")";
        }
    }

    private record Finished(long number, long lines, boolean isCompacted) {
        boolean isLarge() {
            return lines > LINES_AT_ONCE;
        }
    }

    /**
     * What was done in one transaction.
     *
     * @param done how many workflows are done with, or will be
     * @param large one that has to lose its rows first; {@code null} if there is none
     */
    private record Part(int done, @Nullable Long large) {}

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

    private int inParts(String what, WorkJob.Work<Part> work) {
        int all = 0;
        Part part;
        do {
            part = writer.run(what, work);
            all += part.done;
            if (part.large != null) {
                empty(part.large);
            }
        } while (part.done > 0 || part.large != null);
        return all;
    }

    /** Takes the rows of a large workflow away, some at a time. */
    private void empty(long workflow) {
        int gone;
        do {
            gone = writer.run("compact a large workflow", transaction -> loseSome(transaction, workflow));
        } while (gone > 0);
    }

    private static int loseSome(Transaction transaction, long workflow) throws SQLException {
        for (Loss loss : LOSSES) {
            int gone = transaction.session().update(loss.some(), workflow, workflow);
            if (gone > 0) {
                return gone;
            }
        }
        return 0;
    }

    private Part deleteSome(Transaction transaction) throws SQLException {
        List<Finished> found = found(
                transaction,
                DELETABLE,
                retention.mostFinished(),
                Times.before(transaction.now(), retention.keepWorkflow()));
        if (!found.isEmpty() && found.get(0).isLarge() && hasLines(transaction, found.get(0))) {
            return new Part(0, markedCompacted(transaction, found.get(0)));
        }
        List<Finished> some = some(found);
        for (Finished each : some) {
            compact(transaction, each);
            for (String statement : DELETE) {
                transaction.session().update(statement, each.number);
            }
        }
        return new Part(some.size(), null);
    }

    private Part compactSome(Transaction transaction) throws SQLException {
        List<Finished> found = found(transaction, COMPACTABLE, Times.before(transaction.now(), retention.keepSteps()));
        if (!found.isEmpty() && found.get(0).isLarge()) {
            return new Part(found.get(0).isCompacted ? 0 : 1, markedCompacted(transaction, found.get(0)));
        }
        List<Finished> some = some(found);
        for (Finished each : some) {
            compact(transaction, each);
            markedCompacted(transaction, each);
        }
        return new Part(some.size(), null);
    }

    private static List<Finished> found(Transaction transaction, String query, Object... parameters)
            throws SQLException {
        return transaction
                .session()
                .list(
                        query,
                        row -> new Finished(row.number("n"), row.number("lines"), row.flag("compacted")),
                        parameters);
    }

    /** The first of them: as many as have few rows together. */
    private static List<Finished> some(List<Finished> found) {
        List<Finished> some = new ArrayList<>();
        long lines = 0;
        for (Finished workflow : found) {
            lines += workflow.lines;
            if (some.isEmpty() || lines <= LINES_AT_ONCE) {
                some.add(workflow);
            }
        }
        return some;
    }

    private static boolean hasLines(Transaction transaction, Finished workflow) throws SQLException {
        return transaction
                .session()
                .first(HAS_LINES, row -> row.number("number"), workflow.number)
                .isPresent();
    }

    private static void compact(Transaction transaction, Finished workflow) throws SQLException {
        for (Loss loss : LOSSES) {
            transaction.session().update(loss.all(), workflow.number);
        }
    }

    /** Nothing can be made of it from now on, and nobody looks for its steps. */
    private static long markedCompacted(Transaction transaction, Finished workflow) throws SQLException {
        transaction.session().update(COMPACTED, transaction.now(), workflow.number);
        return workflow.number;
    }
}
