package dev.hypergraph4j.runtime.log;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes plain maps, lists, texts, numbers and booleans of users' values. Their code is not trusted: a value whose methods throw, or that contains
 * itself, gives a text that says so, since reading a log must not fail.
 */
final class PlainValue {
    private static final int DEEPEST = 32;
    private static final String CUT = "...";

    /** Plain already; other kinds of numbers may be anything. */
    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class);

    /** The containers around the value at hand. */
    private final Set<Object> around = Collections.newSetFromMap(new IdentityHashMap<>());

    private PlainValue() {}

    static @Nullable Object of(@Nullable Object value) {
        return new PlainValue().plain(value);
    }

    /** What {@code reader} reads of {@code value}, or what went wrong. */
    static <T> @Nullable String text(T value, Function<T, @Nullable String> reader) {
        try {
            return reader.apply(value);
        } catch (RuntimeException | StackOverflowError failure) {
            return unreadable(value, failure);
        }
    }

    private @Nullable Object plain(@Nullable Object value) {
        if (value == null || PLAIN.contains(value.getClass())) {
            return value;
        }
        if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Map
                || value instanceof Collection
                || value.getClass().isArray()) {
            return contents(value);
        }
        return text(value, Object::toString);
    }

    private Object contents(Object container) {
        if (around.size() == DEEPEST || !around.add(container)) {
            return CUT;
        }
        try {
            if (container instanceof Map<?, ?> map) {
                return map(map);
            }
            return container instanceof Collection<?> collection ? list(collection) : array(container);
        } catch (RuntimeException failure) {
            return unreadable(container, failure);
        } finally {
            around.remove(container);
        }
    }

    private Map<String, @Nullable Object> map(Map<?, ?> map) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((key, value) -> plain.put(String.valueOf(text(key, String::valueOf)), plain(value)));
        return Collections.unmodifiableMap(plain);
    }

    private List<@Nullable Object> list(Collection<?> collection) {
        List<@Nullable Object> plain = new ArrayList<>(collection.size());
        collection.forEach(element -> plain.add(plain(element)));
        return Collections.unmodifiableList(plain);
    }

    private List<@Nullable Object> array(Object array) {
        int length = Array.getLength(array);
        List<@Nullable Object> plain = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            plain.add(plain(Array.get(array, i)));
        }
        return Collections.unmodifiableList(plain);
    }

    private static String unreadable(@Nullable Object value, Throwable failure) {
        String type = value == null ? "null" : value.getClass().getName();
        return type + " (unreadable: " + failure.getClass().getName() + ")";
    }
}
