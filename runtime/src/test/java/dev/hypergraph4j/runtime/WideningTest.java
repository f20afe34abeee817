package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.WrongMethodTypeException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What fits the type of an input. Between primitive types, the JVM's own conversions are the reference. */
class WideningTest {
    private static final List<Class<?>> PRIMITIVES = List.of(
            boolean.class, byte.class, short.class, char.class, int.class, long.class, float.class, double.class);

    static Stream<Arguments> pairs() {
        return PRIMITIVES.stream().flatMap(source -> PRIMITIVES.stream().map(target -> Arguments.of(source, target)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void primitivesAreWidenedAsAnAssignmentDoes(Class<?> source, Class<?> target) throws Throwable {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Object value = value(source, random);

            assertThat(Widening.to(target, value)).isEqualTo(converted(source, target, value));
        }
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void boxedTypesTakeWhatTheirPrimitivesTake(Class<?> source, Class<?> target) throws Throwable {
        Object value = value(source, new Random(11));
        Class<?> box = MethodType.methodType(target).wrap().returnType();

        assertThat(Widening.to(box, value)).isEqualTo(converted(source, target, value));
    }

    @Test
    void valueOfASubtypeFitsAsItIs() {
        Object list = List.of(1);

        assertThat(Widening.to(List.class, list)).isSameAs(list);
        assertThat(Widening.to(Object.class, list)).isSameAs(list);
        assertThat(Widening.to(CharSequence.class, "text")).isEqualTo("text");
        assertThat(Widening.to(Number.class, 5)).isEqualTo(5);
        assertThat(Widening.to(Comparable.class, 'c')).isEqualTo('c');
    }

    @Test
    void valueOfAnotherTypeDoesNotFit() {
        assertThat(Widening.to(String.class, 5)).isNull();
        assertThat(Widening.to(int.class, "5")).isNull();
        assertThat(Widening.to(Map.class, List.of())).isNull();
        assertThat(Widening.to(Number.class, 'c')).isNull();
        assertThat(Widening.to(int[].class, new long[] {1})).isNull();
    }

    @Test
    void numbersThatAreNoPrimitivesAreNotConverted() {
        assertThat(Widening.to(double.class, new java.math.BigDecimal("1.5"))).isNull();
        assertThat(Widening.to(long.class, java.math.BigInteger.ONE)).isNull();
    }

    /** {@code null} where Java does not convert by itself. */
    private static @Nullable Object converted(Class<?> source, Class<?> target, Object value) throws Throwable {
        MethodHandle conversion;
        try {
            conversion = MethodHandles.identity(target).asType(MethodType.methodType(target, source));
        } catch (WrongMethodTypeException none) {
            return null;
        }
        return conversion.invokeWithArguments(value);
    }

    private static Object value(Class<?> type, Random random) {
        long bits = random.nextLong();
        return switch (type.getName()) {
            case "boolean" -> random.nextBoolean();
            case "byte" -> (byte) bits;
            case "short" -> (short) bits;
            case "char" -> (char) bits;
            case "int" -> (int) bits;
            case "long" -> bits;
            case "float" -> random.nextFloat() * bits;
            default -> random.nextDouble() * bits;
        };
    }
}
