package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Checkpointer.Renewal;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Lease;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Prolongs leases beside the writer, on a connection that is taken for it: neither long work of a step nor a row that somebody has locked may cost
 * anybody else his lease. For databases with locks on rows.
 */
final class Renewals {
    private static final String HELD = """
            hg_workflow w JOIN unnest(?::text[], ?::bigint[]) AS held (workflow, since)
              ON w.id = held.workflow AND w.epoch = held.since
            WHERE w.owner = ? AND\s""" + Workflows.RUNS;

    private static final String RENEW = "WITH free AS (SELECT w.n FROM " + HELD + """
             FOR UPDATE OF w SKIP LOCKED)
            UPDATE hg_workflow w SET lease_until = ? FROM free WHERE w.n = free.n
            RETURNING w.id AS id, w.epoch AS epoch, w.cancel_requested AS cancel_requested""";

    private static final String GOOD =
            "SELECT w.id AS id, w.epoch AS epoch, w.cancel_requested AS cancel_requested FROM " + HELD;

    /** A workflow that gets on fast has its row locked half of the time: by what is being recorded of it. */
    private static final int MOST_ATTEMPTS = 20;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Database database;
    private final Patience patience;

    Renewals(Database database, Patience patience) {
        this.database = database;
        this.patience = patience;
    }

    List<Renewal> renew(Collection<Lease> leases, Claimant claimant) {
        return leases.isEmpty() ? List.of() : patience.with("renew leases", () -> renewOnce(leases, claimant));
    }

    private List<Renewal> renewOnce(Collection<Lease> leases, Claimant claimant) throws SQLException {
        Map<Lease, Renewal> good = new HashMap<>();
        Collection<Lease> left = leases;
        try (Session session = database.openReader()) {
            for (int attempt = 1; !left.isEmpty(); attempt++) {
                good.putAll(renewed(session, left, claimant));
                Map<Lease, Renewal> locked = held(session, without(left, good), claimant);
                if (attempt == MOST_ATTEMPTS) {
                    // Whoever has locked a row for long keeps it from others, too: its lease is good for as long as
                    // nothing
                    // else is written.
                    good.putAll(locked);
                }
                left = attempt == MOST_ATTEMPTS ? List.of() : locked.keySet();
                if (!left.isEmpty()) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
        return leases.stream().filter(good::containsKey).map(good::get).toList();
    }

    private static List<Lease> without(Collection<Lease> leases, Map<Lease, Renewal> good) {
        return leases.stream().filter(lease -> !good.containsKey(lease)).toList();
    }

    /** Renews those whose rows nobody has locked. */
    private Map<Lease, Renewal> renewed(Session session, Collection<Lease> leases, Claimant claimant)
            throws SQLException {
        long until = Times.in(database.dialect().clock(session), claimant.lease());
        return byLease(session, RENEW, workflows(session, leases), epochs(session, leases), claimant.worker(), until);
    }

    /** Those that are as they were, renewed or not. */
    private static Map<Lease, Renewal> held(Session session, Collection<Lease> leases, Claimant claimant)
            throws SQLException {
        return leases.isEmpty()
                ? Map.of()
                : byLease(session, GOOD, workflows(session, leases), epochs(session, leases), claimant.worker());
    }

    private static Array workflows(Session session, Collection<Lease> leases) throws SQLException {
        return session.array("text", leases.stream().map(Lease::workflow).toArray());
    }

    private static Array epochs(Session session, Collection<Lease> leases) throws SQLException {
        return session.array("bigint", leases.stream().map(Lease::epoch).toArray());
    }

    private static Map<Lease, Renewal> byLease(Session session, String sql, Object... parameters) throws SQLException {
        Map<Lease, Renewal> found = new HashMap<>();
        session.list(
                sql,
                row -> {
                    Lease lease = new Lease(row.text("id"), row.number("epoch"));
                    found.put(lease, new Renewal(lease, row.flag("cancel_requested")));
                    return true;
                },
                parameters);
        return found;
    }
}
