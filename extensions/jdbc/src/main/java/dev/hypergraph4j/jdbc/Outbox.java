package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.WaitingMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages that steps send. Delivered ones remain until their workflow is compacted. */
final class Outbox {
    /** A message whose id was sent before, by a step that is superseded, is not sent again. */
    static final String INSERT = """
            INSERT INTO hg_outbox (workflow, step, id, ordinal, target, payload, deliveries, due_at, delivered_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)
            ON CONFLICT (id) DO UPDATE SET deliveries = hg_outbox.deliveries""";

    static final String TAKE_BACK = "DELETE FROM hg_outbox WHERE workflow = ? AND step = ? AND delivered_at = 0";

    /** A message that is to be tried again later holds up those that its workflow sent after it. */
    private static final String DUE = """
            SELECT o.id AS id, w.id AS workflow, step, ordinal, target, payload, deliveries
            FROM hg_outbox o JOIN hg_workflow w ON w.n = o.workflow
            WHERE delivered_at = 0 AND due_at <= ? AND NOT EXISTS
              (SELECT 1 FROM hg_outbox e
               WHERE e.workflow = o.workflow AND e.delivered_at = 0 AND e.n < o.n AND e.due_at > ?)
            ORDER BY o.n LIMIT ?""";

    private static final String WAITING = """
            SELECT o.id AS id, w.id AS workflow, step, ordinal, target, payload, deliveries, due_at
            FROM hg_outbox o JOIN hg_workflow w ON w.n = o.workflow
            WHERE delivered_at = 0 ORDER BY o.n LIMIT ?""";

    private static final String DELIVERED = "UPDATE hg_outbox SET delivered_at = ? WHERE id = ? AND delivered_at = 0";

    private static final String UNDELIVERED =
            "UPDATE hg_outbox SET deliveries = deliveries + 1, due_at = ? WHERE id = ? AND delivered_at = 0";

    private static final String AGAIN =
            "UPDATE hg_outbox SET deliveries = 0, due_at = 0 WHERE id = ? AND delivered_at = 0";

    private static final String SENDER = """
            SELECT w.id AS workflow, o.step AS step
            FROM hg_outbox o JOIN hg_workflow w ON w.n = o.workflow WHERE o.id = ?""";

    private Outbox() {}

    static @Nullable Object[] row(OutboxMessage message, Blobs blobs) {
        return new @Nullable Object[] {
            null,
            message.step(),
            Texts.exact(message.id()),
            message.ordinal(),
            Texts.readable(message.target()),
            Frame.of(message.payload(), blobs.of(message.step())),
            message.deliveries()
        };
    }

    /** A message whose payload is missing does not keep those of other workflows from being delivered. */
    static List<OutboxMessage> due(Session session, long now, int most) throws SQLException {
        LargeValues values = LargeValues.toLookAt(session);
        return session.list(DUE, row -> read(row, values), now, now, most);
    }

    static List<WaitingMessage> undelivered(Session session, int most) throws SQLException {
        LargeValues values = LargeValues.toLookAt(session);
        return session.list(WAITING, row -> new WaitingMessage(read(row, values), row.number("due_at")), most);
    }

    static int delivered(Transaction transaction, String message) throws SQLException {
        return transaction.session().update(DELIVERED, transaction.now(), message);
    }

    static int undelivered(Transaction transaction, String message, Duration delay) throws SQLException {
        return transaction.session().update(UNDELIVERED, Times.in(transaction.now(), delay), message);
    }

    static boolean redeliver(Transaction transaction, String message, String by) throws SQLException {
        boolean isWaiting = transaction.session().update(AGAIN, message) == 1;
        if (isWaiting) {
            note(transaction, message, "REDELIVERED", " by " + by);
        }
        return isWaiting;
    }

    static boolean strikeOut(Transaction transaction, String message, String reason, String by) throws SQLException {
        boolean isWaiting = delivered(transaction, message) == 1;
        if (isWaiting) {
            note(transaction, message, "STRUCK_OUT", " by " + by + ": " + reason);
        }
        return isWaiting;
    }

    private static void note(Transaction transaction, String message, String type, String detail) throws SQLException {
        record Sender(String workflow, String step) {}
        Sender sender = transaction
                .session()
                .first(SENDER, row -> new Sender(row.text("workflow"), row.text("step")), message)
                .orElseThrow(() -> StoreException.failedTo("find a message that it has just changed", null));
        Journal.append(transaction, sender.workflow, new Journal.Line(type, sender.step, 0, message + detail));
    }

    private static OutboxMessage read(Row row, LargeValues values) throws SQLException {
        Payload payload = Frame.readOne(row.bytes("payload"), values.of(row.text("workflow"), row.text("step")));
        return new OutboxMessage(
                row.text("id"),
                row.text("workflow"),
                row.text("step"),
                row.small("ordinal"),
                row.text("target"),
                payload,
                row.small("deliveries"));
    }
}
