package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.Decision;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.EntryMethod;
import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeClass.Origin;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.NodeUse;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.RetryRule;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.SourcePosition;
import dev.hypergraph4j.processor.model.UnknownReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ECJ has no syntax trees for processors: what only these tell is left out, and everything else is there. */
class EcjReadingTest {
    private static final String SOURCE = """
            package p;
            @Graph(nodes = {A.class, None.class}, select = "answer")
            @Use(type = A.class, method = "count", name = "again", outputs = @Rename(from = "n", to = "m"))
            @Use(type = A.class, method = "count", name = "more", outputs = @Rename(from = "n", to = "k"))
            interface X {
                CompletionStage<Optional<String>> answer(String question, int topK);
                CompletableFuture<dev.hypergraph4j.runtime.RunResult<XOutputs>> all(String question);
                @Node(outputName = "answer") default String say(List<? extends CharSequence> docs) { return ""; }
            }
            class A extends Base<String> {
                @Node(outputName = {"left", "right"}) CompletionStage<Pair<String, List<int[]>>> pair(int b) { return null; }
                @Node(outputName = "n") static int count(@Default("5") int topK, Optional<Long> since) { return 1; }
                @Node(outputName = "bad") private <T> void bad(T... ts) {}
            }
            abstract class Base<T> { @Node(outputName = "docs") List<T> docs(T question, @Nullable T other) { return null; } }
            record Pair<L, R>(L left, R right) {}
            @interface Nullable {}
            class None {}
            """;

    @TempDir
    private Path folder;

    @Test
    void graphIsRead() throws IOException {
        ecj(SOURCE).graph("p.X", graph -> {
            assertThat(graph.complete()).isTrue();
            assertThat(graph.uses())
                    .extracting(NodeUse::name)
                    .containsExactly("say", "docs", "pair", "count", "bad", "again", "more");
            assertThat(graph.unknown()).extracting(UnknownReference::name).containsExactly("None");
            assertThat(graph.entries())
                    .extracting(EntryMethod::result)
                    .containsExactly(EntryMethod.Result.OPTIONAL_OUTPUT, EntryMethod.Result.RUN_RESULT);
            assertThat(graph.entries()).allMatch(EntryMethod::asynchronous);
            assertThat(graph.entries().get(1).returned().toString())
                    .endsWith("CompletableFuture<dev.hypergraph4j.runtime.RunResult<p.XOutputs>>");
        });
    }

    @Test
    void methodsAreReadWithoutPositionAndHash() throws IOException {
        ecj(SOURCE).nodeClass("p.A", nodeClass -> {
            List<NodeMethod> methods = nodeClass.methods();
            assertThat(nodeClass.origin()).isEqualTo(Origin.SOURCE);
            assertThat(methods).allSatisfy(method -> {
                assertThat(method.position()).isEqualTo(SourcePosition.UNKNOWN);
                assertThat(method.hash()).isEmpty();
            });
            assertThat(methods.get(0).signature()).isEqualTo("Base.docs(question, other)");
            assertThat(methods.get(0).outputs().get(0).type()).hasToString("List<String>");
            assertThat(methods.get(0).parameters())
                    .extracting(Parameter::demand)
                    .containsExactly(Demand.REQUIRED, Demand.NULLABLE);
            assertThat(methods.get(1).outputs())
                    .extracting(OutputPort::type)
                    .extracting(Object::toString)
                    .containsExactly("String", "List<int[]>");
            assertThat(methods.get(2).parameters().get(0).defaultValue()).isInstanceOf(DefaultValue.Literal.class);
            assertThat(methods.get(2).parameters().get(1).type()).hasToString("Long");
            assertThat(methods.get(3).faults())
                    .extracting(Fault::kind)
                    .containsExactly(
                            Fault.Kind.PRIVATE,
                            Fault.Kind.TYPE_PARAMETERS,
                            Fault.Kind.VARARGS,
                            Fault.Kind.OUTPUT_ON_VOID);
        });
    }

    @Test
    void sitesOrderAsTheyAreRead() throws IOException {
        ecj(SOURCE).methods("p.A", methods -> {
            List<Site> sites = methods.stream().map(NodeMethod::site).toList();
            assertThat(sites.stream().sorted()).containsExactlyElementsOf(sites);
        });
    }

