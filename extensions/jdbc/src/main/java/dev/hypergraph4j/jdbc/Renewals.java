package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Checkpointer.Renewal;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Lease;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        try (Session session = database.openReader()) {
            long until = Times.in(database.dialect().clock(session), claimant.lease());
            Object[] held = held(session, leases, claimant);
            session.list(RENEW, row -> add(row, good), held[0], held[1], held[2], until);
            if (good.size() < leases.size()) {
                // Whoever has locked a row keeps it from others, too: its lease is good for as long as nothing else is
                // written.
                session.list(GOOD, row -> add(row, good), held);
            }
        }
        List<Renewal> renewed = new ArrayList<>();
        leases.stream().filter(good::containsKey).forEach(lease -> renewed.add(good.get(lease)));
        return renewed;
    }

    private static Object[] held(Session session, Collection<Lease> leases, Claimant claimant) throws SQLException {
        Object[] workflows = leases.stream().map(Lease::workflow).toArray();
        Object[] epochs = leases.stream().map(Lease::epoch).toArray();
        return new Object[] {session.array("text", workflows), session.array("bigint", epochs), claimant.worker()};
    }

    private static boolean add(Row row, Map<Lease, Renewal> good) throws SQLException {
        Lease lease = new Lease(row.text("id"), row.number("epoch"));
        return good.putIfAbsent(lease, new Renewal(lease, row.flag("cancel_requested"))) == null;
    }
}
