package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.HypergraphProcessor;
import dev.hypergraph4j.processor.TestCompilation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import org.junit.jupiter.api.Test;

/** What Gradle asks of processors that it lets work on changed files alone. */
class IncrementalProcessingTest {

    @Test
    void processorSaysThatItWorksInIsolation() throws IOException {
        String path = "/META-INF/gradle/incremental.annotation.processors";
        try (InputStream declared = HypergraphProcessor.class.getResourceAsStream(path)) {
            assertThat(declared).isNotNull();
            assertThat(new String(declared.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo("dev.hypergraph4j.processor.HypergraphProcessor,isolating");
        }
    }

    @Test
    void eachFileHasTheOneTypeItWasGeneratedForAsItsOrigin() {
        Map<String, List<String>> origins = new TreeMap<>();
        TestCompilation.of("""
                        package p;

                        @Graph(nodes = Library.class)
                        class Right {}
                        """, """
                        package p;

                        class Library {
                            @Node(outputName = "x")
                            int x(int y) {
                                return y;
                            }
                        }
                        """, """
                        package p;

                        class Outer {
                            @Graph(nodes = Library.class, select = "nothing")
                            interface Wrong {}
                        }
                        """).compile(new WrappedProcessor((method, arguments) -> {
            if (method.equals("createSourceFile")) {
                List<String> elements = Arrays.stream((Element[]) arguments[1])
                        .map(Element::toString)
                        .toList();
                origins.put(arguments[0].toString(), elements);
            }
        }));

        assertThat(origins)
                .isEqualTo(Map.of(
                        "p.RightGraph", List.of("p.Right"),
                        "p.RightInputs", List.of("p.Right"),
                        "p.RightOutputs", List.of("p.Right"),
                        "p.Library_Nodes", List.of("p.Library"),
                        "p.Outer_WrongGraph", List.of("p.Outer.Wrong"),
                        "p.Outer_WrongInputs", List.of("p.Outer.Wrong"),
                        "p.Outer_WrongOutputs", List.of("p.Outer.Wrong")));
    }
}
