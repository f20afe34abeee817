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
    /** What a step has taken that is superseded waits for the next question. */
    static final String GIVE_BACK = "UPDATE hg_inbox SET step = '' WHERE workflow = ? AND step = ?";

    private static final String INSERT = """
            INSERT INTO hg_inbox (workflow, question, id, payload, sent_by, sent_at, step)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private static final String SELECT =
            "SELECT w.id AS workflow, i.n AS n, question, i.id AS id, payload, sent_by, sent_at, step"
                    + " FROM hg_inbox i JOIN hg_workflow w ON w.n = i.workflow WHERE ";

    private static final String OF = SELECT + "w.id = ? ORDER BY i.n";
    private static final String KNOWN = SELECT + "i.workflow = ? AND question = ? AND i.id = ?";

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
        Optional<InboxMessage> known = known(state, question, id);
        if (known.isPresent() || state.isOver()) {
            return known.map(message -> new MessageReceipt(message, false));
        }
        Blobs blobs = new Blobs();
        byte[] frame = Frame.of(payload, blobs.of(""));
        blobs.write(transaction, state.number());
        String step = Questions.firstOpen(transaction.session(), state.number(), question)
                .orElse("");
        insert(state, new InboxMessage(workflow, question, id, payload, by, transaction.now(), step), frame);
        if (!step.isEmpty()) {
            use(state.number(), step, frame);
            new Answers(transaction).settle(state, new Questions.Due(workflow, step, frame, by));
        }
        return known(state, question, id).map(message -> new MessageReceipt(message, true));
    }

    private void insert(State state, InboxMessage message, byte[] frame) throws SQLException {
        transaction
                .session()
                .update(
                        INSERT,
                        state.number(),
                        Texts.exact(message.question()),
                        Texts.exact(message.id()),
                        frame,
                        Texts.readable(message.by()),
                        message.sentAt(),
                        message.step());
    }

    /** A message whose payload is missing is known all the same. */
    private Optional<InboxMessage> known(State state, String question, String id) throws SQLException {
        LargeValues values = LargeValues.toLookAt(transaction.session());
        return transaction.session().first(KNOWN, row -> read(row, values), state.number(), question, id);
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
                take(workflow, asking.step, waiting.get());
                String by = waiting.get().by;
                Questions.Due answer = new Questions.Due(id, asking.step, waiting.get().payload, by);
                Questions.require(transaction, workflow, answer);
                lines.add(new Journal.Line("ANSWERED", asking.step, 0, by));
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

    private void take(long workflow, String step, Waiting message) throws SQLException {
        transaction.session().update(TAKE, step, message.number);
        use(workflow, step, message.payload);
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
        Blobs.copyUse(transaction, from, to, "");
        transaction.session().update(COPY, to, from);
    }

    private static InboxMessage read(Row row, LargeValues values) throws SQLException {
        String workflow = row.text("workflow");
        return new InboxMessage(
                workflow,
                row.text("question"),
                row.text("id"),
                Frame.readOne(row.bytes("payload"), values.of(workflow, "")),
                row.text("sent_by"),
                row.number("sent_at"),
                row.text("step"));
    }
}
