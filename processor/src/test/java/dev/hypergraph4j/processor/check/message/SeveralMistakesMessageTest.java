package dev.hypergraph4j.processor.check.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.javac.Compiled;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

class SeveralMistakesMessageTest {

    @Test
    void allMistakesAreReportedInTheOrderOfTheSource() {
        Compiled compiled = Compiled.of("""
                package app;

                import dev.hypergraph4j.*;
                import java.util.*;

                @Graph(inputs = {"question", "limits"})
                class Rag {
                    @Node(outputName = "my docs")
                    String load(String question) { return null; }

                    @Node(outputName = "docs")
                    Set<String> retrieve(@Default("many") int limit) { return null; }

                    @Node(outputName = "answer")
                    private String generate(List<String> docs) { return null; }

                    @Node(outputName = "rating")
                    int rate(List<String> docs, String review) { return 0; }

                    @Node(outputName = "review")
                    String review(int rating) { return null; }
                }
                """, """
                package app;

                import dev.hypergraph4j.*;

                @Graph(select = "sums")
                class Sums {
                    @Node(outputName = "sum")
                    int add(int x, int y) { return 0; }
                }
                """);

        assertThat(compiled.diagnostics())
                .extracting(diagnostic -> diagnostic
                        .getMessage(null)
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .replaceFirst(" .*", " " + diagnostic.getLineNumber()))
                .containsExactly(
                        "[Hypergraph/UnknownInput] 6",
                        "[Hypergraph/InvalidName] 8",
                        "[Hypergraph/BadDefault] 12",
                        "[Hypergraph/BadNodeMethod] 15",
                        "[Hypergraph/TypeMismatch] 18",
                        "[Hypergraph/UnseededCycle] 18",
                        "[Hypergraph/UnreachableOutput] 5");
    }

    @Test
    void ofManyErrorsOfAGraphTwentyAreShown() {
        String nodes = IntStream.range(0, 25)
                .mapToObj(number -> "@Node(outputName = \"v%d\") int n%d(int missing%dx) { return 0; }"
                        .formatted(number, number, number))
                .collect(Collectors.joining("\n"));
        List<? extends Diagnostic<?>> diagnostics =
                Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(inputs = "start")
                        class Flood {
                        @Node(outputName = "x") int first(int start) { return 0; }
                        %s
                        }
                        """.formatted(nodes)).diagnostics();

        assertThat(diagnostics).hasSize(21);
        assertThat(diagnostics.get(20).getMessage(null)).isEqualTo("Flood has 5 more errors of Hypergraph4j.");
    }

    @Test
    void errorsOfOtherKindsAreNotJoinedByOurs() {
        String output = Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;
                        import java.util.*;

                        @Graph(nodes = Missing.class, inputs = "question")
                        class Rag {
                            @Node(outputName = "docs")
                            List<Doc> retrieve(String questoin) { return null; }

                            @Node(outputName = "answer")
                            String generate(Set<Doc> docs) { return null; }

                            static RagGraph create() { return RagGraph.create(new Rag()); }
                        }
                        """).output();

        assertThat(output).contains("cannot find symbol").doesNotContain("Hypergraph/");
    }

    @Test
    void errorsInTheBodyOfANodeAreNotJoinedByOurs() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        class Rag {
                            @Node(outputName = "answer")
                            String generate(String question) { return 42; }

                            static RagGraph create() { return RagGraph.create(new Rag()); }
                        }
                        """).prints("""
                        Rag.java:8: error: incompatible types: int cannot be converted to java.lang.String
                            String generate(String question) { return 42; }
                                                                      ^""");
    }

    @Test
    void codeThatUsesAWrongGraphIsNotBlamed() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;
                        import java.util.*;

                        @Graph
                        class Rag {
                            @Node(outputName = "docs")
                            List<String> retrieve(String question) { return null; }

                            @Node(outputName = "answer")
                            String generate(Set<String> docs) { return null; }

                            static String answer(String question) {
                                RagGraph graph = RagGraph.create(new Rag());
                                graph.run(in -> in.question(question));
                                return graph.run(RagInputs.of(question)).outputs().answer();
                            }
                        }
                        """).prints("""
                        Rag.java:12: error: [Hypergraph/TypeMismatch] Rag.generate takes 'docs' as Set<String>, but Rag.retrieve produces List<String>.
                            String generate(Set<String> docs) { return null; }
                                                        ^
                              docs : List<String>  output of Rag.retrieve
                              docs : Set<String>   parameter of Rag.generate(docs)
                              path : retrieve -> generate -> answer

                              How to fix:
                                - declare the parameter as List<String>, or
                                - have Rag.retrieve produce Set<String>, or
                                - rename the parameter, if another value is meant""");
    }
}
