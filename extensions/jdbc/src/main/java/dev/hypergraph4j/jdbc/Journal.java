package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.Lease;
import java.sql.SQLException;
import java.util.List;

/** The lines that tell what happened to a workflow, numbered without a gap. The workflow's row has the number of the last one. */
final class Journal {
    static final String INSERT = """
            INSERT INTO hg_journal (workflow, number, at, type, step, attempt, epoch, detail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    static final String CREATED = "CREATED";

    private static final String COUNT = "UPDATE hg_workflow SET lines = lines + ?, updated_at = ? WHERE id = ?";

    private static final String APPEND = """
            INSERT INTO hg_journal (workflow, number, at, type, step, attempt, epoch, detail)
            SELECT n, lines, ?, ?, ?, ?, epoch, ? FROM hg_workflow WHERE id = ?""";

    private static final String BEHIND = """
            SELECT number, at, type, step, attempt, epoch, detail FROM hg_journal
            WHERE workflow = (SELECT n FROM hg_workflow WHERE id = ?) AND number > ? ORDER BY number LIMIT ?""";

    /** A line that has no number yet. */
    record Line(String type, String step, int attempt, String detail) {
        /** A line about the workflow. */
        static Line of(String type, String detail) {
            return new Line(type, "", 0, detail);
        }

        Object[] row(long workflow, long number, long at, Lease lease) {
            return new Object[] {workflow, number, at, type, step, attempt, epoch(lease), Texts.readable(detail)};
        }

        /** Of whoever has the workflow, which nobody had before it was there. */
        long epoch(Lease lease) {
            return type.equals(CREATED) ? 0 : lease.epoch();
        }
    }

    private Journal() {}

    /** Adds a line, and notes that the workflow has changed. */
    static void append(Transaction transaction, String workflow, Line line) throws SQLException {
        count(transaction, workflow, 1);
        transaction
                .session()
                .update(
                        APPEND,
                        transaction.now(),
                        line.type,
                        line.step,
                        line.attempt,
                        Texts.readable(line.detail),
                        workflow);
    }

    /** Counts lines, and notes that the workflow has changed. */
    static void count(Transaction transaction, String workflow, int lines) throws SQLException {
        transaction.session().update(COUNT, lines, transaction.now(), workflow);
    }

    static List<JournalEntry> behind(Session session, String workflow, long number, int most) throws SQLException {
        return session.list(BEHIND, row -> read(workflow, row), workflow, number, most);
    }

    private static JournalEntry read(String workflow, Row row) throws SQLException {
        return new JournalEntry(
                workflow,
                row.number("number"),
                row.number("at"),
                row.text("type"),
                row.text("step"),
                row.small("attempt"),
                row.number("epoch"),
                row.text("detail"));
    }
}
