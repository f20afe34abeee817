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

/** The attempts at steps. One whose begin was not recorded is recorded with its end. */
final class Attempts {
    private static final String COLUMNS = """
            workflow, step, number, epoch, worker, status, started_at, finished_at,
            error_type, error_message, verdict, not_before, checkpoint, effect_id""";

    /** Begins an attempt. One that has begun already violates a constraint. */
    static final String START =
            "INSERT INTO hg_attempt (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String OR = START + " ON CONFLICT (workflow, step, number) DO UPDATE SET ";

    private static final String ENDED = """
            status = excluded.status, finished_at = excluded.finished_at, error_type = excluded.error_type,
              error_message = excluded.error_message, verdict = excluded.verdict, not_before = excluded.not_before""";

    /** Ends an attempt, whose begin is told again. */
    static final String END = OR + "started_at = excluded.started_at, " + ENDED;

    /** Ends an attempt, which began when it began. */
    static final String PAUSE = OR + ENDED;

    /** Keeps something for the next attempt. */
    static final String SAVE = OR + "checkpoint = excluded.checkpoint";

    private static final String FORGET_OUTCOMES = """
            UPDATE hg_attempt SET status = 'OUTCOME_UNKNOWN', finished_at = 0
            WHERE workflow = ? AND status = 'STARTED'""";

    private static final String TRY_AGAIN = """
            UPDATE hg_attempt SET status = 'FAILED', finished_at = ?, error_type = 'OutcomeUnknown', error_message = ?,
              verdict = 'RETRY', not_before = 0
            WHERE workflow = ? AND step = ? AND status IN ('STARTED', 'OUTCOME_UNKNOWN')""";

    private static final String ALL =
            "SELECT " + COLUMNS + " FROM hg_attempt WHERE workflow = " + Workflows.NUMBER + " ORDER BY n";

    private static final String AT_OPEN_STEPS = "SELECT " + COLUMNS + """
             FROM hg_attempt a WHERE workflow = (SELECT n FROM hg_workflow WHERE id = ?) AND EXISTS
              (SELECT 1 FROM hg_step s WHERE s.workflow = a.workflow AND s.step = a.step AND s.status = 'OPEN')
            ORDER BY number, n""";

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

    static @Nullable Object[] row(Transition transition, String step, int number, State state, String effectId) {
        return row(transition, step, number, state, effectId, null);
    }

    /** An attempt that keeps {@code checkpoint}, a frame. */
    static @Nullable Object[] saved(Transition transition, String step, int number, long at, byte[] checkpoint) {
        return row(transition, step, number, State.of(AttemptStatus.STARTED, at, 0), "", checkpoint);
    }

    private static @Nullable Object[] row(
            Transition transition,
            String step,
            int number,
            State state,
            String effectId,
            byte @Nullable [] checkpoint) {
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
            checkpoint,
            effectId
        };
    }

    static List<Attempt> all(Session session, String workflow) throws SQLException {
        Frame.BlobSource blobs = Blobs.in(session);
        return session.list(ALL, row -> read(row, blobs), workflow);
    }

    static List<Attempt> atOpenSteps(Session session, String workflow) throws SQLException {
        Frame.BlobSource blobs = Blobs.in(session);
        return session.list(AT_OPEN_STEPS, row -> read(row, blobs), workflow);
    }

    /** Nobody knows what those have done that were under way. */
    static void forgetOutcomes(Transaction transaction, long workflow) throws SQLException {
        transaction.session().update(FORGET_OUTCOMES, workflow);
    }

    /** Somebody says that those of unknown outcome did nothing, and has the step tried again. */
    static void tryAgain(Transaction transaction, long workflow, String step, String by) throws SQLException {
        String message = Texts.readable(by) + " has it tried again";
        transaction.session().update(TRY_AGAIN, transaction.now(), message, workflow, step);
    }

    private static Attempt read(Row row, Frame.BlobSource blobs) throws SQLException {
        byte[] checkpoint = row.bytesOrNull("checkpoint");
        Payload kept = checkpoint == null ? null : Frame.readOne(checkpoint, blobs);
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
