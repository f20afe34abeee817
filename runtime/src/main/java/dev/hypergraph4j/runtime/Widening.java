package dev.hypergraph4j.runtime;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fits values that come without a static type to the types of inputs, as an assignment in Java would: unboxing and widening included. A boxed type
 * takes what its primitive type takes.
 */
final class Widening {
    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            boolean.class, Boolean.class,
            byte.class, Byte.class,
            short.class, Short.class,
            char.class, Character.class,
            int.class, Integer.class,
            long.class, Long.class,
            float.class, Float.class,
            double.class, Double.class);

    /** The numeric types, each widens to those behind it. */
    private static final List<Class<?>> WIDTHS =
            List.of(Byte.class, Short.class, Integer.class, Long.class, Float.class, Double.class);

    private Widening() {}

    /** {@code value} as a {@code type}; {@code null} if it does not fit. */
    static @Nullable Object to(Class<?> type, Object value) {
        Class<?> box = boxed(type);
        if (box.isInstance(value)) {
            return value;
        }
        // Where a char does not fit as it is, it goes where its number goes.
        Object number = value instanceof Character character ? Integer.valueOf(character) : value;
        int target = WIDTHS.indexOf(box);
        int source = WIDTHS.indexOf(number.getClass());
        return source < 0 || target < source ? null : widened((Number) number, target);
    }

    /** {@code Integer} for {@code int}; other types as they are. */
    static Class<?> boxed(Class<?> type) {
        return BOXES.getOrDefault(type, type);
    }

    private static Object widened(Number number, int width) {
        return switch (width) {
            case 1 -> number.shortValue();
            case 2 -> number.intValue();
            case 3 -> number.longValue();
            case 4 -> number.floatValue();
            default -> number.doubleValue();
        };
    }
}
