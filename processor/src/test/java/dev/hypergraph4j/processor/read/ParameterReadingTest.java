package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.Parameter;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterReadingTest {

    @Test
    void parameterTakesTheValueOfItsName() {
        read("List<? extends Number> docs", parameter -> {
            assertThat(parameter.name()).isEqualTo("docs");
            assertThat(parameter.value()).isEqualTo("docs");
            assertThat(parameter.type().display()).isEqualTo("List<? extends Number>");
            assertThat(parameter.demand()).isEqualTo(Demand.REQUIRED);
            assertThat(parameter.defaultValue()).isNull();
            assertThat(parameter.declaredInput()).isFalse();
            assertThat(parameter.toleratesAbsence()).isFalse();
        });
    }

    @Test
    void fromNamesAnotherValue() {
        read("@From(\"rankedDocs\") String docs", parameter -> {
            assertThat(parameter.name()).isEqualTo("docs");
            assertThat(parameter.value()).isEqualTo("rankedDocs");
        });
    }

    @Test
    void inputIsDeclared() {
        read(
                "@Input String doc",
                parameter -> assertThat(parameter.declaredInput()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Optional<String> x                  | String
                    Optional<? extends List<String>> x  | List<String>
                    Optional<?> x                       | Object
                    Optional x                          | Object
                    final Optional<int[]> x             | int[]
                    """)
    void optionalParameterTakesItsValue(String declaration, String type) {
        read(declaration, parameter -> {
            assertThat(parameter.demand()).isEqualTo(Demand.OPTIONAL);
            assertThat(parameter.type().display()).isEqualTo(type);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Declared.Nullable String x",
                "@org.jspecify.annotations.Nullable String x",
                "int @org.jspecify.annotations.Nullable [] x",
                "java.util.@org.jspecify.annotations.Nullable List<String> x"
            })
    void nullableParameterTakesNothing(String declaration) {
        read(declaration, parameter -> {
            assertThat(parameter.demand()).isEqualTo(Demand.NULLABLE);
            assertThat(parameter.type().spelling().toString()).doesNotContain("@");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Declared.Nullable int x",
                "@org.jspecify.annotations.Nullable String[] x",
                "List<@org.jspecify.annotations.Nullable String> x"
            })
    void whatIsNotItselfNullableIsRequired(String declaration) {
        read(declaration, parameter -> assertThat(parameter.demand()).isEqualTo(Demand.REQUIRED));
    }

    private static void read(String declaration, Consumer<Parameter> assertions) {
        String source = """
                package p;
                class X { @Node void f(%s) {} }
                class Declared { @interface Nullable {} }
                """;
        Reading.of(source.formatted(declaration))
                .method(method -> assertions.accept(method.parameters().get(0)));
    }
}
