package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.Transition;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of workflows. An outcome never changes: a statement that would change one changes no row. */
final class Steps {
    private static final String COLUMNS = """
            workflow, step, node, iteration, item, hash, status, attempt, outcome, opened, cached,
            error_type, error_message, started_at, finished_at, copied_from, epoch, worker, effect_id, place""";

    /** The place of a step is the number of the line that it began with; those that a workflow was made with have places before the first. */
    private static final String PLACE = "? + ?";

    private static final String INSERT = "INSERT INTO hg_step (" + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + PLACE + ")";

    private static final String UNLESS_SETTLED = " WHERE hg_step.status IN ('OPEN', 'PAUSED')";

    /** What is of an attempt that is over does not take the place of a later one. What comes of no attempt, as from a cache, has number 0. */
    private static final String UNLESS_LATER = " AND (excluded.attempt = 0 OR hg_step.attempt <= excluded.attempt)";

    /** Who ends an attempt is not always who began it: it may have asked. */
    private static final String HOLDER = """
             epoch = CASE WHEN hg_step.attempt = excluded.attempt THEN hg_step.epoch ELSE excluded.epoch END,
              worker = CASE WHEN hg_step.attempt = excluded.attempt THEN hg_step.worker ELSE excluded.worker END""";

    private static final String OR_REPLACE = """
             ON CONFLICT (workflow, step) DO UPDATE SET
              hash = excluded.hash, status = excluded.status, attempt = excluded.attempt, outcome = excluded.outcome,
              opened = excluded.opened, cached = excluded.cached, error_type = excluded.error_type,
              error_message = excluded.error_message, started_at = excluded.started_at,
              finished_at = excluded.finished_at, copied_from = excluded.copied_from, effect_id = COALESCE(excluded.effect_id, hg_step.effect_id),\s""" + HOLDER;

    /** Puts a step in the place of what was there of it. Changes none whose attempt is to begin and has begun already. */
    static final String PUT = INSERT + OR_REPLACE + UNLESS_SETTLED + UNLESS_LATER
            + " AND (excluded.effect_id IS NULL OR hg_step.attempt < excluded.attempt)";

    /** Puts a step whose first attempt begins, unless there is something of it. */
    static final String BEGIN = INSERT + " ON CONFLICT (workflow, step) DO NOTHING";

    /** Completes a step whose attempt is under way or has asked. Takes the parameters that {@link #completed} gives. */
    static final String COMPLETE = """
            UPDATE hg_step SET hash = ?, status = ?, outcome = ?, opened = ?, cached = ?, started_at = ?, finished_at = ?
            WHERE workflow = ? AND step = ? AND attempt = ? AND status IN ('OPEN', 'PAUSED')""";

    /** Opens a step again whose outcome does not count any more. */
    static final String SUPERSEDE = INSERT + OR_REPLACE;

    /** Pauses a step, which began when it began. */
    static final String PAUSE = INSERT
            + " ON CONFLICT (workflow, step) DO UPDATE SET status = excluded.status, attempt = excluded.attempt, "
            + HOLDER
            + UNLESS_SETTLED
            + UNLESS_LATER;

    /** Sees to it that there is the step. */
    static final String ENSURE =
            INSERT + " ON CONFLICT (workflow, step) DO UPDATE SET attempt = hg_step.attempt" + UNLESS_SETTLED;

    private static final String DELETE_FOR_GIVEN = "DELETE FROM hg_step WHERE workflow = ? AND step = ?";

    private static final String COPY = "INSERT INTO hg_step (" + COLUMNS + """
            )
            SELECT ?, step, node, iteration, item, hash, status, CASE status WHEN 'PAUSED' THEN 0 ELSE attempt END,
              outcome, opened, cached, error_type, error_message, started_at, finished_at, ?, 0, '', NULL, ?
            FROM hg_step WHERE workflow = ? AND step = ?""";

    private static final String NOT_OPEN =
            "SELECT step, status FROM hg_step WHERE workflow = ? AND status <> 'OPEN' ORDER BY place";

    private static final String SETTLE = """
            UPDATE hg_step SET status = 'COMPLETED', attempt = 0, outcome = ?, opened = ?, cached = ?, finished_at = ?
            WHERE workflow = ? AND step = ? AND status IN ('OPEN', 'PAUSED')""";

    private static final String OF = "SELECT " + COLUMNS + " FROM hg_step WHERE workflow = " + Workflows.NUMBER;
    private static final String ALL = OF + " ORDER BY place";
    private static final String ONE = OF + " AND step = ?";

    private static final int STEP = 1;
    private static final int HASH = 5;
    private static final int STATUS = 6;
    private static final int ATTEMPT = 7;
    private static final int OUTCOME = 8;
    private static final int OPENED = 9;
    private static final int CACHED = 10;
    private static final int STARTED_AT = 13;
    private static final int FINISHED_AT = 14;
    private static final int EPOCH = 16;
    private static final int WORKER = 17;
    private static final int EFFECT = 18;
    private static final int LINES = 19;

    private Steps() {}

    // Rows for the statements above, but for the first parameter, the workflow's number

    /**
     * A step as a transition leaves it, whose attempt is that of the transition's worker.
     *
     * @param effectId of the attempt, if it begins with the transition
     * @param line which line of the transition tells of it, from 1
     */
    static @Nullable Object[] row(
            Transition transition, Step step, byte @Nullable [] outcome, @Nullable String effectId, int line) {
        @Nullable Object[] row = row(step, outcome, line);
        row[EPOCH] = transition.lease().epoch();
        row[WORKER] = transition.claimant().worker();
        row[EFFECT] = effectId;
        return row;
    }

