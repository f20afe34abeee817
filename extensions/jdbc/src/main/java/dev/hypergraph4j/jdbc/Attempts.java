package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.Verdict;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attempts at steps. The one that is under way, or has completed its step, is part of the row of the step, so that a step that goes well is one row;
 * the others have rows of their own.
 */
final class Attempts {
    private static final String COLUMNS = """
            workflow, step, number, epoch, worker, status, started_at, finished_at,
            error_type, error_message, verdict, not_before, checkpoint""";

    private static final String INSERT = "INSERT INTO hg_attempt (" + COLUMNS + ") ";
    private static final String OR = " ON CONFLICT (workflow, step, number) DO UPDATE SET ";

    private static final String PUT = INSERT + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" + OR;

    /** Ends an attempt that has not completed its step. */
    static final String END = PUT + """
            status = excluded.status, started_at = excluded.started_at, finished_at = excluded.finished_at,
              error_type = excluded.error_type, error_message = excluded.error_message, verdict = excluded.verdict,
              not_before = excluded.not_before""";

    /** Keeps something for the next attempt. */
    static final String SAVE = PUT + "checkpoint = excluded.checkpoint";

    private static final String OF_STEP = " FROM hg_step WHERE attempt > 0 AND epoch > 0 AND workflow = ?";

    private static final String OR_END = OR + """
            status = excluded.status, started_at = excluded.started_at, finished_at = excluded.finished_at""";

    /** Gives the attempt that has completed a step a row of its own: the step is to be open again. */
    static final String KEEP = INSERT + """
            SELECT workflow, step, attempt, epoch, worker, 'COMPLETED', started_at, finished_at, NULL, NULL, NULL, 0, NULL""" + OF_STEP + " AND step = ? AND status = 'COMPLETED'" + OR_END;

    private static final String FORGET_OUTCOMES =
            INSERT + """
            SELECT workflow, step, attempt, epoch, worker, 'OUTCOME_UNKNOWN', started_at, 0, NULL, NULL, NULL, 0, NULL""" + OF_STEP + " AND status = 'OPEN'" + OR_END + " WHERE hg_attempt.status = 'STARTED'";

    private static final String TRY_AGAIN = """
            UPDATE hg_attempt SET status = 'FAILED', finished_at = ?, error_type = 'OutcomeUnknown', error_message = ?,
              verdict = 'RETRY', not_before = 0
            WHERE workflow = ? AND step = ? AND status = 'OUTCOME_UNKNOWN'""";

    private static final String OF =
            "SELECT " + COLUMNS + ", effect_id FROM hg_attempts a WHERE workflow = " + Workflows.NUMBER;

    private static final String ALL = OF + " ORDER BY started_at, place, number";

    private static final String AT_OPEN_STEPS = OF + """
             AND EXISTS
              (SELECT 1 FROM hg_step s WHERE s.workflow = a.workflow AND s.step = a.step AND s.status = 'OPEN')
            ORDER BY number, place""";

    /** What there is to say of an attempt besides which one it is. */
    record State(
            AttemptStatus status,
            long startedAt,
            long finishedAt,
            @Nullable StepError error,
            @Nullable Verdict verdict,
            long notBefore) {
        static State of(AttemptStatus status, long startedAt, long finishedAt) {
            return new State(status, startedAt, finishedAt, null, null, 0);
        }
    }

    private Attempts() {}

    // Rows for the statements above, but for the first parameter, the workflow's number

    static @Nullable Object[] row(Transition transition, String step, int number, State state) {
        return row(transition, step, number, state, null);
    }

    /** An attempt that keeps {@code checkpoint}, a frame. */
    static @Nullable Object[] saved(Transition transition, String step, int number, long at, byte[] checkpoint) {
        return row(transition, step, number, State.of(AttemptStatus.STARTED, at, 0), checkpoint);
    }

    private static @Nullable Object[] row(
            Transition transition, String step, int number, State state, byte @Nullable [] checkpoint) {
        return new @Nullable Object[] {
            null,
            step,
            number,
            transition.lease().epoch(),
            transition.claimant().worker(),
            state.status,
            state.startedAt,
            state.finishedAt,
            Errors.type(state.error),
            Errors.message(state.error),
            state.verdict,
            state.notBefore,
            checkpoint
        };
    }

    static List<Attempt> all(Session session, String workflow, LargeValues values) throws SQLException {
        return session.list(ALL, row -> read(row, workflow, values), workflow);
    }

    static List<Attempt> atOpenSteps(Session session, String workflow, LargeValues values) throws SQLException {
        return session.list(AT_OPEN_STEPS, row -> read(row, workflow, values), workflow);
    }

    /** Nobody knows what those have done that were under way, each of which gets a row of its own. */
    static void forgetOutcomes(Transaction transaction, long workflow) throws SQLException {
        transaction.session().update(FORGET_OUTCOMES, workflow);
    }

    /** Somebody says that those of unknown outcome did nothing, and has the step tried again. */
    static void tryAgain(Transaction transaction, long workflow, String step, String by) throws SQLException {
        String message = Texts.readable(by) + " has it tried again";
        transaction.session().update(TRY_AGAIN, transaction.now(), message, workflow, step);
    }

    private static Attempt read(Row row, String workflow, LargeValues values) throws SQLException {
        byte[] checkpoint = row.bytesOrNull("checkpoint");
        Payload kept = checkpoint == null ? null : Frame.readOne(checkpoint, values.of(workflow, row.text("step")));
        return new Attempt(
                row.text("step"),
                row.small("number"),
                row.number("epoch"),
                row.text("worker"),
                row.one("status", AttemptStatus.class),
                row.number("started_at"),
                row.number("finished_at"),
                Errors.read(row),
                row.oneOrNull("verdict", Verdict.class),
                row.number("not_before"),
                kept,
                row.text("effect_id"));
    }
}
