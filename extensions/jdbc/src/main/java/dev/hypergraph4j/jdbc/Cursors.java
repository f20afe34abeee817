package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Admission;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** How far sources have been read. A cursor never goes back: a statement that would move it back changes no row. */
final class Cursors {
    private static final String ADVANCE = """
            INSERT INTO hg_cursor (source, position, at) VALUES (?, ?, ?)
            ON CONFLICT (source) DO UPDATE SET position = excluded.position, at = excluded.at
            WHERE hg_cursor.position < excluded.position""";

    private static final String OF = "SELECT position FROM hg_cursor WHERE source = ?";

    private Cursors() {}

    /** Moves the cursor on and creates what the source causes, and tells whether that was news. */
    static boolean admit(Transaction transaction, Admission admission) throws SQLException {
        String source = Texts.exact(admission.source());
        if (transaction.session().update(ADVANCE, source, admission.position(), transaction.now()) == 0) {
            return false;
        }
        if (admission.workflow() != null) {
            Workflows.ensure(transaction, admission.workflow());
        }
        return true;
    }

    static OptionalLong of(Session session, String source) throws SQLException {
        Optional<Long> position = session.first(OF, row -> row.number("position"), source);
        return position.isPresent() ? OptionalLong.of(position.get()) : OptionalLong.empty();
    }
}
