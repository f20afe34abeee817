package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.cache.CacheKey;
import dev.hypergraph4j.runtime.cache.NodeOutputs;
import dev.hypergraph4j.runtime.plan.GenericType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Outputs of nodes in the database. */
@ParameterizedClass
@EnumSource
class JdbcCacheTest extends StoreTest {

    JdbcCacheTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void cacheKeepsOutputsByTheirTypes() {
        JdbcCache cache = store.cache();
        CacheKey key = new CacheKey("digest");
        NodeOutputs outputs = new NodeOutputs(Arrays.asList(List.of(1, 2), null, "x".repeat(100_000)));
        Supplier<List<Type>> types =
                () -> List.of(GenericType.of(List.class, Integer.class), String.class, String.class);

        assertThat(cache.lookup(key, types)).isEmpty();
        cache.put(key, outputs, types);
        assertThat(cache.lookup(key, types)).contains(outputs);
        assertThat(cache.lookup(key)).isEmpty();
        assertThat(cache.lookup(key, () -> List.of(String.class, String.class, String.class)))
                .isEmpty();
        cache.put(new CacheKey("other"), new NodeOutputs(List.of(new Object())), () -> List.of(Object.class));
        assertThat(cache.lookup(new CacheKey("other"), () -> List.of(Object.class)))
                .isEmpty();

        clock.advance(Duration.ofMinutes(1));
        assertThat(cache.deleteOlderThan(Duration.ofHours(1))).isZero();
        assertThat(cache.deleteOlderThan(Duration.ZERO)).isEqualTo(1);
        store.close();
        cache.put(key, outputs, types);
        assertThat(cache.lookup(key, types)).isEmpty();
    }
}
