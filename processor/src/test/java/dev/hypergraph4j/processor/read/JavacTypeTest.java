package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.ValueType;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavacTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    int                      | int                   | int
                    String[][]               | String[][]            | java.lang.String[][]
                    Map.Entry<String, int[]> | Entry<String, int[]>  | java.util.Map.Entry<java.lang.String, int[]>
                    List<? extends Number>   | List<? extends Number>| java.util.List<? extends java.lang.Number>
                    List<? super Integer>    | List<? super Integer> | java.util.List<? super java.lang.Integer>
                    List<?>[]                | List<?>[]             | java.util.List<?>[]
                    List                     | List                  | java.util.List
                    """)
    void typesAreDisplayed(String type, String simple, String qualified) {
        read(type + " x", types -> {
            assertThat(types.get(0).display()).isEqualTo(simple);
            assertThat(types.get(0).qualifiedDisplay()).isEqualTo(qualified);
            assertThat(types.get(0)).hasToString(simple);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    int                | long                  | true
                    long               | int                   | false
                    int                | Integer               | true
                    Integer            | long                  | true
                    int                | Object                | true
                    int                | Long                  | false
                    String             | CharSequence          | true
                    List<String>       | Collection<String>    | true
                    List<String>       | List<Object>          | false
                    List<Integer>      | List<? extends Number>| true
                    ArrayList          | List<String>          | true
                    String[]           | Object[]              | true
                    int[]              | Integer[]             | false
                    """)
    void assignabilityIsTheCompilers(String from, String to, boolean assignable) {
        read(
                from + " x, " + to + " y",
                types -> assertThat(types.get(0).isAssignableTo(types.get(1))).isEqualTo(assignable));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    int                     | int                     | true
                    int                     | Integer                 | false
                    List<String>            | java.util.List<String>  | true
                    List<String>            | List<Object>            | false
                    List<?>                 | List<?>                 | true
                    List<? extends Number>  | List<? extends Number>  | true
                    List<? extends Number>  | List<? extends Integer> | false
                    @Marked String          | String                  | true
                    """)
    void typesAreEqualIfTheyAreTheSame(String one, String other, boolean equal) {
        read(one + " x, " + other + " y", types -> {
            assertThat(types.get(0).equals(types.get(1))).isEqualTo(equal);
            if (equal) {
                assertThat(types.get(0)).hasSameHashCodeAs(types.get(1));
                assertThat(types.get(0).spelling()).isEqualTo(types.get(1).spelling());
            }
        });
    }

    @Test
    void typeIsVisibleIfAllItsPartsAre() {
        String source = """
                package p;
                public class X {
                    @Node void f(Open a, Closed b, List<? extends Closed[]> c, Closed.In d, Open.In e, int f, Open.Mine g) {}
                    public static class Open { public static class In {} protected static class Mine {} }
                    static class Closed { public static class In {} }
                    private static class Own {}
                    @Node void g(Own a) {}
                }
                """;
        Reading.of(source).methods("p.X", methods -> {
            assertThat(types(methods.get(0)))
                    .extracting(type -> type.isVisibleFrom("q"))
                    .containsExactly(true, false, false, false, true, true, false);
            assertThat(types(methods.get(0))).allMatch(type -> type.isVisibleFrom("p"));
            assertThat(types(methods.get(1))).noneMatch(type -> type.isVisibleFrom("p"));
        });
    }

    private static void read(String parameters, Consumer<List<ValueType>> assertions) {
        String source = """
                package p;
                class X { @Node void f(%s) {} }
                @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) @interface Marked {}
                """;
        Reading.of(source.formatted(parameters)).method(method -> assertions.accept(types(method)));
    }

    private static List<ValueType> types(NodeMethod method) {
        return method.parameters().stream().map(parameter -> parameter.type()).toList();
    }
}
