package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
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
 * A transition of a workflow that is there already, written by one statement of PostgreSQL, which is a transaction by itself: to the server and back once, where
 * statement by statement it takes four times. What the statement does is the same: the workflow's row, and, if that was as the lease says, the rows of
 * the steps and the lines of the journal.
 */
final class AtOnce {
    /** They change one row each, so that it does not matter that none of them sees what the others do. */
    private static final Set<Statements> KINDS = EnumSet.of(Statements.END_ATTEMPT, Statements.PUT_STEP);

    private static final int FEW = 8; // For each number of rows there is another statement.
    private static final String DIVISION_BY_ZERO = "22012";

    private static final String NUMBER = "fence.n";
    private static final String LINE = """
            INSERT INTO hg_journal (workflow, number, at, type, step, attempt, epoch, detail)
            VALUES (?, fence.lines - ?, clock.millis, ?, ?, ?, fence.epoch, ?)""";

    private final Session session;
    private final TransitionJob job;
    private final @Nullable Long now;
    private final List<@Nullable Object> parameters = new ArrayList<>();
    private final StringJoiner sql;
    private final List<Journal.Line> lines;
    private int put;

    /**
     * A transition to be written.
     *
     * @param now the time; {@code null} if it is for the server to say
     */
    AtOnce(Session session, TransitionJob job, @Nullable Long now) {
        this.session = session;
        this.job = job;
        this.now = now;
        this.lines = lines(job.rows());
        String millis = now == null ? PostgresDialect.MILLIS : "?::BIGINT AS millis";
        this.sql = new StringJoiner(",\n", "WITH clock AS (SELECT " + millis + relaxed(job) + "),\n", "");
    }

    private static String relaxed(TransitionJob job) {
        return job.isSync() ? "" : PostgresDialect.RELAXED;
    }

    /** Whether a transition can be written in this way. */
    static boolean fits(TransitionJob job) {
        TransitionRows rows = job.rows();
        return rows.transition().creation() == null
                && (rows.transition().ending() == null
                        || isEnd(rows.transition().ending()))
                && rows.canBeBatched()
                && !rows.lines().isEmpty()
                && lines(rows).size() <= FEW
                && rows.batches().blobs().isEmpty()
                && KINDS.containsAll(rows.batches().rows().keySet())
                && rows.batches().rows().values().stream().allMatch(AtOnce::areOfDifferentSteps);
    }

    /** Whether nobody has a say in this ending but who wants it. */
    private static boolean isEnd(Ending ending) {
        return ending.status() == WorkflowStatus.COMPLETED || ending.status() == WorkflowStatus.FAILED;
    }

    private static List<Journal.Line> lines(TransitionRows rows) {
        Ending ending = rows.transition().ending();
        if (ending == null) {
            return rows.lines();
        }
        List<Journal.Line> lines = new ArrayList<>(rows.lines());
        lines.add(Endings.line(ending));
        return lines;
    }

    private static boolean areOfDifferentSteps(Collection<@Nullable Object[]> rows) {
        return rows.stream().map(row -> row[1]).distinct().count() == rows.size();
    }

    /** Writes it; gives the time. Empty if it can't be written like this, and nothing is. */
    OptionalLong write() throws SQLException {
        if (now != null) {
            parameters.add(now);
        }
        addFence();
        for (Map.Entry<Statements, List<@Nullable Object[]>> batch :
                job.rows().batches().rows().entrySet()) {
            if (batch.getKey() == Statements.PUT_STEP) {
                addSteps(batch.getValue());
            } else {
                addRows(batch.getKey(), batch.getValue());
            }
        }
        if (!job.rows().outputs().isEmpty()) {
            addRows(Statements.VALUE, job.rows().outputs());
        }
        addLines();
        session.connection().setAutoCommit(true);
        OptionalLong written = execute();
        session.connection().setAutoCommit(false);
        return written;
    }

    private void addFence() {
        Ending ending = job.rows().transition().ending();
        String fence = ending == null ? Fence.ONE_BY_CLOCK : Fence.LAST_BY_CLOCK;
        sql.add("fence AS (" + fence + " RETURNING n, epoch, lines)");
        parameters.add(lines.size());
        if (ending == null) {
            parameters.add(job.rows().isProgress() ? 0 : 1);
        } else {
            parameters.add(ending.status());
            parameters.add(Texts.readable(ending.reason()));
            parameters.add(Errors.type(ending.error()));
            parameters.add(Errors.message(ending.error()));
        }
        Lease lease = job.rows().transition().lease();
        parameters.add(lease.workflow());
        parameters.add(lease.epoch());
    }

    private void addRows(Statements statement, List<@Nullable Object[]> more) {
        String insert = new ManyRows(statement.sql(), more).statement(NUMBER, "fence", parameters);
        sql.add(statement + " AS (" + insert + ")");
    }

    private void addSteps(List<@Nullable Object[]> steps) {
        steps.forEach(row -> Steps.place(row, -lines.size())); // The fence has counted the lines that come.
        String statement = Statements.PUT_STEP.sql().replace(Steps.PLACE, "fence.lines + " + Steps.PLACE);
        String insert = new ManyRows(statement, steps).statement(NUMBER, "fence", parameters);
        sql.add(Statements.PUT_STEP + " AS (" + insert + " RETURNING 1)");
        put = steps.size();
    }

    private void addLines() {
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
        sql.add("lines AS (" + new ManyRows(LINE, rows).statement(NUMBER, "fence, clock", parameters) + ")");
    }

    private OptionalLong execute() throws CommitException {
        String statement = sql + "\nSELECT millis, passed" + complete()
                + "\nFROM (SELECT millis FROM clock) c, (SELECT COUNT(*) AS passed FROM fence) f";
        try {
            return session.first(statement, this::read, parameters.toArray()).orElseThrow();
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

    private OptionalLong read(Row found) throws SQLException {
        if (found.number("passed") == 0) {
            if (job.rows().transition().ending() != null) {
                return OptionalLong.empty(); // Whoever waits for its end has to be told.
            }
            job.refuse(new LeaseLostException(job.rows().transition().lease()));
        }
        return OptionalLong.of(found.number("millis"));
    }
}
