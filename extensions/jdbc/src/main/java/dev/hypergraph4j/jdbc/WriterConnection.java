package dev.hypergraph4j.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a {@link Writer}, on which its row can be locked: opened when it is needed, and dropped when it can't be trusted any more. For whoever has the
 * writer's turn.
 */
final class WriterConnection {
    private final Database database;
    private final WriterRow row;
    private @Nullable Session session;

    /** Whether a transaction may have been begun and not ended: by whoever ran out of stack, for one, while it was his turn. */
    private boolean isUnderWay;

    /** Whether the driver may have been stopped in the middle of a word to the server, or of its answer: to say more would be to wait for ever. */
    private boolean isBroken;

    WriterConnection(Database database, WriterRow row) {
        this.database = database;
        this.row = row;
    }

    /** One on which nothing has begun, for a transaction that is to {@linkplain #hasEnded end}. */
    Session begin() throws SQLException {
        if (isUnderWay) {
            drop();
        }
        isUnderWay = true;
        return open();
    }

    /** The transaction has ended, as it was to. */
    void hasEnded() {
        isUnderWay = false;
    }

    /** It may be broken: it is not to be used again. */
    void distrust() {
        isBroken = true;
    }

    /** The server's process behind it; {@code null} if that is not known. */
    @Nullable
    Backend backend() {
        return session == null ? null : session.backend();
    }

    Session open() throws SQLException {
        if (session == null) {
            session = opened();
        }
        return session;
    }

    private Session opened() throws SQLException {
        Session opened = database.openWriter();
        try {
            database.dialect().begin(opened, true);
            row.ensure(opened);
            database.dialect().commit(opened);
            return opened;
        } catch (SQLException | RuntimeException | Error failure) {
            // Else whoever tries again finds it in the middle of a transaction.
            database.dialect().closeWriter(opened);
            throw failure;
        }
    }

    void rollBack() {
        if (session == null || isBroken) {
            drop();
            return;
        }
        try {
            database.dialect().rollback(session);
            isUnderWay = false;
        } catch (SQLException broken) {
            drop();
        }
    }

    /** Closes the connection, which takes back what was not committed: it may be broken, or have statements that are. */
    void drop() {
        Session dropped = session;
        boolean wasBroken = isBroken;
        session = null;
        isUnderWay = false;
        isBroken = false;
        if (dropped != null) {
            if (wasBroken) {
                dropped.abort();
            }
            database.dialect().closeWriter(dropped);
        }
    }
}