    @Test
    void messagesArePrinted() throws IOException {
        List<Diagnostic<? extends JavaFileObject>> shown = ecj(SOURCE).firstRound((reader, environment, round) -> {
            NodeClass nodeClass = reader.nodeClass(Reading.type(environment, "p.A"));
            ((JavacSite) nodeClass.methods().get(2).site())
                    .print(environment.getMessager(), Diagnostic.Kind.ERROR, "here");
            ((JavacSite) reader.graph(Reading.type(environment, "p.X"))
                            .uses()
                            .get(6)
                            .outputs()
                            .get(0)
                            .from()
                            .site())
                    .print(environment.getMessager(), Diagnostic.Kind.ERROR, "there");
        });
        assertThat(shown)
                .filteredOn(diagnostic -> diagnostic.getMessage(null).contains("here"))
                .extracting(Diagnostic::getLineNumber)
                .containsExactly(12L, 4L);
    }

    @Test
    void gatesQuestionsStreamsAndRetriesAreRead() throws IOException {
        String source = """
                package p;
                class A {
                    enum Next { b, @Target("x") a, END }
                    @Route(targets = "c", defaultOpen = false) Set<Next> gate(NodeContext context) { return null; }
                    @IfElse(whenTrue = "x", whenFalse = "END") boolean check() { return true; }
                    @Interrupt(answerName = "yes") Question<Boolean> ask() { return null; }
                    @Node(outputName = "ns", retry = @Retry(maxAttempts = 2, multiplier = 3, jitter = 0.5, on = Error.class))
                    Iterator<Integer> tell() { return null; }
                }
                """;
        ecj(source).methods("p.A", methods -> {
            assertThat(methods).allSatisfy(method -> assertThat(method.faults()).isEmpty());
            Decision decision = methods.get(0).traits().decision();
            assertThat(decision.targets())
                    .extracting(target -> target.choice() + " " + target.node())
                    .containsExactly("b b", "a x", "END END");
            assertThat(decision.several()).isTrue();
            assertThat(decision.defaultOpen()).isFalse();
            assertThat(decision.unlisted()).hasSize(1);
            assertThat(methods.get(0).values()).isEmpty();
            assertThat(methods.get(1).traits().decision().targets())
                    .extracting(target -> target.choice() + " " + target.node())
                    .containsExactly("true x", "false END");
            assertThat(methods.get(2).outputs().get(0).type()).hasToString("Boolean");
            assertThat(methods.get(3).outputs().get(0).type()).hasToString("List<Integer>");
            RetryRule retry = methods.get(3).traits().retry();
            assertThat(retry.multiplier()).isEqualTo(3);
            assertThat(retry.jitter()).isEqualTo(0.5);
            assertThat(retry.on()).extracting(Object::toString).containsExactly("Error");
        });
    }

    @Test
    void missingTypesAreWaitedFor() throws IOException {
        ecj("package p; @Graph(nodes = Gone.class) class X { @Node void a(List<Missing> in) {} } class Y { @Node void b() throws IOException {} }")
                .firstRound((reader, environment, round) -> {
                    TypeElement x = Reading.type(environment, "p.X");
                    assertThat(reader.needsAnotherRound(x)).isTrue();
                    assertThat(reader.needsAnotherRound(Reading.type(environment, "p.Y")))
                            .isFalse();
                    assertThat(reader.graph(x)
                                    .uses()
                                    .get(0)
                                    .method()
                                    .parameters()
                                    .get(0)
                                    .type()
                                    .spelling())
                            .hasToString("java.util.List<java.lang.Object>");
                });
    }

    @Test
    void classFilesAreToldFromSources() throws IOException {
        Reading.of("package lib; public class Lib { @Node(outputName = \"a\") public int a(int x) { return x; } }")
                .compileInto(folder, "-g:none");
        ecj("package p; @Graph(nodes = lib.Lib.class) class X { @Node void f(int arg0) {} }")
                .classes(folder)
                .graph("p.X", graph -> {
                    assertThat(graph.nodeClasses())
                            .extracting(NodeClass::origin)
                            .containsExactly(Origin.SOURCE, Origin.NAMELESS_CLASS_FILE);
                    assertThat(graph.nodeClasses().get(1).methods().get(0).site())
                            .isEqualTo(graph.nodeClasses().get(1).site());
                });
    }

    private Reading ecj(String... sources) throws IOException {
        return Reading.withEcj(folder.resolve("src"), sources);
    }
}
