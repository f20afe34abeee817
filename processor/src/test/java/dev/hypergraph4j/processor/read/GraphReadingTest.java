package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.NodeUse;
import dev.hypergraph4j.processor.model.UnknownReference;
import dev.hypergraph4j.processor.model.UnknownReference.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphReadingTest {
    private static final String LIBRARIES = """
            package p;
            class A {
                @Node(outputName = "a") int a(int in) { return 1; }
                @Node(outputName = "b") int b(int in) { return 1; }
                @Node(outputName = "b") int b(String in) { return 1; }
            }
            class B { @Node(outputName = "c", name = "other") static int c() { return 1; } }
            class None {}
            """;

    @Test
    void graphIsReadAsItStands() {
        String source = """
                package p;
                public class Outer {
                    @Graph(version = "2", inputs = {"in", "it"}, select = "a", entrypoint = {"x"}, durable = true)
                    public static class RAG { @Node(outputName = "a") int x(int in) { return 1; } }
                }
                """;
        Reading.of(source).graph("p.Outer.RAG", graph -> {
            assertThat(graph.type()).isEqualTo(ClassName.get("p", "Outer", "RAG"));
            assertThat(graph.name()).isEqualTo("rAG");
            assertThat(graph.baseName()).isEqualTo("Outer_RAG");
            assertThat(graph.version()).isEqualTo("2");
            assertThat(graph.durable()).isTrue();
            assertThat(graph.isInterface()).isFalse();
            assertThat(graph.isPublic()).isTrue();
            assertThat(graph.complete()).isTrue();
            assertThat(graph.entries()).isEmpty();
            assertThat(graph.unknown()).isEmpty();
            assertThat(graph.inputs()).extracting(Name::text).containsExactly("in", "it");
            assertThat(graph.select()).extracting(Name::text).containsExactly("a");
            assertThat(graph.entrypoint()).extracting(Name::text).containsExactly("x");
            assertThat(graph.uses()).singleElement().satisfies(use -> {
                assertThat(use.name()).isEqualTo("x");
                assertThat(use.ownClass()).isTrue();
                assertThat(use.site()).isEqualTo(use.method().site());
            });
        });
    }

    @Test
    void graphMayBeNamed() {
        Reading.of("package p; @Graph(name = \"search\") class X {}").graph("p.X", graph -> {
            assertThat(graph.name()).isEqualTo("search");
            assertThat(graph.isPublic()).isFalse();
            assertThat(graph.nodeClasses()).extracting(NodeClass::name).containsExactly(ClassName.get("p", "X"));
        });
    }

    @Test
    void nodesComeFromItsOwnClassAndThenThoseItTakesIn() {
        String source =
                "package p; @Graph(nodes = {B.class, A.class, B.class, X.class}) class X { @Node void own() {} }";
        Reading.of(source, LIBRARIES).graph("p.X", graph -> {
            assertThat(graph.unknown()).isEmpty();
            assertThat(graph.nodeClasses())
                    .extracting(nodeClass -> nodeClass.name().simpleName())
                    .containsExactly("X", "B", "A");
            assertThat(graph.uses()).extracting(NodeUse::name).containsExactly("own", "other", "a", "b", "b");
            assertThat(graph.uses()).extracting(NodeUse::ownClass).containsExactly(true, false, false, false, false);
        });
    }

    @Test
    void ownClassIsThereForItsDefaultsEvenWithoutNodes() {
        String source =
                "package p; @Graph(nodes = A.class) interface X { @Default static int in() { return 1; } int a(); }";
        Reading.of(source, LIBRARIES).graph("p.X", graph -> {
            assertThat(graph.nodeClasses().get(0).providers()).hasSize(1);
            assertThat(graph.nodeClasses().get(0).needsHolder()).isFalse();
        });
    }

    @Test
    void entriesThatAreNoNodeClassesAreUnknown() {
        String source = """
                package p;
                @Graph(nodes = {None.class, Other.class, int[].class, String.class}) class X {}
                @Graph class Other { @Node void f() {} }
                """;
        Reading.of(source, LIBRARIES)
                .graph(
                        "p.X",
                        graph -> assertThat(graph.unknown())
                                .extracting(UnknownReference::kind, UnknownReference::name)
                                .containsExactly(
                                        tuple(Kind.NODE_CLASS, "None"),
                                        tuple(Kind.NOT_A_GRAPH, "Other"),
                                        tuple(Kind.NODE_CLASS, "int[]"),
                                        tuple(Kind.NODE_CLASS, "String")));
    }

    @Test
    void useIsOneMoreNodeUnderOtherNames() {
        String source = """
                package p;
                @Graph(nodes = A.class)
                @Use(type = A.class, method = "b", name = "again",
                     inputs = @Rename(from = "in", to = "it"), outputs = {@Rename(from = "b", to = "b2")})
                class X {}
                """;
        Reading.of(source, LIBRARIES).graph("p.X", graph -> {
            assertThat(graph.uses()).extracting(NodeUse::name).containsExactly("a", "b", "b", "again");
            NodeUse use = graph.uses().get(3);
            assertThat(use.method()).isSameAs(graph.uses().get(1).method());
            assertThat(use.holder()).isEqualTo(ClassName.get("p", "A"));
            assertThat(use.inputName(use.method().parameters().get(0))).isEqualTo("it");
            assertThat(use.outputName(use.method().outputs().get(0))).isEqualTo("b2");
            assertThat(use.ownClass()).isFalse();
        });
    }

    @Test
    void usesMayBeRepeatedAndBringTheirClassesAlong() {
        String source = """
                package p;
                @Graph
                @Use(type = B.class, method = "c", name = "one", outputs = @Rename(from = "c", to = "c1"))
                @Use(type = B.class, method = "c", name = "two", outputs = @Rename(from = "c", to = "c2"))
                @Use(type = X.class, method = "own", name = "mine")
                class X { @Node void own() {} }
                """;
        Reading.of(source, LIBRARIES).graph("p.X", graph -> {
            assertThat(graph.uses()).extracting(NodeUse::name).containsExactly("own", "one", "two", "mine");
            assertThat(graph.uses().get(3).ownClass()).isTrue();
            assertThat(graph.nodeClasses())
                    .extracting(nodeClass -> nodeClass.name().simpleName())
                    .containsExactly("X", "B");
        });
    }

    @Test
    void usesThatLeadNowhereAreUnknown() {
        String source = """
                package p;
                @Graph
                @Use(type = A.class, method = "aa", name = "n")
                @Use(type = None.class, method = "f", name = "n")
                @Use(type = Other.class, method = "f", name = "n")
                class X {}
                @Graph class Other { @Node void f() {} }
                """;
        Reading.of(source, LIBRARIES).graph("p.X", graph -> {
            assertThat(graph.uses()).isEmpty();
            assertThat(graph.unknown())
                    .extracting(UnknownReference::kind, UnknownReference::name, UnknownReference::known)
                    .containsExactly(
                            tuple(Kind.NODE_METHOD, "A.aa", List.of("a", "b")),
                            tuple(Kind.NODE_CLASS, "None", List.of()),
                            tuple(Kind.NOT_A_GRAPH, "Other", List.of()));
        });
    }

    @Test
    void interfaceHasDefaultAndStaticNodes() {
        String source = """
                package p;
                @Graph interface X {
                    int c();
                    @Node(outputName = "b") default int b(int a) { return 1; }
                    @Node(outputName = "c") static int c(int b) { return 1; }
                }
                """;
        Reading.of(source).graph("p.X", graph -> {
            assertThat(graph.isInterface()).isTrue();
            assertThat(graph.closesInputs()).isTrue();
            assertThat(graph.uses())
                    .extracting(NodeUse::method)
                    .extracting(NodeMethod::method, NodeMethod::isStatic)
                    .containsExactly(tuple("b", false), tuple("c", true));
        });
    }

    @Test
    void libraryIsReadOnceForAllGraphs() {
        String source = "package p; @Graph(nodes = A.class) class X {} @Graph(nodes = A.class) class Y {}";
        Reading.of(source, LIBRARIES).firstRound((reader, environment, round) -> {
            GraphDeclaration x = reader.graph(Reading.type(environment, "p.X"));
            GraphDeclaration y = reader.graph(Reading.type(environment, "p.Y"));
            assertThat(x.nodeClasses().get(1)).isSameAs(y.nodeClasses().get(1));
        });
    }
}
