package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of several methods of one name the one with the annotation is called, even where another takes the value more exactly. */
class OverloadsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Object seen | String other",
                "CharSequence seen | String other",
                "Object seen | CharSequence other",
                "@Nullable Object seen | String other",
                "@Default(\"x\") CharSequence seen | String other",
            })
    void annotatedMethodOfReferencesIsCalled(String parameter, String ofOther) {
        assertThat(chosen("String", "\"v\"", parameter, ofOther)).isEqualTo("right");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Integer seen | int other",
                "long seen | int other",
                "Object seen | int other",
                "double seen | long other",
                "Number seen | Integer other",
                "int seen | Integer other",
            })
    void annotatedMethodOfPrimitivesIsCalled(String parameter, String ofOther) {
        assertThat(chosen("int", "1", parameter, ofOther)).isEqualTo("right");
        assertThat(chosen("Integer", "1", parameter, ofOther)).isEqualTo("right");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Nullable Object seen | String other",
                "@Default(\"x\") CharSequence seen | String other",
            })
    void annotatedMethodThatTakesNullIsCalled(String parameter, String ofOther) {
        assertThat(chosen("@Nullable String", "null", parameter, ofOther)).isEqualTo("right");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Optional<CharSequence> seen | Object other",
                "Optional<? extends CharSequence> seen | Object other",
            })
    void annotatedMethodOfOptionalsIsCalled(String parameter, String ofOther) {
        assertThat(chosen("String", "\"v\"", parameter, ofOther)).isEqualTo("right");
    }

    private static Object chosen(String produced, String value, String parameter, String ofOther) {
        String library = """
                package lib;

                public class Picky extends Base {
                    @Node(outputName = "seen")
                    static %s give() {
                        return %s;
                    }

                    @Node(outputName = "chosen")
                    String choose(%s) {
                        return "right";
                    }
                }
                """.formatted(produced, value, parameter);
        String base = """
                package lib;

                class Base {
                    public String choose(%s) {
                        return "wrong";
                    }
                }
                """.formatted(ofOther);
        String graphs = """
                package lib;

                @Graph(nodes = Picky.class)
                class Near {}
                """;
        String far = """
                package p;

                @Graph(nodes = lib.Picky.class)
                public class Far {}
                """;
        Object near = TestCompilation.of(graphs, far, library, base).evaluate("""
                        NearGraph.create(new Picky()).run().outputs().chosen()
                                .concat(p.FarGraph.create(new Picky()).run().outputs().chosen())
                        """);
        return near.equals("rightright") ? "right" : near;
    }
}
