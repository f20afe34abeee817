package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.durable.MissingValueException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The large values of one transition on their way to the store, and how each of them is had back. */
final class Blobs {
    static final String TABLE = "hg_blob";

    // That it was used is written even where it is there: housekeeping in another process then leaves it alone.
    private static final String PUT = """
            INSERT INTO hg_blob (hash, codec, size, bytes, used_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (hash) DO UPDATE SET used_at = excluded.used_at""";

    private static final String USE =
            "INSERT INTO hg_blob_use (workflow, step, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private static final String GET = "SELECT codec, size, bytes FROM hg_blob WHERE hash = ?";

    private static final String COPY_USE = """
            INSERT INTO hg_blob_use (workflow, step, hash)
            SELECT ?, step, hash FROM hg_blob_use WHERE workflow = ? AND step = ? ON CONFLICT DO NOTHING""";

    private record Use(String step, Blob blob) {}

    private final List<Use> uses = new ArrayList<>();

    boolean isEmpty() {
        return uses.isEmpty();
    }

    /** Takes the values of a step; of the workflow itself where the step is empty. */
    Frame.BlobSink of(String step) {
        return blob -> uses.add(new Use(step, blob));
    }

    /** Writes them as values of the workflow with this number. */
    void write(Transaction transaction, long workflow) throws SQLException {
        List<@Nullable Object[]> blobs = new ArrayList<>();
        List<@Nullable Object[]> used = new ArrayList<>();
        for (Use use : uses) {
            Blob blob = use.blob;
            blobs.add(new Object[] {blob.hash(), Blob.CODEC, blob.size(), blob.bytes(), transaction.now()});
            used.add(new Object[] {workflow, use.step, blob.hash()});
        }
        transaction.session().batch(PUT, blobs);
        transaction.session().batch(USE, used);
    }

    /**
     * A blob by its hash.
     *
     * @throws MissingValueException if it is not there
     */
    static Blob get(Session session, String hash) throws SQLException {
        return session.first(GET, row -> read(hash, row), hash)
                .orElseThrow(() -> new MissingValueException(hash, Blobs.TABLE, "is not there"));
    }

    /** Notes that a step uses what is there. */
    static void use(Transaction transaction, long workflow, String step, List<String> hashes) throws SQLException {
        for (String hash : hashes) {
            transaction.session().update(USE, workflow, step, hash);
        }
    }

    /** Notes that a step that was copied uses what the original does. */
    static void copyUse(Transaction transaction, long from, long to, String step) throws SQLException {
        transaction.session().update(COPY_USE, to, from, step);
    }

    private static Blob read(String hash, Row row) throws SQLException {
        if (!row.text("codec").equals(Blob.CODEC)) {
            throw new MissingValueException(hash, Blobs.TABLE, "is written with codec " + row.text("codec"));
        }
        return new Blob(hash, row.number("size"), row.bytes("bytes"));
    }
}
