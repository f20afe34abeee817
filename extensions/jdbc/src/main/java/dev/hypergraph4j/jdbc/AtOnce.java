package dev.hypergraph4j.jdbc;

import static java.util.Collections.singletonList;
import static java.util.stream.Collectors.joining;

import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A transition, written by one statement of PostgreSQL, which is a transaction by itself: to the server and back once, where statement by statement it
 * takes four times. What the statement does is the same: the workflow's row, and, if that was as the lease says, the rows of the steps and the lines of
 * the journal.
 */
final class AtOnce {
    /** They change one row each, so that it does not matter that none of them sees what the others do. */
    private static final Set<Statements> KINDS = EnumSet.of(Statements.END_ATTEMPT, Statements.PUT_STEP);

    private static final int FEW = 8; // For each number of rows there is another statement.
    private static final String DIVISION_BY_ZERO = "22012";

    private static final String FENCE = "fence";
    private static final String NUMBER = "fence.n";
    private static final String LINES = "fence.lines";
    private static final String ONE = " RETURNING 1";

    private static final String BEGIN = Steps.countedFrom(LINES, Steps.BEGIN) + ONE;
    private static final String PUT = Steps.countedFrom(LINES, Steps.PUT) + ONE;
    private static final String COMPLETE =
            Steps.COMPLETE.replace("workflow = ?", "workflow = (SELECT n FROM fence)") + ONE;

    private static final String LINE = """
            INSERT INTO hg_journal (workflow, number, at, type, step, attempt, epoch, detail)
            VALUES (?, fence.lines - ?, fence.updated_at, ?, ?, ?, ?, ?)""";

    private final TransitionRows rows;
    private final Transition transition;
    private final List<Journal.Line> lines;
    private final OneStatement statement;

    /** What has to change a row each; if one of them does not, nothing may remain of what the others did. */
    private final List<String> changing = new ArrayList<>();

    private AtOnce(TransitionRows rows, @Nullable Long now) {
        this.rows = rows;
        this.transition = rows.transition();
        this.lines = lines(rows);
        this.statement = new OneStatement(now);
    }

    /**
     * Writes a transition, and gives the time. Empty if it can't be written like this, and nothing is: written step by step, it is told why.
     *
     * @param row where the writer leaves its number; {@code null} if the transition leaves another trace
     * @param now the time; {@code null} if it is for the server to say
     */
    static OptionalLong write(Session session, TransitionJob job, @Nullable WriterRow row, @Nullable Long now)
            throws SQLException {
        if (!fits(job.rows())) {
            return OptionalLong.empty();
        }
        AtOnce all = new AtOnce(job.rows(), now);
        all.addFence();
        all.addSteps();
        all.addValues();
        all.addLines();
        if (row != null) {
            all.addTrace(row);
        }
        return all.execute(session, job.isSync());
    }

    private static boolean fits(TransitionRows rows) {
        Batches batches = rows.batches();
        return (rows.transition().ending() == null || isEnd(rows.transition()))
                && rows.canBeBatched()
                && lines(rows).size() <= FEW
                && batches.blobs().isEmpty()
                && KINDS.containsAll(batches.rows().keySet())
                && batches.rows().values().stream().allMatch(AtOnce::areOfDifferentSteps);
    }

    /** Whether a workflow that was there before ends, and nobody has a say in how but who wants it. */
    private static boolean isEnd(Transition transition) {
        Ending ending = transition.ending();
        return ending != null
                && transition.creation() == null
                && (ending.status() == WorkflowStatus.COMPLETED || ending.status() == WorkflowStatus.FAILED);
    }

