package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Lease;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a transition that is written alone: a line of its workflow's journal. No other transaction writes one like it, since nobody else has the
 * lease, and an attempt begins and ends once under it. It costs nothing, where to write the writer's row is a good part of a small transaction.
 */
record LastLine(Lease lease, Journal.Line line) implements Trace {
    private static final Set<String> ONCE = Set.of("STARTED", "COMPLETED", "FAILED", "RETRY", "ASKED");

    private static final String WORKFLOW = "SELECT n FROM hg_workflow WHERE id = ?";

    private static final String LINE = """
            SELECT number FROM hg_journal WHERE workflow = ? AND epoch = ? AND type = ? AND step = ? AND attempt = ?""";

    /** That of jobs that are to be written together; {@code null} if they leave none. */
    static @Nullable LastLine of(List<Job<?>> jobs) {
        return jobs.size() == 1 && jobs.get(0) instanceof TransitionJob transition ? of(transition.rows()) : null;
    }

    private static @Nullable LastLine of(TransitionRows rows) {
        if (rows.transition().creation() != null) {
            return null; // Somebody else may create it at the same time, and do the same as its first worker.
        }
        LastLine last = null;
        for (Journal.Line line : rows.lines()) {
            if (ONCE.contains(line.type())) {
                last = new LastLine(rows.transition().lease(), line);
            }
        }
        return last;
    }

    @Override
    public boolean isThere(Session session, String forUpdate) throws SQLException {
        Long workflow = session.first(WORKFLOW + forUpdate, row -> row.number("n"), lease.workflow())
                .orElse(null);
        return workflow != null
                && session.first(
                                LINE,
                                row -> row.number("number"),
                                workflow,
                                lease.epoch(),
                                line.type(),
                                line.step(),
                                line.attempt())
                        .isPresent();
    }
}
