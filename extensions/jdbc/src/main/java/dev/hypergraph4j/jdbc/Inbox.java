package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.InboxMessage;
import dev.hypergraph4j.runtime.durable.MessageReceipt;
import dev.hypergraph4j.runtime.durable.Payload;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages that workflows are sent, each of which answers one question. They remain until their workflow is compacted. */
final class Inbox {
    /** What a step has taken that is superseded waits for the next question. What it may have taken before was of no use in another workflow. */
    static final String GIVE_BACK = """
            UPDATE hg_inbox SET step = '' WHERE n =
              (SELECT MAX(i.n) FROM hg_inbox i WHERE i.workflow = ? AND i.step = ?)""";

    /** What large values of messages are used by until they are taken: the key of no step, whose compaction takes them away as those of all steps. */
    private static final String WAITING = "(inbox)";

    private static final String INSERT = """
            INSERT INTO hg_inbox (workflow, question, id, payload, sent_by, sent_at, step)
            VALUES (?, ?, ?, ?, ?, ?, '')""";

    private static final String SELECT =
            "SELECT w.id AS workflow, i.n AS n, question, i.id AS id, payload, sent_by, sent_at, step"
                    + " FROM hg_inbox i JOIN hg_workflow w ON w.n = i.workflow WHERE ";

    private static final String OF = SELECT + "w.id = ? ORDER BY i.n";
    private static final String KNOWN = SELECT + "w.id = ? AND question = ? AND i.id = ?";

    private static final String NEXT = """
            SELECT n, payload, sent_by FROM hg_inbox
            WHERE workflow = ? AND question = ? AND step = '' ORDER BY n LIMIT 1""";

    private static final String TAKE = "UPDATE hg_inbox SET step = ? WHERE n = ?";

    private static final String COPY = """
            INSERT INTO hg_inbox (workflow, question, id, payload, sent_by, sent_at, step)
            SELECT ?, question, id, payload, sent_by, sent_at, step FROM hg_inbox WHERE workflow = ? ORDER BY n""";

    /**
     * A question that is asked, of a workflow that is locked.
     *
     * @param key under which it is asked
     */
    record Asking(String step, String key) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Waiting(long number, byte[] payload, String by) {}

    private final Transaction transaction;

    Inbox(Transaction transaction) {
        this.transaction = transaction;
    }

    Optional<MessageReceipt> send(String workflow, String question, String id, Payload payload, String by)
            throws SQLException {
        State state = State.of(transaction, workflow);
        if (state == null) {
            return Optional.empty();
        }
        Optional<InboxMessage> known = find(transaction.session(), workflow, question, id);
        if (known.isPresent() || state.isOver() || state.cancelRequested()) {
            return known.map(message -> new MessageReceipt(message, false));
        }
        insert(state, question, id, payload, by);
        answerOpen(state, question);
        return find(transaction.session(), workflow, question, id).map(message -> new MessageReceipt(message, true));
    }

    private void insert(State state, String question, String id, Payload payload, String by) throws SQLException {
        Blobs blobs = new Blobs();
        byte[] frame = Frame.of(payload, blobs.of(WAITING));
        blobs.write(transaction, state.number());
        transaction
                .session()
                .update(
                        INSERT,
                        state.number(),
                        Texts.exact(question),
                        Texts.exact(id),
                        frame,
                        Texts.readable(by),
                        transaction.now());
    }

    /** The message that waits longest comes first. */
    private void answerOpen(State state, String question) throws SQLException {
        Optional<String> step = Questions.firstOpen(transaction.session(), state.number(), question);
        Optional<Waiting> waiting = next(state.number(), question);
        if (step.isPresent() && waiting.isPresent()) {
            new Answers(transaction).settle(state, taken(state.number(), state.id(), step.get(), waiting.get()));
        }
    }

    /** A message whose payload is missing is known all the same. */
    static Optional<InboxMessage> find(Session session, String workflow, String question, String id)
            throws SQLException {
        LargeValues values = LargeValues.toLookAt(session);
        return session.first(KNOWN, row -> read(row, values), workflow, question, id);
    }

    /**
     * Answers questions that have just been asked, each with the message that waits longest for one under its key, if one does.
     *
     * @param workflow the number of the workflow that asks
     * @return what the journal is to be told
     */
    List<Journal.Line> answer(long workflow, String id, List<Asking> askings) throws SQLException {
        List<Journal.Line> lines = new ArrayList<>();
        for (Asking asking : askings) {
            Optional<Waiting> waiting = next(workflow, asking.key);
            if (waiting.isPresent()) {
                Questions.Due answer = taken(workflow, id, asking.step, waiting.get());
                Questions.require(transaction, workflow, answer);
                lines.add(new Journal.Line("ANSWERED", asking.step, 0, answer.by()));
            }
        }
        return lines;
    }

    private Optional<Waiting> next(long workflow, String question) throws SQLException {
        return transaction
                .session()
                .first(
                        NEXT,
                        row -> new Waiting(row.number("n"), row.bytes("payload"), row.text("sent_by")),
                        workflow,
                        question);
    }

    /** Takes a message for a step, and gives it as the answer that it is. */
    private Questions.Due taken(long workflow, String id, String step, Waiting message) throws SQLException {
        transaction.session().update(TAKE, step, message.number);
        use(workflow, step, message.payload);
        return new Questions.Due(id, step, message.payload, message.by);
    }

    /** An answer that is large is used by the step that it answers: who takes over that takes over its values. */
    private void use(long workflow, String step, byte[] frame) throws SQLException {
        List<String> hashes = new ArrayList<>();
        var unused = Frame.readOne(frame, hash -> {
            hashes.add(hash);
            return new Payload.Missing(hash, "is not read here");
        });
        Blobs.use(transaction, workflow, step, hashes);
    }

    /** The messages of a workflow. */
    static List<InboxMessage> of(Session session, String workflow) throws SQLException {
        LargeValues values = LargeValues.toLookAt(session);
        return session.list(OF, row -> read(row, values), workflow);
    }

    /** Gives a workflow the messages of another one. */
    static void copy(Transaction transaction, long from, long to) throws SQLException {
        Blobs.copyUse(transaction, from, to, WAITING);
        transaction.session().update(COPY, to, from);
    }

    private static InboxMessage read(Row row, LargeValues values) throws SQLException {
        String workflow = row.text("workflow");
        return new InboxMessage(
                workflow,
                row.text("question"),
                row.text("id"),
                Frame.readOne(row.bytes("payload"), values.of(workflow, WAITING)),
                row.text("sent_by"),
                row.number("sent_at"),
                row.text("step"));
    }
}
