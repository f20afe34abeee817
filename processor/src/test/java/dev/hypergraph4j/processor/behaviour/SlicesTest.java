package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of graphs: what {@code select}, {@code entrypoint} and {@code inputs} leave of them. */
class SlicesTest {
    private static final String NODES = """
            package p;

            class Nodes {
                @Node(outputName = "one")
                static String one(String zero) {
                    return zero + 1;
                }

                @Node(outputName = "two")
                static String two(String one, @Default("x") String extra) {
                    return one + 2 + extra;
                }

                @Node(outputName = "three")
                static String three(String two) {
                    return two + 3;
                }

                @Node
                static void log(String three) {
                    throw new IllegalStateException(three);
                }
            }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select = \"two\" | run(\"0\") | {two=012x}",
                "select = {\"three\", \"one\"} | run(\"0\") | {three=012x3, one=01}",
                "entrypoint = \"two\", select = \"three\" | run(\"a\") | {three=a2x3}",
                "entrypoint = {\"two\"}, select = \"two\" | run(in -> in.one(\"a\").extra(\"b\")) | {two=a2b}",
                "inputs = \"zero\", select = \"three\" | run(\"0\") | {three=012x3}",
                "inputs = {\"extra\", \"zero\"}, select = \"three\" | run(SliceInputs.of(\"0\").withExtra(\"y\")) | {three=012y3}",
            })
    void partRuns(String attributes, String run, String values) {
        String graph = """
                package p;

                @Graph(nodes = Nodes.class, %s)
                @SuppressWarnings("hypergraph:DeadNode")
                class Slice {}
                """.formatted(attributes);

        assertThat(TestCompilation.of(
                                graph,
                                NODES.replace("class Nodes", "@SuppressWarnings(\"hypergraph:DeadNode\")\nclass Nodes"))
                        .evaluate("SliceGraph.create().%s.values()".formatted(run)))
                .hasToString(values);
    }

    @Test
    void listedInputsComeInTheirOrder() {
        String graph = """
                package p;

                @Graph(nodes = Nodes.class, inputs = {"extra", "zero"})
                class Slice {}
                """;

        assertThat(TestCompilation.of(graph, NODES).evaluate("SliceGraph.create().inputs().names()"))
                .isEqualTo(List.of("extra", "zero"));
    }
}
