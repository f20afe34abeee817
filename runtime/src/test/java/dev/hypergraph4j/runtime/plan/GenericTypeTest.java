package dev.hypergraph4j.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GenericTypeTest {

    /** Types as reflection gives them. */
    interface Reflected {
        List<String> simple();

        Map<String, List<Map.Entry<Integer, int[]>>> nested();

        Optional<String>[] array();

        List<int[]>[][] arrays();

        String[] plainArray();

        Wrapped<Long> member();
    }

    record Wrapped<T>(T value) {}

    static Stream<Object[]> types() {
        Type entry = GenericType.of(Map.Entry.class, Integer.class, int[].class);
        return Stream.of(
                new Object[] {"simple", GenericType.of(List.class, String.class)},
                new Object[] {"nested", GenericType.of(Map.class, String.class, GenericType.of(List.class, entry))},
                new Object[] {"array", GenericType.array(GenericType.of(Optional.class, String.class))},
                new Object[] {
                    "arrays",
                    GenericType.array(GenericType.array(GenericType.of(List.class, GenericType.array(int.class))))
                },
                new Object[] {"plainArray", GenericType.array(String.class)},
                new Object[] {"member", GenericType.of(Wrapped.class, Long.class)});
    }

    @ParameterizedTest
    @MethodSource("types")
    void typeIsEqualToTheOneOfTheJdk(String method, Type type) throws NoSuchMethodException {
        Type reflected = Reflected.class.getDeclaredMethod(method).getGenericReturnType();

        assertThat(type).isEqualTo(reflected);
        assertThat(reflected).isEqualTo(type);
        assertThat(type).hasSameHashCodeAs(reflected);
        assertThat(type.getTypeName()).isEqualTo(reflected.getTypeName());
    }

    @Test
    void typesWithOtherArgumentsDiffer() {
        assertThat(GenericType.of(List.class, String.class))
                .isNotEqualTo(GenericType.of(List.class, Integer.class))
                .isNotEqualTo(GenericType.of(Optional.class, String.class))
                .isNotEqualTo(List.class);
        assertThat(GenericType.array(GenericType.of(List.class, String.class)))
                .isNotEqualTo(GenericType.array(GenericType.of(List.class, Integer.class)));
    }

    @Test
    void argumentsAreAsManyAsTheTypeHasParameters() {
        assertThatThrownBy(() -> GenericType.of(Map.class, String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.util.Map has 2 type parameters, and got 1");
        assertThatThrownBy(() -> GenericType.of(String.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void argumentsCannotBeChanged() {
        Type[] arguments = {String.class};
        Type type = GenericType.of(List.class, arguments);
        arguments[0] = Integer.class;
        GenericType.of(List.class, String.class).getActualTypeArguments()[0] = Integer.class;

        assertThat(type).isEqualTo(GenericType.of(List.class, String.class));
    }
}
