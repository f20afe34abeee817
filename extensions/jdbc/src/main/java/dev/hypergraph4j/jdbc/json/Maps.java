package dev.hypergraph4j.jdbc.json;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The kinds of maps. */
final class Maps {
    /** Makes the shape of a kind. */
    @FunctionalInterface
    interface Kind {
        Shape of(ValueType type, Shape key, Shape value) throws UnfitException;
    }

    static final Map<Class<?>, Kind> KINDS = Map.of(
            Map.class, map(keys -> LinkedHashMap::new),
            HashMap.class, map(keys -> HashMap::new),
            LinkedHashMap.class, map(keys -> LinkedHashMap::new),
            EnumMap.class, map(keys -> () -> ofEnums(keys)));

    private Maps() {}

    private static Kind map(Function<Class<?>, Supplier<Map<Object, @Nullable Object>>> kind) {
        return (type, key, value) -> {
            Supplier<Map<Object, @Nullable Object>> empty =
                    kind.apply(key.type().raw());
            if (key instanceof TextShape text) {
                return new MapShape(type, empty, text, value);
            }
            ValueType entry = new ValueType(Map.Entry.class, type.arguments());
            return new PairsShape(type, empty, new EntryShape(entry, key, value));
        };
    }

    /** What is written, as a map of {@code type}; one that has equal keys several times could not be read back. */
    static Map<?, ?> readable(Object written, ValueType type) throws UnfitException {
        if (!(written instanceof Map<?, ?> map)
                || !type.raw().isInstance(written)
                || written instanceof IdentityHashMap<?, ?>) {
            throw new UnfitException("it is a " + written.getClass().getName());
        }
        return map;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // An EnumMap has keys of an enum, which is all that can be said here.
    private static Map<Object, @Nullable Object> ofEnums(Class<?> keys) {
        return new EnumMap(keys);
    }
}
