package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.Durability;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A transition that is to be recorded. */
final class TransitionJob extends Job<@Nullable Void> {
    private final TransitionRows rows;

    TransitionJob(TransitionRows rows) {
        super("record a transition of workflow '" + rows.workflow() + "'");
        this.rows = rows;
    }

    TransitionRows rows() {
        return rows;
    }

    @Override
    boolean isSync() {
        return rows.transition().durability() != Durability.RELAXED;
    }

    @Override
    boolean isOurs() {
        return rows.canBeBatched();
    }

    /** Records it by itself, with what its steps want done. */
    @Override
    void run(Transaction transaction) throws SQLException {
        Segment segment = new Segment(transaction);
        segment.add(this);
        segment.write();
    }
}
