package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.GateTarget;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeClass.Origin;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.Traits;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the processor writes beside a library is enough to read the library's class files as its sources. */
class ProcessedLibraryTest {
    private static final String LIBRARY = """
            package lib;
            public class Lib {
                public enum Next { search, @Target("reply") answer, END }

                @Route(fallback = "search")
                Next decide(String question, NodeContext context) { return Next.END; }

                @IfElse(whenTrue = "search", whenFalse = "END")
                static boolean knows(String question) { return true; }

                @Interrupt(answerName = "approved")
                public Question<Boolean> approve(String draft) { return Question.confirm(draft); }

                @Node(outputName = "tokens", emit = "told")
                Iterator<String> tell(@Seed List<String> words) { return words.iterator(); }
            }
            """;

    @TempDir
    private Path classes;

    @Test
    void nodesOfAllKindsAreReadFromAJarAsFromTheirSource() {
        AtomicReference<NodeClass> source = new AtomicReference<>();
        Reading.of(LIBRARY).nodeClass("lib.Lib", source::set);
        Reading.of(LIBRARY).processInto(classes);

        Reading.of("package p; @Graph(nodes = lib.Lib.class) class X {}")
                .classes(classes)
                .graph("p.X", graph -> {
                    NodeClass library = graph.nodeClasses().get(1);
                    assertThat(library.origin()).isEqualTo(Origin.CLASS_FILE);
                    assertThat(library.methods())
                            .extracting(ProcessedLibraryTest::told)
                            .containsExactlyElementsOf(source.get().methods().stream()
                                    .map(ProcessedLibraryTest::told)
                                    .toList());
                    assertThat(library.methods())
                            .extracting(NodeMethod::node)
                            .containsExactly("decide", "knows", "approve", "tell");
                    assertThat(library.methods().get(0).parameters())
                            .extracting(Parameter::demand)
                            .containsExactly(Demand.REQUIRED, Demand.CONTEXT);
                });
    }

    @Test
    void gatesAndQuestionsHaveAPublicForwarder() {
        Reading.of(LIBRARY).processInto(classes);
        String caller = """
                package p;
                class Caller {
                    lib.Lib.Next decide(lib.Lib lib) throws Throwable { return lib.Lib_Nodes.decide(lib, "", null); }
                    boolean knows() throws Throwable { return lib.Lib_Nodes.knows(""); }
                    Question<Boolean> approve(lib.Lib lib) throws Throwable { return lib.Lib_Nodes.approve(lib, ""); }
                }
                """.replace("lib.Lib lib)", "lib.Lib of)").replace("(lib, ", "(of, ");
        Reading.of(caller).classes(classes).compileInto(classes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Route(targets = \"a\") String f(int x) { return null; }",
                "@IfElse(whenTrue = \"a\", whenFalse = \"b\") boolean f(int x) { return true; }",
                "@Interrupt(answerName = \"a\") Question<String> f(int x) { return null; }"
            })
    void classWithOneNodeOfAnyKindIsALibrary(String method) {
        Reading.of("package lib; public class Lib { " + method + " }").processInto(classes);

        Reading.of("package p; @Graph(nodes = lib.Lib.class) class X {}")
                .classes(classes)
                .graph(
                        "p.X",
                        graph -> assertThat(graph.nodeClasses().get(1).methods())
                                .extracting(NodeMethod::signature)
                                .containsExactly("Lib.f(x)"));
    }

    private static List<Object> told(NodeMethod method) {
        Traits traits = method.traits();
        List<String> targets = traits.decision() == null
                ? List.of()
                : traits.decision().targets().stream().map(GateTarget::node).toList();
        return List.of(
                method.signature(),
                method.position(),
                method.hash(),
                method.outputs().stream()
                        .map(output -> output.type().display() + " " + output.name())
                        .toList(),
                targets,
                traits.interrupt(),
                traits.emits().size(),
                String.valueOf(traits.streaming()),
                method.parameters().stream().map(Parameter::seed).toList());
    }
}