    private static boolean areOfDifferentSteps(Collection<@Nullable Object[]> rows) {
        return rows.stream().map(row -> row[1]).distinct().count() == rows.size();
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

    /** The row of the workflow, which counts the lines that come. */
    private void addFence() {
        NewWorkflow creation = transition.creation();
        Ending ending = transition.ending();
        Lease lease = transition.lease();
        if (creation != null) {
            addFence(Workflows.CREATE, created(creation));
        } else if (ending != null) {
            addFence(Fence.LAST, ended(ending));
        } else {
            int kept = rows.isProgress() ? 0 : 1;
            addFence(Fence.ONE, lines.size(), FromNow.NOW, kept, lease.workflow(), lease.epoch(), worker());
        }
    }

    private void addFence(String sql, @Nullable Object... values) {
        statement.add(FENCE, sql + " RETURNING n, lines, updated_at", values);
    }

    private String worker() {
        return transition.claimant().worker();
    }

    private @Nullable Object[] created(NewWorkflow creation) {
        @Nullable Object[] row = Workflows.running(creation, transition);
        FromNow until = new FromNow(Times.in(0, transition.claimant().lease()));
        Workflows.begin(row, FromNow.NOW, until, lines.size());
        return row;
    }

    private @Nullable Object[] ended(Ending ending) {
        return new @Nullable Object[] {
            lines.size(),
            FromNow.NOW,
            ending.status(),
            Texts.readable(ending.reason()),
            Errors.type(ending.error()),
            Errors.message(ending.error()),
            FromNow.NOW,
            transition.lease().workflow(),
            transition.lease().epoch(),
            worker()
        };
    }

    private void addSteps() {
        rows.batches().rows().forEach((kind, all) -> {
            if (kind == Statements.PUT_STEP) {
                all.forEach(this::addStep);
            } else {
                addRows(kind, all);
            }
        });
    }

    /** Most steps begin, or complete what has begun, which is less work for the server than to put one where there may be something or not. */
    private void addStep(@Nullable Object[] row) {
        String name = changing();
        if (Steps.completes(row)) {
            statement.add(name, COMPLETE, Steps.completed(row));
        } else {
            Steps.place(row, -lines.size()); // The fence has counted them.
            statement.addRows(name, Steps.begins(row) ? BEGIN : PUT, singletonList(row), NUMBER, FENCE);
        }
    }

    private void addValues() {
        addRows(Statements.VALUE, rows.inputs());
        addRows(Statements.VALUE, rows.outputs());
    }

    private void addRows(Statements kind, List<@Nullable Object[]> more) {
        if (!more.isEmpty()) {
            statement.addRows(kind.name(), kind.sql(), more, NUMBER, FENCE);
        }
    }

    private void addLines() {
        List<@Nullable Object[]> added = new ArrayList<>();
        for (Journal.Line line : lines) {
            added.add(new Object[] {
                null,
                lines.size() - added.size() - 1,
                line.type(),
                line.step(),
                line.attempt(),
                line.epoch(transition.lease()),
                Texts.readable(line.detail())
            });
        }
        if (!added.isEmpty()) {
            statement.addRows("lines", LINE, added, NUMBER, FENCE);
        }
    }

    /** What is refused leaves none: that would be taken for what it was refused to do, where the answer is lost. */
    private void addTrace(WriterRow row) {
        statement.add(changing(), WriterRow.SET + " AND EXISTS (SELECT 1 FROM fence)" + ONE, row.next());
    }

    /** A name for what has to change a row. */
    private String changing() {
        changing.add("changing" + changing.size());
        return changing.get(changing.size() - 1);
    }

    /** What fails after the statement was sent leaves it open whether that is done, whatever it is: the server has not said that it refuses to. */
    private OptionalLong execute(Session session, boolean isSync) throws SQLException {
        session.connection().setAutoCommit(true);
        try {
            OptionalLong written = written(session, isSync);
            session.connection().setAutoCommit(false);
            return written;
        } catch (SQLException failure) {
            throw PostgresDialect.isRefusal(failure) ? failure : new CommitException(failure);
        } catch (RuntimeException | Error broken) {
            throw CommitException.of(broken);
        }
    }

    /** There is no row where the workflow was not as its lease says, or is there already. */
    private OptionalLong written(Session session, boolean isSync) throws SQLException {
        String query = "SELECT updated_at" + (isSync ? "" : PostgresDialect.RELAXED) + complete() + " FROM fence";
        try {
            return statement
                    .execute(session, query, row -> OptionalLong.of(row.number("updated_at")))
                    .orElse(OptionalLong.empty());
        } catch (SQLException failure) {
            if (DIVISION_BY_ZERO.equals(failure.getSQLState())) {
                return OptionalLong.empty();
            }
            throw failure;
        }
    }

    /** A step that does not change has an outcome already, or was not begun as it should have been: then the statement fails. */
    private String complete() {
        if (changing.isEmpty()) {
            return "";
        }
        String changed = changing.stream()
                .map(each -> "(SELECT COUNT(*) FROM " + each + ")")
                .collect(joining(" + "));
        return ", 1 / (CASE WHEN " + changed + " = " + changing.size() + " THEN 1 ELSE 0 END) AS complete";
    }
}
