package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.NewQuestion;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What workflows ask, and what is answered. An answer never changes: a statement that would change one changes no row. */
final class Questions {
    private static final String ASKED = """
            step, iteration, answer_key, prompt, answer_name, answer_type, answer_schema, options, evidence,
            asked_at, due_at, answer, answered_by, answered_at""";

    static final String ASK = "INSERT INTO hg_question (workflow, " + ASKED + """
            , due_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULL, '', 0, '')
            ON CONFLICT (workflow, step) DO UPDATE SET
              answer_key = excluded.answer_key, prompt = excluded.prompt, answer_name = excluded.answer_name,
              answer_type = excluded.answer_type, answer_schema = excluded.answer_schema, options = excluded.options,
              evidence = excluded.evidence, asked_at = excluded.asked_at
            WHERE hg_question.answer IS NULL""";

    /** What is asked by a step that is superseded counts no more, nor does its answer. */
    static final String FORGET = "DELETE FROM hg_question WHERE workflow = ? AND step = ?";

    private static final String SELECT =
            "SELECT w.id AS id, " + ASKED + " FROM hg_question q JOIN hg_workflow w ON w.n = q.workflow WHERE ";
    private static final String OF = SELECT + "w.id = ?";
    private static final String ALL = OF + " ORDER BY q.n";
    private static final String ONE = OF + " AND step = ?";

    /** A step may have come to its end without an answer in the store, with one that its run was given: nobody waits for another one then. */
    private static final String IS_OPEN = """
             answer IS NULL AND NOT EXISTS (SELECT 1 FROM hg_step s WHERE s.workflow = %1$s.workflow
            AND s.step = %1$s.step AND s.status IN ('COMPLETED', 'FAILED'))""";

    private static final String OPEN = IS_OPEN.formatted("q");

    private static final String OPEN_UNDER =
            OF + " AND answer_key = ? AND" + OPEN + " AND " + Workflows.GOES_ON + " ORDER BY q.n LIMIT 1";

    private static final String PENDING = SELECT + OPEN + " AND " + Workflows.GOES_ON + " ORDER BY asked_at, q.n";

    private static final String OF_STEP = " WHERE workflow = ? AND step = ? AND " + IS_OPEN.formatted("hg_question");

    private static final String FIRST_OPEN = "SELECT step FROM hg_question WHERE workflow = ? AND answer_key = ? AND "
            + IS_OPEN.formatted("hg_question") + " ORDER BY n LIMIT 1";

    private static final String ANSWER =
            "UPDATE hg_question SET answer = ?, answered_by = ?, answered_at = ?, due_answer = NULL" + OF_STEP;

    private static final String SCHEDULE = "UPDATE hg_question SET due_answer = ?, due_at = ?, due_by = ?" + OF_STEP;

    private static final String ARE_DUE = """
            SELECT w.id AS id, step, due_answer, due_by FROM hg_question q JOIN hg_workflow w ON w.n = q.workflow
            WHERE due_answer IS NOT NULL AND due_at <= ? AND""" + OPEN + " AND " + Workflows.GOES_ON;

    private static final String IN_THEIR_ORDER = " ORDER BY due_at, q.n LIMIT 500";
    private static final String DUE = ARE_DUE + IN_THEIR_ORDER;
    private static final String DUE_OF = ARE_DUE + " AND w.id = ?" + IN_THEIR_ORDER;

    private static final String COPY = "INSERT INTO hg_question (workflow, " + ASKED + """
            , due_by)
            SELECT ?, step, iteration, answer_key, prompt, answer_name, answer_type, answer_schema, options, evidence,
              asked_at, due_at, answer, answered_by, answered_at, due_by
            FROM hg_question WHERE workflow = ? AND step = ? AND answer IS NOT NULL""";

    private static final String NEXT_DUE = """
            SELECT due_at FROM hg_question q JOIN hg_workflow w ON w.n = q.workflow
            WHERE %s AND due_answer IS NOT NULL AND due_at > ? AND %s
            ORDER BY due_at LIMIT 1""".formatted(OPEN, Workflows.GOES_ON);

