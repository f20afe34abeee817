package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.processor.TestCompilation;
import dev.hypergraph4j.processor.TestResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graphs of several node classes: beside each other, in other packages, in jars, in superclasses. */
class NodeClassesTest {
    private static final String RAG = """
            package p;

            @Graph(nodes = {lib.Retrieval.class, lib.Answering.class})
            class Rag {
                @Node(outputName = "shown")
                static String show(String answer) {
                    return answer + "!";
                }
            }
            """;
    private static final String RETRIEVAL = """
            package lib;

            public class Retrieval {
                @Node(outputName = "terms")
                static List<String> analyze(String question, @Default("5") int most) {
                    return List.of(question.split(" ", most));
                }

                @Node(outputName = "docs")
                List<String> retrieve(List<String> terms, @Nullable String hint) throws java.io.IOException {
                    return List.of(terms.get(0), String.valueOf(hint));
                }
            }
            """;
    private static final String ANSWERING = """
            package lib;

            public class Answering {
                @Node(outputName = "answer")
                protected String generate(Optional<String> style, List<String> docs) {
                    return docs + style.orElse("?");
                }
            }
            """;
    private static final String RUN =
            "RagGraph.create(new lib.Retrieval(), new lib.Answering()).run(\"a b\").outputs().shown()";

    @TempDir
    Path folder;

    @Test
    void packagePrivateNodesOfAnotherPackageAreReached() {
        assertThat(TestCompilation.of(RAG, RETRIEVAL, ANSWERING).evaluate(RUN)).isEqualTo("[a, null]?!");
    }

    @Test
    void nodesOfAJarAreUsedAsThoseOfASource() {
        TestResult library = TestCompilation.of(RETRIEVAL, ANSWERING).compile().succeedsInSilence();
        Path jar = library.intoJar(folder.resolve("lib.jar"));

        assertThat(TestCompilation.of(RAG).using(jar).evaluate(RUN)).isEqualTo("[a, null]?!");
    }

    @Test
    void graphOfAJarIsWrittenAsThatOfSources() {
        TestResult library = TestCompilation.of(RETRIEVAL, ANSWERING).compile();
        Path jar = library.intoJar(folder.resolve("lib.jar"));
        String ofJar = TestCompilation.of(RAG).using(jar).compile().generated("p.RagGraph");

        assertThat(ofJar)
                .isEqualTo(
                        TestCompilation.of(RAG, RETRIEVAL, ANSWERING).compile().generated("p.RagGraph"));
    }

    @Test
    void objectsAreGivenByNameThroughTheBuilder() {
        assertThat(TestCompilation.of(RAG, RETRIEVAL, ANSWERING).evaluate("""
                                RagGraph.builder().answering(new lib.Answering()).retrieval(new lib.Retrieval()).build()
                                        .run(in -> in.question("a b").hint("h").style("s")).outputs().shown()
                                """)).isEqualTo("[a, h]s!");
    }

    @Test
    void builderNamesTheObjectThatIsMissing() {
        assertThatThrownBy(() -> TestCompilation.of(RAG, RETRIEVAL, ANSWERING)
                        .evaluate("RagGraph.builder().retrieval(new lib.Retrieval()).build()"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("answering");
    }

    @Test
    void classesOfTheSameSimpleNameAreToldApart() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph(nodes = {a.Step.class, b.Step.class})
                                class Two {}
                                """, """
                                package a;

                                public class Step {
                                    @Node(outputName = "one")
                                    public int first(int zero) {
                                        return zero + 1;
                                    }
                                }
                                """, """
                                package b;

                                public class Step {
                                    @Node(outputName = "two")
                                    public int second(int one) {
                                        return one + 1;
                                    }
                                }
                                """)
                        .evaluate("TwoGraph.create(new a.Step(), new b.Step()).run(0).outputs().two()"))
                .isEqualTo(2);
    }

    @Test
    void objectsAreWantedOnlyForClassesWhoseNodesRun() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph(nodes = {First.class, Second.class}, select = "one")
                                @Use(type = Third.class, method = "zero", name = "zero")
                                class Cut {}
                                """, """
                                package p;

                                class First {
                                    @Node(outputName = "one")
                                    int first(int zero) {
                                        return zero + 1;
                                    }
                                }
                                """, """
                                package p;

                                class Second {
                                    @Node(outputName = "two")
                                    int second(int one) {
                                        return one + 1;
                                    }
                                }
                                """, """
                                package p;

                                class Third {
                                    @Node(outputName = "zero")
                                    static int zero() {
                                        return 0;
                                    }

                                    @Node(outputName = "other")
                                    int other() {
                                        return 0;
                                    }
                                }
                                """)
                        .evaluate("CutGraph.create(new First()).run().outputs().one()"))
                .isEqualTo(1);
    }

    @Test
    void inheritedNodesOfAnotherPackageAreReached() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Derived extends base.Base {
                                    @Node(outputName = "two")
                                    int second(int one) {
                                        return one + 1;
                                    }
                                }
                                """, """
                                package base;

                                public abstract class Base {
                                    @Node(outputName = "one")
                                    protected int first(int zero) {
                                        return zero + step();
                                    }

                                    @Node(outputName = "three")
                                    static int third(int two) {
                                        return two + 1;
                                    }

                                    int step() {
                                        return 1;
                                    }
                                }
                                """).evaluate("DerivedGraph.create(new Derived()).run(0).outputs().three()"))
                .isEqualTo(3);
    }

    @Test
    void nodesInheritedFromAPackagePrivateClassAreReached() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph(nodes = lib.Library.class)
                                class Uses {}
                                """, """
                                package lib;

                                public class Library extends Base {
                                    @Node(outputName = "two")
                                    int second(int one) {
                                        return one + 1;
                                    }
                                }
                                """, """
                                package lib;

                                abstract class Base {
                                    @Node(outputName = "one")
                                    int first(int zero) {
                                        return zero + 1;
                                    }

                                    @Node(outputName = "zero")
                                    public static int none() {
                                        return 0;
                                    }
                                }
                                """)
                        .evaluate("UsesGraph.create(new lib.Library()).run().outputs().two()"))
                .isEqualTo(2);
    }

    @Test
    void overridingMethodIsTheNode() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Derived extends Base {
                                    @Override
                                    @Node(outputName = "one")
                                    int first(int zero) {
                                        return zero + 10;
                                    }
                                }
                                """, """
                                package p;

                                abstract class Base {
                                    @Node(outputName = "one")
                                    int first(int zero) {
                                        return zero + 1;
                                    }
                                }
                                """).evaluate("DerivedGraph.create(new Derived()).run(0).outputs().one()"))
                .isEqualTo(10);
    }
}
