package dev.hypergraph4j.runtime.cache;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps what nodes gave, so that the same code need not compute from equal inputs what it did before, in whatever graph or run.
 *
 * <p>Implementations are thread-safe. One that can't reach its store says that it has nothing, and forgets, rather than throw: a run can do
 * without it. The values are those that other nodes get: who stores them elsewhere must give back equal ones, and nobody may change them.
 */
public interface Cache {

    /** What was put under this key, if it is still there. */
    Optional<NodeOutputs> lookup(CacheKey key);

    /** Keeps what an execution of a node gave, instead of what was there under this key. */
    void put(CacheKey key, NodeOutputs outputs);

    /**
     * The same as {@link #lookup(CacheKey)} for a cache that writes values down, and has to know what they are declared as.
     *
     * @param types gives the declared types of the outputs, in their order; of a gate, whose outputs are names, as many as there may be
     */
    default Optional<NodeOutputs> lookup(CacheKey key, Supplier<List<Type>> types) {
        return lookup(key);
    }

    /** The same as {@link #put(CacheKey, NodeOutputs)} for a cache that writes values down, and has to know what they are declared as. */
    default void put(CacheKey key, NodeOutputs outputs, Supplier<List<Type>> types) {
        put(key, outputs);
    }
}
