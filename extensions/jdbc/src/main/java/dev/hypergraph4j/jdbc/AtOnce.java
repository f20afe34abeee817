package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A transition of a workflow that goes on, written by one statement of PostgreSQL, which is a transaction by itself: to the server and back once, where
 * statement by statement it takes four times. What the statement does is the same: the writer's row, the workflow's row, and, if that was as the
 * lease says, the rows of the steps and the lines of the journal.
 */
final class AtOnce {
    /** They change one row each, so that it does not matter that none of them sees what the others do. */
    private static final Set<Statements> KINDS =
            EnumSet.of(Statements.END_ATTEMPT, Statements.PUT_STEP);

    private static final int FEW = 8; // For each number of rows there is another statement.
    private static final String DIVISION_BY_ZERO = "22012";

    private static final String NUMBER = "fence.n";
    private static final String LINE = """
            INSERT INTO hg_journal (workflow, number, at, type, step, attempt, epoch, detail)
            VALUES (?, fence.lines - ?, writer.millis, ?, ?, ?, fence.epoch, ?)""";

    private final Session session;
    private final TransitionJob job;
    private final WriterRow row;
    private final @Nullable Long now;
    private final List<@Nullable Object> parameters = new ArrayList<>();
    private final StringJoiner sql;
    private int put;

    /**
     * A transition to be written.
     *
     * @param now the time; {@code null} if it is for the server to say
     */
    AtOnce(Session session, TransitionJob job, WriterRow row, @Nullable Long now) {
        this.session = session;
        this.job = job;
        this.row = row;
        this.now = now;
        String millis = now == null ? PostgresDialect.MILLIS : "?::BIGINT AS millis";
        this.sql = new StringJoiner(
                ",\n", "WITH writer AS (" + WriterRow.SET + " RETURNING " + millis + relaxed(job) + "),\n", "");
    }

    private static String relaxed(TransitionJob job) {
        return job.isSync() ? "" : PostgresDialect.RELAXED;
    }

    /** Whether a transition can be written in this way. */
    static boolean fits(TransitionJob job) {
        TransitionRows rows = job.rows();
        return rows.transition().creation() == null
                && rows.transition().ending() == null
                && rows.canBeBatched()
                && !rows.lines().isEmpty()
                && rows.lines().size() <= FEW
                && rows.batches().blobs().isEmpty()
                && KINDS.containsAll(rows.batches().rows().keySet())
                && rows.batches().rows().values().stream().allMatch(AtOnce::areOfDifferentSteps);
    }

    private static boolean areOfDifferentSteps(Collection<@Nullable Object[]> rows) {
        return rows.stream().map(row -> row[1]).distinct().count() == rows.size();
    }

    /** Writes it; gives the time. Empty if it would change what has an outcome, and nothing is written. */
    OptionalLong write() throws SQLException {
        parameters.addAll(row.next());
        if (now != null) {
            parameters.add(now);
        }
        addFence();
        for (Map.Entry<Statements, List<@Nullable Object[]>> batch :
                job.rows().batches().rows().entrySet()) {
            addRows(batch.getKey(), batch.getValue());
        }
        addLines();
        session.connection().setAutoCommit(true);
        OptionalLong written = execute();
        session.connection().setAutoCommit(false);
        return written;
    }

    private void addFence() {
        Lease lease = job.rows().transition().lease();
        sql.add("fence AS (" + Fence.ONE_OF_WRITER + " RETURNING n, epoch, lines)");
        parameters.add(job.rows().lines().size());
        parameters.add(job.rows().isProgress() ? 0 : 1);
        parameters.add(lease.workflow());
        parameters.add(lease.epoch());
    }

    private void addRows(Statements statement, List<@Nullable Object[]> more) {
        String insert = new ManyRows(statement.sql(), more).statement(NUMBER, "fence", parameters);
        if (statement != Statements.PUT_STEP) {
            sql.add(statement + " AS (" + insert + ")");
            return;
        }
        sql.add(statement + " AS (" + insert + " RETURNING 1)");
        put = more.size();
    }

    private void addLines() {
        List<Journal.Line> lines = job.rows().lines();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Journal.Line line : lines) {
            rows.add(new Object[] {
                null,
                lines.size() - rows.size() - 1,
                line.type(),
                line.step(),
                line.attempt(),
                Texts.readable(line.detail())
            });
        }
        sql.add("lines AS (" + new ManyRows(LINE, rows).statement(NUMBER, "fence, writer", parameters) + ")");
    }

    private OptionalLong execute() throws CommitException {
        String statement = sql + "\nSELECT millis, passed" + complete()
                + "\nFROM (SELECT millis FROM writer) w, (SELECT COUNT(*) AS passed FROM fence) f";
        try {
            long millis =
                    session.first(statement, this::read, parameters.toArray()).orElseThrow(WriterRow::missing);
            return OptionalLong.of(millis);
        } catch (SQLException failure) {
            if (DIVISION_BY_ZERO.equals(failure.getSQLState())) {
                return OptionalLong.empty();
            }
            throw new CommitException(failure);
        }
    }

    /** A step that does not change has an outcome already: nothing may remain of what was written then. */
    private String complete() {
        return put == 0
                ? ""
                : ", 1 / (CASE WHEN passed * " + put + " = (SELECT COUNT(*) FROM " + Statements.PUT_STEP
                        + ") THEN 1 ELSE 0 END) AS complete";
    }

    private long read(Row found) throws SQLException {
        if (found.number("passed") == 0) {
            job.refuse(new LeaseLostException(job.rows().transition().lease()));
        }
        return found.number("millis");
    }
}