    /** The same as a statement, whose rows are told how many lines there are before or behind a number that the database knows. */
    static String countedFrom(String number, String statement) {
        return statement.replace(PLACE, number + " + " + PLACE);
    }

    /** Tells a row of {@link #row} how many lines there are before those of its transition. */
    static void place(@Nullable Object[] row, long lines) {
        row[LINES] = lines;
    }

    /** Whether a row is that of a step whose first attempt begins. */
    static boolean begins(@Nullable Object[] row) {
        return row[EFFECT] != null && Objects.equals(row[ATTEMPT], 1);
    }

    /** Whether a row is that of a step which an attempt has completed. */
    static boolean completes(@Nullable Object[] row) {
        return row[STATUS] == StepStatus.COMPLETED && !Objects.equals(row[ATTEMPT], 0);
    }

    /** What of such a row is news, for {@link #COMPLETE}, but for the number of the workflow. */
    static @Nullable Object[] completed(@Nullable Object[] row) {
        return new @Nullable Object[] {
            row[HASH],
            row[STATUS],
            row[OUTCOME],
            row[OPENED],
            row[CACHED],
            row[STARTED_AT],
            row[FINISHED_AT],
            row[STEP],
            row[ATTEMPT]
        };
    }

    /** A step that nobody here has attempted. */
    private static @Nullable Object[] row(Step step, byte @Nullable [] outcome, long line) {
        StepId id = step.id();
        StepOutcome gave = step.outcome();
        return new @Nullable Object[] {
            null,
            Texts.exact(id.key()),
            Texts.readable(id.node()),
            id.iteration(),
            id.item(),
            id.hash(),
            step.status(),
            step.attempt(),
            outcome,
            gave == null ? "" : String.join("\n", gave.opened()),
            gave != null && gave.cached(),
            Errors.type(step.error()),
            Errors.message(step.error()),
            step.startedAt(),
            step.finishedAt(),
            step.copiedFrom(),
            0,
            "",
            null,
            0,
            line
        };
    }

    // Reading

    static List<Step> all(Session session, String workflow, LargeValues values) throws SQLException {
        return session.list(ALL, row -> read(row, workflow, values), workflow);
    }

    static @Nullable Step find(Session session, String workflow, String step) throws SQLException {
        LargeValues values = LargeValues.in(session);
        return session.first(ONE, row -> read(row, workflow, values), workflow, step)
                .orElse(null);
    }

    /** The keys of the steps that have an outcome, or wait and are {@code answered}, in their order. */
    static List<String> settled(Session session, long workflow, Set<String> answered) throws SQLException {
        return session.list(NOT_OPEN, row -> settled(row, answered), workflow).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> settled(Row row, Set<String> answered) throws SQLException {
        String step = row.text("step");
        boolean waits = row.one("status", StepStatus.class) == StepStatus.PAUSED;
        return waits && !answered.contains(step) ? Optional.empty() : Optional.of(step);
    }

    private static Step read(Row row, String workflow, LargeValues values) throws SQLException {
        byte[] outcome = row.bytesOrNull("outcome");
        Frame.BlobSource blobs = values.of(workflow, row.text("step"));
        return new Step(
                new StepId(
                        row.text("step"),
                        row.text("node"),
                        row.small("iteration"),
                        row.textOrNull("item"),
                        row.text("hash")),
                row.one("status", StepStatus.class),
                row.small("attempt"),
                outcome == null ? null : outcome(outcome, row, blobs),
                Errors.read(row),
                row.number("started_at"),
                row.number("finished_at"),
                row.text("copied_from"));
    }

    private static StepOutcome outcome(byte[] frame, Row row, Frame.BlobSource blobs) throws SQLException {
        String opened = row.text("opened");
        List<String> names = opened.isEmpty() ? List.of() : List.of(opened.split("\n"));
        return new StepOutcome(Frame.read(frame, blobs), names, row.flag("cached"));
    }

    // Writing beside transitions

    /** Gives a workflow a step of another one. */
    static void copy(Transaction transaction, State from, long to, String step, long place) throws SQLException {
        transaction.session().update(COPY, to, from.id(), place, from.number(), step);
        Blobs.copyUse(transaction, from.number(), to, step);
    }

    /** Gives a workflow a step, instead of what it may have. */
    static void give(Transaction transaction, long workflow, Step step, long place) throws SQLException {
        Blobs blobs = new Blobs();
        StepOutcome outcome = step.outcome();
        byte[] frame = outcome == null
                ? null
                : Frame.of(outcome.values(), blobs.of(step.id().key()));
        transaction.session().update(DELETE_FOR_GIVEN, workflow, step.id().key());
        @Nullable Object[] row = row(step, frame, place);
        row[0] = workflow;
        transaction.session().update(INSERT, row);
        blobs.write(transaction, workflow);
    }

    /** Completes a step by hand. */
    static void settle(Transaction transaction, long workflow, String step, StepOutcome outcome) throws SQLException {
        Blobs blobs = new Blobs();
        byte[] frame = Frame.of(outcome.values(), blobs.of(step));
        String opened = String.join("\n", outcome.opened());
        transaction.session().update(SETTLE, frame, opened, outcome.cached(), transaction.now(), workflow, step);
        blobs.write(transaction, workflow);
    }
}
