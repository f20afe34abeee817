package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.processor.model.NodeClass.Origin;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.SourcePosition;
import org.junit.jupiter.api.Test;

class NodeMethodReadingTest {

    @Test
    void methodIsReadAsItStands() {
        String source = """
                package p;
                public class X {
                    @Node(outputName = "docs")
                    public List<String> retrieve(List<String> terms, int topK) throws Exception { return terms; }
                }
                """;
        Reading.of(source).method(method -> {
            assertThat(method.owner()).isEqualTo(ClassName.get("p", "X"));
            assertThat(method.display()).isEqualTo("X.retrieve");
            assertThat(method.signature()).isEqualTo("X.retrieve(terms, topK)");
            assertThat(method.node()).isEqualTo("retrieve");
            assertThat(method.kind()).isEqualTo(NodeKind.STEP);
            assertThat(method.isStatic()).isFalse();
            assertThat(method.isPublic()).isTrue();
            assertThat(method.asynchronous()).isFalse();
            assertThat(method.returned()).hasToString("java.util.List<java.lang.String>");
            assertThat(method.outputs()).singleElement().satisfies(output -> {
                assertThat(output.name()).isEqualTo("docs");
                assertThat(output.type().display()).isEqualTo("List<String>");
                assertThat(output.accessor()).isEmpty();
                assertThat(output.nullable()).isFalse();
            });
            assertThat(method.faults()).isEmpty();
            assertThat(method.position()).isEqualTo(new SourcePosition("X.java", 4));
        });
    }

    @Test
    void annotationNamesNodeAndKind() {
        String source = """
                package p;
                class X { @Node(outputName = "a", name = "ask", kind = NodeKind.RPC) static int a() { return 1; } }
                """;
        Reading.of(source).method(method -> {
            assertThat(method.node()).isEqualTo("ask");
            assertThat(method.kind()).isEqualTo(NodeKind.RPC);
            assertThat(method.isStatic()).isTrue();
        });
    }

    @Test
    void methodIsPublicOnlyIfItsClassesAre() {
        String source = """
                package p;
                class Outer {
                    public static class X { @Node(outputName = "a") public int a() { return 1; } }
                }
                """;
        Reading.of(source).methods("p.Outer.X", methods -> {
            assertThat(methods.get(0).isPublic()).isFalse();
            assertThat(methods.get(0).owner()).isEqualTo(ClassName.get("p", "Outer", "X"));
        });
    }

    @Test
    void methodsComeInTheOrderOfTheSource() {
        String source = """
                package p;
                class X {
                    @Node(outputName = "c") int c() { return 1; }
                    int noNode() { return 1; }
                    @Node(outputName = "a") static int a() { return 1; }
                    @Node(outputName = "b") int b() { return 1; }
                    @Node(outputName = "a2") int a(int x) { return 1; }
                }
                """;
        Reading.of(source)
                .methods(
                        "p.X",
                        methods -> assertThat(methods)
                                .extracting(NodeMethod::method)
                                .containsExactly("c", "a", "b", "a"));
    }

    @Test
    void positionIsThatOfTheName() {
        String source = """
                package p;
                class X {
                    @Deprecated
                    @Node(outputName = "a")
                    List<
                        String>
                    // name
                    name() { return List.of(); }
                }
                """;
        Reading.of(source).method(method -> assertThat(method.position().line()).isEqualTo(8));
    }

    @Test
    void classWithoutNodeMethodsHasNone() {
        Reading.of("package p; class X { void f() {} }").nodeClass("p.X", nodeClass -> {
            assertThat(nodeClass.methods()).isEmpty();
            assertThat(nodeClass.needsHolder()).isFalse();
            assertThat(nodeClass.origin()).isEqualTo(Origin.SOURCE);
            assertThat(nodeClass.isPublic()).isFalse();
        });
    }

    @Test
    void classIsReadOnceInARound() {
        Reading.of("package p; class X { @Node(outputName = \"a\") int a() { return 1; } }")
                .firstRound(
                        (reader, environment, round) -> assertThat(reader.nodeClass(Reading.type(environment, "p.X")))
                                .isSameAs(reader.nodeClass(Reading.type(environment, "p.X"))));
    }
}
