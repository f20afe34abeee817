package dev.hypergraph4j.jdbc.json;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The kinds of optional values. */
final class Optionals {
    private Optionals() {}

    static Shape of(ValueType type, Shape value) {
        return new OptionalShape(type, value, held -> ((Optional<?>) held).orElse(null), Optional::ofNullable);
    }

    static Shape ofPrimitive(ValueType type, Shapes shapes) throws UnfitException {
        if (type.raw() == OptionalInt.class) {
            return new OptionalShape(
                    type,
                    shapes.of(plain(int.class)),
                    held -> ((OptionalInt) held).isPresent() ? ((OptionalInt) held).getAsInt() : null,
                    read -> read == null ? OptionalInt.empty() : OptionalInt.of((Integer) read));
        }
        if (type.raw() == OptionalLong.class) {
            return new OptionalShape(
                    type,
                    shapes.of(plain(long.class)),
                    held -> ((OptionalLong) held).isPresent() ? ((OptionalLong) held).getAsLong() : null,
                    read -> read == null ? OptionalLong.empty() : OptionalLong.of((Long) read));
        }
        return new OptionalShape(
                type,
                shapes.of(plain(double.class)),
                held -> ((OptionalDouble) held).isPresent() ? ((OptionalDouble) held).getAsDouble() : null,
                read -> read == null ? OptionalDouble.empty() : OptionalDouble.of((Double) read));
    }

    private static ValueType plain(Class<?> type) {
        return new ValueType(type, List.of());
    }
}
