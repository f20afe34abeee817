package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** Types that other processors generate in the same compilation, and others that need ours. */
class GeneratedTypesTest {
    private static final String GRAPH = """
            package p;

            @Graph(nodes = Library.class)
            interface Words {
                gen.Count count(String text);

                RunResult<WordsOutputs> all(String text);
            }
            """;
    private static final String LIBRARY = """
            package p;

            class Library {
                @Node(outputName = "count")
                gen.Count count(String text, Optional<List<gen.Count>> more) {
                    return new gen.Count(text.length());
                }
            }
            """;

    /** Generates a type in the first round, or in the round after that in which another type was generated. */
    private static final class Generator extends AbstractProcessor {
        private final String name;
        private final String source;
        private final String after;
        private boolean isDone;

        Generator(String name, String source) {
            this(name, source, "");
        }

        Generator(String name, String source, String after) {
            this.name = name;
            this.source = source;
            this.after = after;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            boolean isTime = after.isEmpty() || processingEnv.getElementUtils().getTypeElement(after) != null;
            if (isTime && !isDone && !round.processingOver()) {
                isDone = true;
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile(name).openWriter()) {
                    writer.write(source);
                } catch (IOException failure) {
                    throw new AssertionError(failure);
                }
            }
            return false;
        }
    }

    @Test
    void graphWaitsForTypesOfAnotherProcessor() {
        Generator count = new Generator("gen.Count", "package gen; public record Count(int value) {}");

        assertThat(TestCompilation.of(GRAPH, LIBRARY)
                        .beside(count)
                        .evaluate("WordsGraph.create(new Library()).count(\"abc\").value()"))
                .isEqualTo(3);
    }

    @Test
    void typeThatAnotherProcessorGeneratesInTheSameRoundIsNamed() {
        Generator inputs = new Generator("p.SumInputs", "package p; public class SumInputs {}");

        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Sum {
                                    @Node(outputName = "sum")
                                    static int sum(int a) {
                                        return a;
                                    }
                                }
                                """).beside(inputs).compile().messages())
                .filteredOn(message -> message.contains("Hypergraph/"))
                .extracting(message -> message.lines().findFirst().orElse(""))
                .containsExactly("error Sum.java:4: [Hypergraph/NameCollision] SumInputs would be generated for Sum,"
                        + " but is generated already.");
    }

    @Test
    void graphWaitsForNodeClassesOfAnotherProcessor() {
        Generator library = new Generator("p.Library", """
                package p;

                class Library {
                    @dev.hypergraph4j.Node(outputName = "count")
                    gen.Count count(String text) {
                        return new gen.Count(text.length());
                    }
                }
                """);
        Generator count = new Generator("gen.Count", "package gen; public record Count(int value) {}", "p.Library");

        assertThat(TestCompilation.of(GRAPH)
                        .beside(library, count)
                        .evaluate("WordsGraph.create(new Library()).all(\"abcd\").outputs().count().value()"))
                .isEqualTo(4);
    }

    @Test
    void graphOfAnotherProcessorIsWritten() {
        Generator graph = new Generator("p.Later", """
                package p;

                @dev.hypergraph4j.Graph
                class Later {
                    @dev.hypergraph4j.Node(outputName = "x")
                    static int x() {
                        return 5;
                    }
                }
                """);

        assertThat(TestCompilation.of("package p; class Nothing {}")
                        .beside(graph)
                        .evaluate("LaterGraph.create().run().outputs().x()"))
                .isEqualTo(5);
    }

    @Test
    void anotherProcessorMayWaitForOurTypes() {
        Generator count = new Generator("gen.Count", "package gen; public record Count(int value) {}");
        Generator user = new Generator("p.User", """
                package p;

                class User {
                    static int use() {
                        WordsGraph graph = WordsGraph.create(new Library());
                        return graph.run(WordsInputs.of("ab")).outputs().count().value();
                    }
                }
                """, "p.WordsGraph");

        assertThat(TestCompilation.of(GRAPH, LIBRARY).beside(count, user).evaluate("User.use()"))
                .isEqualTo(2);
    }

    @Test
    void typeThatComesAfterItsGraphWasGivenUpIsAnError() {
        Generator count =
                new Generator("gen.Count", "package gen; public record Count(int value) {}", "p.Library_Nodes");

        assertThat(TestCompilation.of(
                                GRAPH.replace("Library.class", "{}")
                                        .replace(
                                                "interface Words {",
                                                "interface Words { @Node(outputName = \"count\") static gen.Count counted(String text) { return null; }"),
                                "package p; class Library { @Node(outputName = \"x\") int x() { return 1; } }")
                        .beside(count)
                        .compile()
                        .errors())
                .containsExactly(
                        "error Words.java:4: [Hypergraph/MissingTypes] Words was written before all types that it mentions were generated.");
    }

    @Test
    void graphsMayUseEachOthersTypes() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Outer {
                                    @Node(outputName = "inner")
                                    static InnerOutputs inner(InnerInputs inputs) {
                                        return InnerGraph.create().run(inputs).outputs();
                                    }
                                }
                                """, """
                                package p;

                                @Graph
                                class Inner {
                                    @Node(outputName = "y")
                                    static int y(int x) {
                                        return x + 1;
                                    }
                                }
                                """)
                        .evaluate("OuterGraph.create().run(InnerInputs.of(1)).outputs().inner().y()"))
                .isEqualTo(2);
    }
}
