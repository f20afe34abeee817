package dev.hypergraph4j.jdbc;

import java.sql.SQLException;
import java.util.Optional;

/**
 * The process of a PostgreSQL server that a connection belongs to. It may have something to do that was sent to it and for whose answer nobody waits any
 * more: as long as it lives, that may yet be done.
 *
 * @param startedAt in microseconds since 1970: after a while another process may have the same number
 */
record Backend(long pid, long startedAt) {
    private static final String STARTED_AT = "(EXTRACT(EPOCH FROM backend_start) * 1000000)::BIGINT";
    private static final String FOUND = " FROM pg_stat_activity WHERE pid = ? AND " + STARTED_AT + " = ?";
    private static final String ALIVE = "SELECT pid" + FOUND;
    private static final String TERMINATE = "SELECT pg_terminate_backend(pid) AS told" + FOUND;

    /** Gives the connection's own, beside what else is asked for. */
    static final String OWN = ", pg_backend_pid() AS pid, (SELECT " + STARTED_AT
            + " FROM pg_stat_activity WHERE pid = pg_backend_pid()) AS started_at";

    /** Reads what {@link #OWN} gives; empty where the server does not tell. */
    static Optional<Backend> read(Row row) throws SQLException {
        long startedAt = row.number("started_at");
        return startedAt == 0 ? Optional.empty() : Optional.of(new Backend(row.number("pid"), startedAt));
    }

    /**
     * Whether it lives no more, and with it its last transaction. Where it does, it is told to end, which may take a moment; a transaction sees the same each
     * time that it asks.
     */
    boolean isGone(Session session) throws SQLException {
        boolean isAlive =
                session.first(ALIVE, row -> row.number("pid"), pid, startedAt).isPresent();
        if (isAlive) {
            session.list(TERMINATE, row -> row.text("told"), pid, startedAt);
        }
        return !isAlive;
    }
}
