package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.MissingValueException;
import dev.hypergraph4j.runtime.durable.Payload;
import java.sql.SQLException;

/** Reads the values of workflows that are too large for their rows, and knows whose they are: who is to restore one has to be told. */
final class LargeValues {
    private final Session session;
    private final boolean isOnlyLookedAt;

    private LargeValues(Session session, boolean isOnlyLookedAt) {
        this.session = session;
        this.isOnlyLookedAt = isOnlyLookedAt;
    }

    /** For those who go on with what they read: a value that is missing is a {@link MissingValueException}. */
    static LargeValues in(Session session) {
        return new LargeValues(session, false);
    }

    /** For those who look: a value that is missing is a {@link Payload.Missing}. */
    static LargeValues toLookAt(Session session) {
        return new LargeValues(session, true);
    }

    /** Those of a step; of the workflow itself where the step is empty. */
    Frame.BlobSource of(String workflow, String step) {
        return hash -> {
            try {
                return read(hash);
            } catch (MissingValueException missing) {
                if (isOnlyLookedAt) {
                    return new Payload.Missing(hash, missing.why());
                }
                throw missing.of(workflow, step);
            }
        };
    }

    private Payload read(String hash) throws SQLException {
        return Payload.of(Blobs.get(session, hash).value());
    }
}