    /** An answer that is due. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Due(String workflow, String step, byte[] answer, String by) {}

    private Questions() {}

    static @Nullable Object[] row(String step, int iteration, NewQuestion question, long at, Blobs blobs) {
        Frame.BlobSink sink = blobs.of(step);
        return new @Nullable Object[] {
            null,
            step,
            iteration,
            Texts.readable(question.key()),
            Texts.readable(question.prompt()),
            question.answerName(),
            question.answerType(),
            Texts.readable(question.schema()),
            Frame.of(question.options(), sink),
            Frame.of(question.evidence(), sink),
            at
        };
    }

    static List<PendingQuestion> all(Session session, String workflow, LargeValues values) throws SQLException {
        return session.list(ALL, row -> read(row, values), workflow);
    }

    static @Nullable PendingQuestion find(Session session, String workflow, String step) throws SQLException {
        LargeValues values = LargeValues.in(session);
        return session.first(ONE, row -> read(row, values), workflow, step).orElse(null);
    }

    static List<PendingQuestion> pending(Session session) throws SQLException {
        LargeValues values = LargeValues.toLookAt(session);
        return session.list(PENDING, row -> read(row, values));
    }

    /** The one under a key that was asked first. */
    static Optional<PendingQuestion> open(Session session, String workflow, String key) throws SQLException {
        LargeValues values = LargeValues.toLookAt(session);
        return session.first(OPEN_UNDER, row -> read(row, values), workflow, key);
    }

    static List<Due> due(Session session, long now) throws SQLException {
        return session.list(DUE, Questions::readDue, now);
    }

    /** Those of one workflow. */
    static List<Due> due(Session session, long now, String workflow) throws SQLException {
        return session.list(DUE_OF, Questions::readDue, now, workflow);
    }

    private static Due readDue(Row row) throws SQLException {
        return new Due(row.text("id"), row.text("step"), row.bytes("due_answer"), row.text("due_by"));
    }

    /** When the next scheduled answer is due; it is not yet. */
    static OptionalLong nextDue(Session session, long now) throws SQLException {
        return session.first(NEXT_DUE, row -> row.number("due_at"), now)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Writes an answer, a frame, and tells whether there was such a question without one. */
    static boolean answer(Transaction transaction, long workflow, Due answer) throws SQLException {
        return transaction
                        .session()
                        .update(
                                ANSWER,
                                answer.answer,
                                Texts.readable(answer.by),
                                transaction.now(),
                                workflow,
                                answer.step)
                == 1;
    }

    /** Writes the answer to a question that has been asked in the same transaction. */
    static void require(Transaction transaction, long workflow, Due answer) throws SQLException {
        if (!answer(transaction, workflow, answer)) {
            throw StoreException.failedTo(
                    "answer what step '" + answer.step + "' of workflow '" + answer.workflow + "' has just asked",
                    null);
        }
    }

    /** The step that asked first of those whose questions under a key wait for an answer. */
    static Optional<String> firstOpen(Session session, long workflow, String key) throws SQLException {
        return session.first(FIRST_OPEN, row -> row.text("step"), workflow, key);
    }

    /** Writes an answer that is due later, a frame, and tells whether there is such a question without one. */
    static boolean schedule(Transaction transaction, long workflow, Due answer, long at) throws SQLException {
        String by = Texts.readable(answer.by);
        return transaction.session().update(SCHEDULE, answer.answer, at, by, workflow, answer.step) == 1;
    }

    /** Gives a workflow an answered question of another one, and tells whether there is one. */
    static boolean copy(Transaction transaction, long from, long to, String step) throws SQLException {
        Blobs.copyUse(transaction, from, to, step);
        return transaction.session().update(COPY, to, from, step) == 1;
    }

    private static PendingQuestion read(Row row, LargeValues values) throws SQLException {
        Frame.BlobSource blobs = values.of(row.text("id"), row.text("step"));
        byte[] answer = row.bytesOrNull("answer");
        NewQuestion question = new NewQuestion(
                row.text("answer_key"),
                row.text("prompt"),
                row.text("answer_name"),
                row.text("answer_type"),
                row.text("answer_schema"),
                Frame.readOne(row.bytes("options"), blobs),
                Frame.readOne(row.bytes("evidence"), blobs));
        Payload given = answer == null ? null : Frame.readOne(answer, blobs);
        return new PendingQuestion(
                row.text("id"),
                row.text("step"),
                row.small("iteration"),
                question,
                row.number("asked_at"),
                row.number("due_at"),
                given,
                row.text("answered_by"),
                row.number("answered_at"));
    }
}
