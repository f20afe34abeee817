package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeClass.Origin;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.SourcePosition;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFileReadingTest {
    private static final String LIBRARY = """
            package lib;
            public class Outer {
                public static class Lib {
                    @Node(outputName = "docs")
                    List<String> retrieve(List<String> terms, @From("k") @Default("5") int topK) { return terms; }
                    @Node(outputName = "n") static int count(Optional<String> text, @Default("x") String by) { return 1; }
                    @Node(outputName = "n2") static int count(int other) { return 1; }
                    @Node void done() {}
                }
            }
            """;
    private static final String METADATA = """
            package lib;
            import dev.hypergraph4j.metadata.NodeMetadata;
            public final class Outer_Lib_Nodes {
                @NodeMetadata(index = 2, parameters = "other", file = "Outer.java", line = 8, hash = "c0")
                public static int count(int other) { return 0; }
                @NodeMetadata(index = 0, parameters = {"terms", "topK"}, file = "Outer.java", line = 5, hash = "a0")
                public static List<String> retrieve(Outer.Lib holder, List<String> terms, int topK) { return null; }
                @NodeMetadata(index = 3, parameters = {})
                public static void done(Outer.Lib holder) {}
                @NodeMetadata(index = 1, parameters = {"text", "by"}, nullableParameters = "by", nullableOutputs = "n")
                public static int count(Optional<String> text, String by) { return 0; }
                public static int noNode(int x) { return 0; }
            }
            """;
    private static final String GRAPH =
            "package p; @Graph(nodes = {lib.Outer.Lib.class}) class X { @Node void own() {} }";

    @TempDir
    private Path classes;

    @Test
    void metadataTellsWhatTheClassFileDoesNot() {
        Reading.of(LIBRARY, METADATA).compileInto(classes);
        Reading.of(GRAPH).classes(classes).graph("p.X", graph -> {
            NodeClass library = graph.nodeClasses().get(1);
            assertThat(library.origin()).isEqualTo(Origin.CLASS_FILE);
            assertThat(library.methods())
                    .extracting(NodeMethod::signature)
                    .containsExactly(
                            "Lib.retrieve(terms, topK)", "Lib.count(text, by)", "Lib.count(other)", "Lib.done()");
            NodeMethod retrieve = library.methods().get(0);
            assertThat(retrieve.position()).isEqualTo(new SourcePosition("Outer.java", 5));
            assertThat(retrieve.hash()).isEqualTo("a0");
            assertThat(retrieve.parameters()).extracting(Parameter::value).containsExactly("terms", "k");
            assertThat(retrieve.parameters().get(1).defaultValue()).isNotNull();
            NodeMethod count = library.methods().get(1);
            assertThat(count.parameters())
                    .extracting(Parameter::demand)
                    .containsExactly(Demand.OPTIONAL, Demand.NULLABLE);
            assertThat(count.outputs().get(0).nullable()).isTrue();
            assertThat(count.position()).isEqualTo(SourcePosition.UNKNOWN);
        });
    }

    @Test
    void classFileWithoutNamesAndMetadataIsNameless() {
        Reading.of(LIBRARY).compileInto(classes, "-g:none");
        Reading.of(GRAPH).classes(classes).graph("p.X", graph -> {
            NodeClass library = graph.nodeClasses().get(1);
            assertThat(library.origin()).isEqualTo(Origin.NAMELESS_CLASS_FILE);
            assertThat(library.methods().get(0).hash()).isEmpty();
            assertThat(library.methods().get(0).position()).isEqualTo(SourcePosition.UNKNOWN);
        });
    }

    @Test
    void parameterNamesOfTheClassFileAreGoodEnough() {
        Reading.of(LIBRARY).compileInto(classes, "-parameters", "-g:none");
        Reading.of(GRAPH).classes(classes).graph("p.X", graph -> {
            NodeClass library = graph.nodeClasses().get(1);
            assertThat(library.origin()).isEqualTo(Origin.CLASS_FILE);
            assertThat(library.methods()).extracting(NodeMethod::signature).contains("Lib.retrieve(terms, topK)");
        });
    }

    @Test
    void nodesWithoutParametersNeedNoNames() {
        Reading.of("package lib; public class Lib { @Node(outputName = \"a\") int a() { return 1; } }")
                .compileInto(classes, "-g:none");
        Reading.of("package p; @Graph(nodes = lib.Lib.class) class X {}")
                .classes(classes)
                .graph(
                        "p.X",
                        graph -> assertThat(graph.nodeClasses().get(1).origin()).isEqualTo(Origin.CLASS_FILE));
    }

    @Test
    void metadataThatDoesNotFitIsIgnored() {
        String stale = METADATA.replace("{\"terms\", \"topK\"}", "{\"terms\"}");
        Reading.of(LIBRARY, stale).compileInto(classes, "-g:none");
        Reading.of(GRAPH)
                .classes(classes)
                .graph(
                        "p.X",
                        graph -> assertThat(graph.nodeClasses().get(1).origin()).isEqualTo(Origin.NAMELESS_CLASS_FILE));
    }

    @Test
    void sourceOfThisCompilationWinsOverMetadata() {
        Reading.of(LIBRARY, METADATA).compileInto(classes);
        String edited = LIBRARY.replace("topK", "limit");
        Reading.of(GRAPH, edited).classes(classes).graph("p.X", graph -> {
            NodeClass library = graph.nodeClasses().get(1);
            assertThat(library.origin()).isEqualTo(Origin.SOURCE);
            assertThat(library.methods().get(0).signature()).isEqualTo("Lib.retrieve(terms, limit)");
            assertThat(library.methods().get(0).hash()).hasSize(16);
        });
    }

    @Test
    void inheritedMethodsMayHaveMetadataWithTheClassThatDeclaresThem() {
        Reading.of(LIBRARY, METADATA).compileInto(classes, "-g:none");
        Reading.of(
                        "package p; @Graph class X extends lib.Outer.Lib { @Node(outputName = \"z\") int z(int q) { return q; } }")
                .classes(classes)
                .nodeClass("p.X", nodeClass -> {
                    assertThat(nodeClass.origin()).isEqualTo(Origin.SOURCE);
                    assertThat(nodeClass.methods())
                            .extracting(NodeMethod::signature)
                            .containsExactly(
                                    "Lib.retrieve(terms, topK)",
                                    "Lib.count(text, by)",
                                    "Lib.count(other)",
                                    "Lib.done()",
                                    "X.z(q)");
                });
    }

    @Test
    void inheritedMethodsOfGenericClassesHaveMetadataWithTheSubclass() {
        String library = """
                package lib;
                public class Sub extends Base<String> {}
                abstract class Base<T> { @Node(outputName = "a") List<T> a(T one, T[] more) { return null; } }
                """;
        String metadata = """
                package lib;
                public final class Sub_Nodes {
                    @dev.hypergraph4j.metadata.NodeMetadata(index = 0, parameters = {"one", "more"})
                    public static List<String> a(Sub holder, String one, String[] more) { return null; }
                }
                """;
        Reading.of(library, metadata).compileInto(classes, "-g:none");
        Reading.of("package p; @Graph(nodes = lib.Sub.class) class X {}")
                .classes(classes)
                .graph(
                        "p.X",
                        graph -> assertThat(graph.nodeClasses().get(1).methods())
                                .extracting(NodeMethod::signature)
                                .containsExactly("Base.a(one, more)"));
    }

    @Test
    void recordsOfClassFilesAreTakenApart() {
        String library = """
                package lib;
                public class Lib {
                    public record Pair<T>(T left, int right) {}
                    @Node(outputName = {"left", "right"}) public static Pair<String> a() { return null; }
                }
                """;
        Reading.of(library).compileInto(classes, "-g:none");
        Reading.of("package p; @Graph(nodes = lib.Lib.class) class X {}")
                .classes(classes)
                .graph("p.X", graph -> {
                    NodeMethod method = graph.nodeClasses().get(1).methods().get(0);
                    assertThat(method.faults()).isEmpty();
                    assertThat(method.outputs())
                            .extracting(output -> output.type().display())
                            .containsExactly("String", "int");
                });
    }

    @Test
    void whatIsWrongWithAClassFileIsShownWhereItWasTakenIn() {
        Reading.of(LIBRARY, METADATA).compileInto(classes);
        String other = "package p; @Graph\n(nodes =\n lib.Outer.Lib.class) class Y {}";
        List<Diagnostic<? extends javax.tools.JavaFileObject>> shown = Reading.of(GRAPH, other)
                .classes(classes)
                .firstRound((reader, environment, round) -> {
                    GraphDeclaration x = reader.graph(Reading.type(environment, "p.X"));
                    GraphDeclaration y = reader.graph(Reading.type(environment, "p.Y"));
                    NodeMethod method = y.nodeClasses().get(1).methods().get(0);
                    assertThat(method.site()).isEqualTo(y.nodeClasses().get(1).site());
                    assertThat(method.parameters().get(0).site()).isEqualTo(method.site());
                    assertThat(method.outputs().get(0).site()).isEqualTo(method.site());
                    assertThat(method.site())
                            .isNotEqualTo(x.nodeClasses().get(1).site());
                    ((JavacSite) method.site()).print(environment.getMessager(), Diagnostic.Kind.NOTE, "here");
                });
        assertThat(shown).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.getSource().getName()).endsWith("Y.java");
            assertThat(diagnostic.getLineNumber()).isEqualTo(3);
        });
    }
}
