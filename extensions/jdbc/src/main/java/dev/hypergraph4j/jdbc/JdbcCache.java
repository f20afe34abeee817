package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.runtime.cache.Cache;
import dev.hypergraph4j.runtime.cache.CacheKey;
import dev.hypergraph4j.runtime.cache.NodeOutputs;
import dev.hypergraph4j.runtime.durable.MissingValueException;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.UnpersistableValueException;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Outputs that were computed before, by any process that uses the database: the cache of a {@link JdbcCheckpointer}. They are kept until
 * {@link #deleteOlderThan} takes them away.
 *
 * <p>Outputs that can't be written down are not kept, and those that can't be read are not there. Thread-safe.
 */
public final class JdbcCache implements Cache {
    private static final String GET = "SELECT outputs FROM hg_cache WHERE digest = ?";

    private static final String PUT = """
            INSERT INTO hg_cache (digest, outputs, at) VALUES (?, ?, ?)
            ON CONFLICT (digest) DO UPDATE SET outputs = excluded.outputs, at = excluded.at""";

    private static final String DELETE = "DELETE FROM hg_cache WHERE at <= ?";

    private final JdbcCheckpointer store;

    JdbcCache(JdbcCheckpointer store) {
        this.store = store;
    }

    /** Nothing: without its types no output can be read. */
    @Override
    public Optional<NodeOutputs> lookup(CacheKey key) {
        return Optional.empty();
    }

    /** Keeps nothing: without their types no outputs can be written. */
    @Override
    public void put(CacheKey key, NodeOutputs outputs) {}

    @Override
    public Optional<NodeOutputs> lookup(CacheKey key, Supplier<List<Type>> types) {
        try {
            Optional<byte[]> frame = store.read(
                    "look into the cache", session -> session.first(GET, row -> row.bytes("outputs"), key.digest()));
            return frame.isEmpty() ? Optional.empty() : Optional.of(outputs(frame.get(), types.get()));
        } catch (StoreException | UnpersistableValueException | SQLException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void put(CacheKey key, NodeOutputs outputs, Supplier<List<Type>> types) {
        try {
            byte[] frame = frame(outputs, types.get());
            // What is lost in a power cut is computed again.
            store.write(new WorkJob<>(
                    "put into the cache",
                    false,
                    transaction -> transaction.session().update(PUT, key.digest(), frame, transaction.now())));
        } catch (StoreException | UnpersistableValueException unwritable) {
            // It is computed again.
        }
    }

    /**
     * Deletes what was put there longer ago.
     *
     * @return how many executions were forgotten
     * @throws StoreException if the database can't be reached
     */
    public int deleteOlderThan(Duration age) {
        return store.write(new WorkJob<>(
                "tidy the cache",
                false,
                transaction -> transaction.session().update(DELETE, Times.before(transaction.now(), age))));
    }

    private byte[] frame(NodeOutputs outputs, List<Type> types) {
        List<@Nullable Payload> payloads = new ArrayList<>();
        for (int i = 0; i < outputs.values().size(); i++) {
            Object value = outputs.values().get(i);
            payloads.add(value == null ? null : store.codec().encode(value, types.get(i)));
        }
        return Frame.whole(payloads);
    }

    private NodeOutputs outputs(byte[] frame, List<Type> types) throws SQLException {
        List<@Nullable Payload> payloads = Frame.read(frame, hash -> {
            throw new MissingValueException(hash, Blobs.TABLE, "is not there");
        });
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < payloads.size(); i++) {
            Payload payload = payloads.get(i);
            values.add(payload == null ? null : store.codec().decode(payload, types.get(i)));
        }
        return new NodeOutputs(values);
    }
}
