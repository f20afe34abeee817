package dev.hypergraph4j.jdbc.json;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
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
            Map.class, map(LinkedHashMap::new),
            HashMap.class, map(HashMap::new),
            LinkedHashMap.class, map(LinkedHashMap::new));

    private Maps() {}

    private static Kind map(Supplier<Map<Object, @Nullable Object>> empty) {
        return (type, key, value) -> {
            if (key instanceof TextShape text) {
                return new MapShape(type, empty, text, value);
            }
            ValueType entry = new ValueType(Map.Entry.class, type.arguments());
            return new PairsShape(type, empty, new EntryShape(entry, key, value));
        };
    }
}
