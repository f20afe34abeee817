package dev.hypergraph4j.jdbc;

import static java.util.Collections.singletonList;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A transition, written by one statement of PostgreSQL, which is a transaction by itself: to the server and back once, where statement by statement it
 * takes four times. What the statement does is the same: the workflow's row, and, if that was as the lease says, the rows of the steps and the lines of
 * the journal.
 */
final class AtOnce {
    static final String BEGIN = Steps.countedFrom("fence.lines", Steps.BEGIN) + OneStatement.CHANGED;
    static final String PUT = Steps.countedFrom("fence.lines", Steps.PUT) + OneStatement.CHANGED;

    /** A line of the journal, placed by how many of its workflow's come behind it. */
    static final String LINE = """
            INSERT INTO hg_journal (workflow, number, at, type, step, attempt, epoch, detail)
            VALUES (?, fence.lines - ?, fence.updated_at, ?, ?, ?, ?, ?)""";

    private static final int FEW = 8; // For each number of rows there is another statement.

    private static final String FENCE = "fence";
    private static final String NUMBER = "fence.n";

    private static final String COMPLETE =
            Steps.COMPLETE.replace("workflow = ?", "workflow = (SELECT n FROM fence)") + OneStatement.CHANGED;

    private final PlainTransition transition;
    private final OneStatement statement;
    private int steps;

    private AtOnce(PlainTransition transition, OneStatement statement) {
        this.transition = transition;
        this.statement = statement;
    }

    /**
     * Writes a transition, and gives the time. Empty if it can't be written like this, and nothing is: written step by step, it is told why.
     *
     * @param row where the writer leaves its number; {@code null} if the transition leaves another trace
     * @param now the time; {@code null} if it is for the server to say
     */
    static OptionalLong write(Session session, TransitionJob job, @Nullable WriterRow row, @Nullable Long now)
            throws SQLException {
        PlainTransition transition = PlainTransition.of(job.rows());
        if (transition == null || transition.lines().size() > FEW) {
            return OptionalLong.empty();
        }
        OneStatement statement = new OneStatement(session, now);
        new AtOnce(transition, statement).addAll();
        if (row != null) {
            row.addNext(statement);
        }
        return statement.commit("updated_at", " FROM fence", job.isSync());
    }

    private void addAll() {
        statement.add(FENCE, transition.passage().sql() + " RETURNING n, lines, updated_at", transition.fence());
        addRows("ended_attempts", Attempts.END, transition.rows(Statements.END_ATTEMPT));
        transition.rows(Statements.PUT_STEP).forEach(this::addStep);
        addRows("values", NamedValues.INSERT, transition.values());
        addRows("lines", LINE, transition.lines());
    }

    /** Most steps begin, or complete what has begun, which is less work for the server than to put one where there may be something or not. */
    private void addStep(@Nullable Object[] row) {
        String name = "step" + steps++;
        if (Steps.completes(row)) {
            statement.add(name, COMPLETE, Steps.completed(row));
        } else {
            addRows(name, Steps.begins(row) ? BEGIN : PUT, singletonList(row));
        }
        statement.mustChange(name, 1);
    }

    private void addRows(String name, String sql, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            statement.addRows(name, sql, rows, NUMBER, FENCE);
        }
    }
}
