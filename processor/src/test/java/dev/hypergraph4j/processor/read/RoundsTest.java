package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.NodeMethod;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that do not exist yet when they are first asked for. */
class RoundsTest {
    private static final String DOC = "package gen; public class Doc { public static final String NAME = \"doc\"; }";
    private static final String LIBRARY =
            "package gen; import dev.hypergraph4j.*; public class Lib { @Node(outputName = \"a\") public int a() { return 1; } }";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Graph class X { @Node(outputName = \"a\") gen.Doc a() { return null; } }",
                "@Graph class X { @Node void a(List<? extends gen.Doc[]> in) {} }",
                "@Graph class X { @Node(outputName = {\"a\", \"b\"}) R a() { return null; } record R(int a, gen.Doc b) {} }",
                "@Graph class X { @Node(outputName = gen.Doc.NAME) int a() { return 1; } }",
                "@Graph(select = gen.Doc.NAME) class X { @Node(outputName = \"doc\") int a() { return 1; } }",
                "@Graph class X extends gen.Doc { @Node(outputName = \"a\") int a() { return 1; } }",
                "@Graph class X { @Node void a(int in) {} @Default static gen.Doc in() { return null; } }",
                "@Graph(nodes = gen.Lib.class) class X {}",
                "@Graph @Use(type = gen.Lib.class, method = \"a\", name = \"b\") class X {}",
                "@Graph(nodes = Y.class) class X {} class Y { @Node void a(gen.Doc in) {} }",
                "@Graph interface X { gen.Doc a(int b); }",
                "@Graph interface X { int a(Optional<gen.Doc> b); }",
                "class X { @Node void a(gen.Doc in) {} }"
            })
    void whatAnotherProcessorGeneratesIsWaitedFor(String source) {
        assertThat(waits("package p; " + source)).containsExactly(true, false, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Graph class X { private gen.Doc doc; X(gen.Doc doc) {} @Node void a() {} gen.Doc helper() { return null; } }",
                "@Graph interface X { dev.hypergraph4j.runtime.RunResult<XOutputs> a(); }",
                "@Graph interface X { CompletionStage<dev.hypergraph4j.runtime.RunResult<XOutputs>> a(XInputs b); }",
                "@Graph class X { @Node void a(XGraph again) {} }",
                "@Graph class X { @Node void a(p.XInputs again) {} }",
                "class X { @Node void a() {} }"
            })
    void whatIsOfNoImportanceOrOurOwnIsNotWaitedFor(String source) {
        assertThat(waits("package p; " + source).get(0)).isFalse();
    }

    @Test
    void typesOfOtherGraphsAreWaitedFor() {
        String source = "package p; @Graph class X { @Node void a(q.YOutputs y) {} }";
        String other = "package q; @Graph public class Y { @Node void a() {} }";
        Reading.of(source, other).firstRound((reader, environment, round) -> {
            TypeElement x = Reading.type(environment, "p.X");
            TypeElement y = Reading.type(environment, "q.Y");
            reader.expect(List.of(x, y));
            assertThat(reader.needsAnotherRound(x)).isTrue();
            assertThat(reader.needsAnotherRound(y)).isFalse();
        });
    }

    @Test
    void graphsThatMentionEachOthersTypesDoNotWaitForEachOther() {
        String x = "package p; import q.YOutputs; @Graph public class X { @Node void a(YOutputs y) {} }";
        String y = "package q; @Graph public class Y { @Node void a(r.ZGraph z) {} }";
        String z = "package r; @Graph public class Z { @Node void a(List<p.XInputs> x) {} }";
        String bystander = "package r; @Graph public class B { @Node void a(p.XInputs x) {} }";
        Reading.of(x, y, z, bystander).firstRound((reader, environment, round) -> {
            List<TypeElement> graphs = Stream.of("p.X", "q.Y", "r.Z", "r.B")
                    .map(name -> Reading.type(environment, name))
                    .toList();
            reader.expect(graphs);
            assertThat(graphs).extracting(reader::needsAnotherRound).containsExactly(false, false, false, true);
            assertThat(reader.graph(graphs.get(0)).complete()).isTrue();
            assertThat(spellings(reader.graph(graphs.get(0)))).containsExactly("q.YOutputs");
            assertThat(spellings(reader.graph(graphs.get(2)))).containsExactly("java.util.List<p.XInputs>");
        });
    }

    @Test
    void graphsOfTheSameNameHaveTheirOwnTypes() {
        String x = "package p; @Graph interface X { dev.hypergraph4j.runtime.RunResult<XOutputs> a(); }";
        Reading.of(x, x.replace("package p", "package q")).firstRound((reader, environment, round) -> {
            List<TypeElement> graphs = List.of(Reading.type(environment, "p.X"), Reading.type(environment, "q.X"));
            reader.expect(graphs);
            assertThat(graphs)
                    .extracting(graph ->
                            reader.graph(graph).entries().get(0).returned().toString())
                    .containsExactly(
                            "dev.hypergraph4j.runtime.RunResult<p.XOutputs>",
                            "dev.hypergraph4j.runtime.RunResult<q.XOutputs>");
        });
    }

    @Test
    void graphWithTypesThatNeverComeIsIncompleteAndCanBeSpelled() {
        String source = """
                package p;
                @Graph class X {
                    @Node(outputName = "a") Missing a(List<Missing> in, Missing[] more, Map<String, ? extends Missing> map) {
                        return null;
                    }
                    @Node void b(@Default("1") Missing<String> in) {}
                }
                """;
        Reading.of(source).graph("p.X", graph -> {
            assertThat(graph.complete()).isFalse();
            NodeMethod method = graph.uses().get(0).method();
            assertThat(method.returned()).hasToString("java.lang.Object");
            assertThat(spellings(graph))
                    .containsExactly(
                            "java.util.List<java.lang.Object>",
                            "java.lang.Object[]",
                            "java.util.Map<java.lang.String, ?>",
                            "java.lang.Object");
            assertThat(method.parameters().get(0).type().display()).isEqualTo("List<Missing>");
            assertThat(method.parameters().get(0).type())
                    .isEqualTo(method.parameters().get(0).type())
                    .isNotEqualTo(method.parameters().get(1).type());
            assertThat(method.parameters().get(0).type().isVisibleFrom("q")).isTrue();
        });
    }

    /** Whether {@code p.X} needs another round, asked in each of the rounds. */
    private List<Boolean> waits(String source) {
        List<Boolean> waits = new ArrayList<>();
        Reading.of(source).processor(new Generator(), folder).rounds((reader, environment, round) -> {
            TypeElement type = Reading.type(environment, "p.X");
            boolean needsAnother = reader.needsAnotherRound(type);
            waits.add(needsAnother);
            if (source.contains("@Graph")) {
                assertThat(reader.graph(type).complete()).isEqualTo(!needsAnother);
            }
        });
        return waits;
    }

    private static List<String> spellings(GraphDeclaration graph) {
        Function<NodeMethod, Stream<String>> types = method -> method.parameters().stream()
                .map(parameter -> parameter.type().spelling().toString());
        return graph.uses().stream().flatMap(use -> types.apply(use.method())).toList();
    }

    /** Generates the package {@code gen} in the first round. */
    private static final class Generator extends AbstractProcessor {
        private boolean done;

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
            if (!done) {
                done = true;
                generate("gen.Doc", DOC);
                generate("gen.Lib", LIBRARY);
            }
            return false;
        }

        private void generate(String name, String source) {
            try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                writer.write(source);
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
