package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.DefaultValue.Literal;
import dev.hypergraph4j.processor.model.DefaultValue.Unfit;
import dev.hypergraph4j.processor.model.Parameter;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    int           | 5                     | 5
                    int           | -2147483648           | -2147483648
                    Integer       | +7                    | 7
                    long          | 5                     | 5L
                    Long          | -9223372036854775808  | -9223372036854775808L
                    byte          | -128                  | (byte) -128
                    Byte          | 1                     | (byte) 1
                    short         | 300                   | (short) 300
                    boolean       | true                  | true
                    Boolean       | false                 | false
                    float         | 0.5                   | 0.5F
                    Float         | NaN                   | Float.NaN
                    float         | -Infinity             | Float.NEGATIVE_INFINITY
                    double        | 1                     | 1.0
                    double        | 1e10                  | 1.0E10
                    double        | -0.0                  | -0.0
                    Double        | Infinity              | Double.POSITIVE_INFINITY
                    char          | x                     | 'x'
                    char          | \\"                   | '"'
                    char          | '                     | '\\''
                    Character     | \\\\                  | '\\\\'
                    char          | \\n                   | '\\n'
                    char          | \\0                   | '\\u0000'
                    Mode          | SLOW                  | p.Mode.SLOW
                    java.time.Duration | PT2S             | java.time.Duration.parse("PT2S")
                    Optional<Integer>  | 3                | 3
                    """)
    void textsBecomeExpressions(String type, String text, String code) {
        read("@Default(\"" + text + "\") " + type + " x", value -> {
            assertThat(value).isInstanceOf(Literal.class);
            assertThat(((Literal) value).code()).hasToString(code);
        });
    }

    @ParameterizedTest
    @CsvSource({"String", "CharSequence", "Object", "Comparable<String>", "java.io.Serializable"})
    void whateverTakesAStringGetsTheText(String type) {
        read("@Default(\"it's \\\"5\\\"\") " + type + " x", value -> {
            assertThat(((Literal) value).code()).hasToString("\"it's \\\"5\\\"\"");
            assertThat(value.display()).isEqualTo("\"it's \"5\"\"");
        });
    }

    @ParameterizedTest
    @CsvSource({"\\u2028,'\\u2028'", "\\u00e9,'\u00e9'", "\\u200b,'\\u200b'", "\\ud83d,'\\ud83d'"})
    void charactersThatCannotBeSeenAreEscaped(String text, String code) {
        read(
                "@Default(\"" + text + "\") char x",
                value -> assertThat(((Literal) value).code()).hasToString("'" + code + "'"));
    }

    @Test
    void emptyTextIsAString() {
        read(
                "@Default(\"\") String x",
                value -> assertThat(((Literal) value).code()).hasToString("\"\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    int        | five                  | is no int
                    int        | 2147483648            | is no int
                    int        | 1.0                   | is no int
                    byte       | 128                   | is no byte
                    Long       | 5L                    | is no Long
                    boolean    | yes                   | is no boolean
                    float      | 1e400                 | is no float
                    Double     | one                   | is no Double
                    char       | xy                    | is no char
                    Mode       | Fast                  | is no constant of Mode (FAST, SLOW)
                    Many       | Z                     | is no constant of Many (A, B, C, D, E, F, G, H, I, J, ...)
                    List<Mode> | FAST                  | can't be written as a List<Mode>
                    int[]      | 1                     | can't be written as a int[]
                    Optional<List<Mode>>    | FAST     | can't be written as a List<Mode>
                    java.time.Duration | 2s            | is no Duration in ISO-8601 form (as PT2S)
                    """)
    void textsThatAreNoValueAreUnfit(String type, String text, String reason) {
        read("@Default(\"" + text + "\") " + type + " x", value -> {
            assertThat(value).isInstanceOf(Unfit.class);
            assertThat(((Unfit) value).display()).isEqualTo(text);
            assertThat(((Unfit) value).reason()).isEqualTo(reason);
        });
    }

    @Test
    void parameterNeedsALiteral() {
        read("@Default String x", value -> {
            assertThat(((Unfit) value).display()).isEqualTo("@Default");
            assertThat(((Unfit) value).reason()).isEqualTo("needs a literal");
        });
    }

    @Test
    void literalsAreEqualIfTheyAreWrittenTheSame() {
        String source =
                "package p; class X { @Node void f(@Default(\"5\") int a, @Default(\"5\") long b, @Default(\"6\") int c) {} }";
        Reading.of(source).method(method -> {
            List<Parameter> parameters = method.parameters();
            assertThat(parameters.get(0).defaultValue())
                    .isEqualTo(parameters.get(1).defaultValue())
                    .hasSameHashCodeAs(parameters.get(1).defaultValue())
                    .isNotEqualTo(parameters.get(2).defaultValue());
        });
    }

    @Test
    void providerGivesTheValueOfItsName() {
        String source = """
                package p;
                public class X {
                    @Node void f(Locale locale, @From("locale") Object where, @Default("3") int n, Optional<Locale> other) {}
                    @Default public static Locale locale() { return Locale.ROOT; }
                    @Default static int n() { return 4; }
                }
                """;
        Reading.of(source).nodeClass("p.X", nodeClass -> {
            assertThat(nodeClass.unfitProviders()).isEmpty();
            assertThat(nodeClass.providers())
                    .extracting(DefaultValue.Provider::method)
                    .containsExactly("locale", "n");
            assertThat(nodeClass.providers())
                    .extracting(DefaultValue.Provider::isPublic)
                    .containsExactly(true, false);
            DefaultValue.Provider locale = nodeClass.providers().get(0);
            assertThat(locale.display()).isEqualTo("X.locale()");
            assertThat(locale.type().display()).isEqualTo("Locale");
            List<Parameter> parameters = nodeClass.methods().get(0).parameters();
            assertThat(parameters.get(0).defaultValue()).isEqualTo(locale);
            assertThat(parameters.get(1).defaultValue()).isEqualTo(locale);
            assertThat(parameters.get(2).defaultValue()).isInstanceOf(Literal.class);
            assertThat(parameters.get(3).defaultValue()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    @Default private static int x() { return 1; }          | is private
                    @Default int x() { return 1; }                         | is not static
                    @Default static int x(int y) { return 1; }             | has parameters
                    @Default static <T> int x() { return 1; }              | has type parameters
                    @Default static void x() {}                            | returns nothing
                    @Default("1") static int x() { return 1; }             | has a literal and is a method
                    @Default static long x() { return 1; }                 | gives long where int is wanted
                    @Default static int z() { return 1; }                  | is named as no parameter of a node in this class
                    """)
    void unusableProvidersAreFound(String provider, String reason) {
        Reading.of("package p; class X { @Node void f(int x) {} " + provider + " }")
                .nodeClass(
                        "p.X",
                        nodeClass -> assertThat(nodeClass.unfitProviders())
                                .singleElement()
                                .satisfies(unfit -> {
                                    assertThat(unfit.reason()).isEqualTo(reason);
                                    assertThat(unfit.display()).matches("X\\.[xz]\\(\\)");
                                }));
    }

    @Test
    void providerOfTheWrongTypeIsSaidOnce() {
        String source = """
                package p;
                class X {
                    @Node void f(int x) {}
                    @Node void g(int x) {}
                    @Default static String x() { return ""; }
                }
                """;
        Reading.of(source)
                .nodeClass(
                        "p.X",
                        nodeClass -> assertThat(nodeClass.unfitProviders()).hasSize(1));
    }

    @Test
    void graphMayProvideForNodesOfOtherClasses() {
        Reading.of("package p; @Graph class X { @Node void f(int x) {} @Default static int z() { return 1; } }")
                .nodeClass("p.X", nodeClass -> {
                    assertThat(nodeClass.unfitProviders()).isEmpty();
                    assertThat(nodeClass.providers()).hasSize(1);
                });
    }

    private static void read(String declaration, Consumer<DefaultValue> assertions) {
        String source = """
                package p;
                class X { @Node void f(%s) {} }
                enum Mode { FAST, SLOW }
                enum Many { A, B, C, D, E, F, G, H, I, J, K }
                """;
        Reading.of(source.formatted(declaration))
                .method(method -> assertions.accept(method.parameters().get(0).defaultValue()));
    }
}
