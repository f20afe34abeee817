package dev.hypergraph4j.jdbc;

import java.sql.SQLException;

/** What a transaction leaves in the database that no other leaves: by it it is certain whether one went through whose commit failed. */
interface Trace {

    /**
     * Whether the last transaction that was to leave it is in the database. If that one is still under way, waits for its end, even if its connection is
     * gone.
     */
    boolean isThere(Session session, String forUpdate) throws SQLException;
}
