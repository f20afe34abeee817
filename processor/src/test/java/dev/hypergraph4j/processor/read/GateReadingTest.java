package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.Decision;
import dev.hypergraph4j.processor.model.Decision.Choice;
import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.Fault.Kind;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.NodeMethod;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Next                          | ENUM | false | false
                    CompletionStage<Next>         | ENUM | false | true
                    Set<Next>                     | ENUM | true  | false
                    EnumSet<Next>                 | ENUM | true  | false
                    List<? extends Next>          | ENUM | true  | false
                    CompletableFuture<Set<Next>>  | ENUM | true  | true
                    String                        | TEXT | false | false
                    List<String>                  | TEXT | true  | false
                    Set<String>                   | TEXT | true  | false
                    Collection<String>            | TEXT | true  | false
                    CompletionStage<List<String>> | TEXT | true  | true
                    """)
    void routeChoosesWhatItReturns(String returned, Choice choice, boolean several, boolean asynchronous) {
        read("@Route(targets = {\"search\", \"END\"}) %s f(int x) { return null; }".formatted(returned), method -> {
            assertThat(method.faults()).isEmpty();
            assertThat(method.outputs()).isEmpty();
            assertThat(method.asynchronous()).isEqualTo(asynchronous);
            assertThat(method.traits().isGate()).isTrue();
            assertThat(decision(method).choice()).isEqualTo(choice);
            assertThat(decision(method).several()).isEqualTo(several);
        });
    }

    @Test
    void constantLeadsToTheNodeOfItsNameOrToItsTarget() {
        read("@Route Next f() { return null; }", method -> {
            assertThat(targets(method)).containsExactly("search search", "RETRY again", "stop END", "END END");
            assertThat(decision(method).type().display()).isEqualTo("Next");
            assertThat(decision(method).targets().get(0).site()).isEqualTo(method.site());
            assertThat(decision(method).unlisted()).isEmpty();
        });
    }

    @Test
    void listedNamesThatNoConstantLeadsToAreNoticed() {
        read(
                "@Route(targets = {\"again\", \"other\", \"RETRY\"}) Next f() { return null; }",
                method -> assertThat(decision(method).unlisted())
                        .extracting(Name::text)
                        .containsExactly("other", "RETRY"));
    }

    @Test
    void textLeadsToTheNodeThatItNames() {
        read("@Route(targets = {\"a\", \"END\", \"a\"}) String f() { return null; }", method -> {
            assertThat(targets(method)).containsExactly("a a", "END END");
            assertThat(decision(method).type()).isNull();
        });
    }

    @Test
    void gateIsOpenByDefaultAndFallsBackToNothing() {
        read("@Route Next f() { return null; }", method -> {
            assertThat(decision(method).defaultOpen()).isTrue();
            assertThat(decision(method).fallback()).isNull();
            assertThat(method.node()).isEqualTo("f");
        });
    }

    @Test
    void annotationOfARouteTellsTheRest() {
        read(
                "@Route(name = \"r\", fallback = \"search\", defaultOpen = false, cache = true, emit = \"e\", waitFor = \"w\")"
                        + " Next f() { return null; }",
                method -> {
                    assertThat(method.node()).isEqualTo("r");
                    assertThat(decision(method).fallback().text()).isEqualTo("search");
                    assertThat(decision(method).defaultOpen()).isFalse();
                    assertThat(method.traits().cached()).isTrue();
                    assertThat(method.traits().emits()).extracting(Name::text).containsExactly("e");
                    assertThat(method.traits().waits()).extracting(Name::text).containsExactly("w");
                });
    }

    @Test
    void fallingBackToTheEndIsHavingNoFallback() {
        read(
                "@Route(fallback = \"END\") Next f() { return null; }",
                method -> assertThat(decision(method).fallback()).isNull());
    }

    @ParameterizedTest
    @CsvSource({"boolean, false", "Boolean, false", "CompletionStage<Boolean>, true"})
    void ifElseHasABranchForEachAnswer(String returned, boolean asynchronous) {
        String annotation = "@IfElse(whenTrue = \"a\", whenFalse = \"END\", defaultOpen = false, name = \"n\")";
        String value = returned.equals("boolean") ? "true" : "null";
        read("%s %s f() { return %s; }".formatted(annotation, returned, value), method -> {
            assertThat(method.faults()).isEmpty();
            assertThat(method.node()).isEqualTo("n");
            assertThat(method.outputs()).isEmpty();
            assertThat(method.asynchronous()).isEqualTo(asynchronous);
            assertThat(decision(method).choice()).isEqualTo(Choice.BOOLEAN);
            assertThat(targets(method)).containsExactly("true a", "false END");
            assertThat(decision(method).defaultOpen()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    @Route(targets = "a") int f() { return 1; }                            | NO_CHOICE     | int
                    @Route(targets = "a") void f() {}                                      | NO_CHOICE     | nothing
                    @Route(targets = "a") List f() { return null; }                        | NO_CHOICE     | List
                    @Route(targets = "a") List<Integer> f() { return null; }               | NO_CHOICE     | List<Integer>
                    @Route(targets = "a") String[] f() { return null; }                    | NO_CHOICE     | String[]
                    @Route(targets = "a") Optional<String> f() { return null; }            | NO_CHOICE     | Optional<String>
                    @Route(targets = "a") Object f() { return null; }                      | NO_CHOICE     | Object
                    @Route String f() { return null; }                                     | NO_TARGETS    | ''
                    @IfElse(whenTrue = "a", whenFalse = "b") String f() { return null; }   | NOT_A_BOOLEAN | String
                    @IfElse(whenTrue = "a", whenFalse = "b") void f() {}                   | NOT_A_BOOLEAN | nothing
                    """)
    void gateReturnsAChoice(String method, Kind kind, String detail) {
        read(method, read -> {
            assertThat(read.faults()).containsExactly(new Fault(kind, detail));
            assertThat(read.traits().isGate()).isTrue();
        });
    }

    @Test
    void typeThatDoesNotExistIsNoFault() {
        read(
                "@Route(targets = \"a\") Missing f() { return null; }",
                method -> assertThat(method.faults()).isEmpty());
    }

    @Test
    void gateOfAClassFileIsReadAsThatOfASource(@org.junit.jupiter.api.io.TempDir java.nio.file.Path classes) {
        String library = """
                package lib;
                public class Lib {
                    public enum Next { b, @Target("x") a, END }
                    @Route(fallback = "b", targets = "c") public static Next f() { return null; }
                    @IfElse(whenTrue = "b", whenFalse = "x", waitFor = "w") public static boolean g() { return true; }
                    @Node(outputName = "n", timeout = "PT2S") public static int h() { return 1; }
                }
                """;
        Reading.of(library).compileInto(classes);
        Reading.of("package p; @Graph(nodes = lib.Lib.class) class X {}")
                .classes(classes)
                .graph("p.X", graph -> {
                    List<NodeMethod> methods = graph.nodeClasses().get(1).methods();
                    assertThat(methods).extracting(NodeMethod::node).containsExactly("f", "g", "h");
                    assertThat(targets(methods.get(0))).containsExactly("b b", "a x", "END END");
                    assertThat(decision(methods.get(0)).unlisted())
                            .extracting(Name::text)
                            .containsExactly("c");
                    assertThat(decision(methods.get(0)).targets().get(0).site())
                            .isEqualTo(graph.nodeClasses().get(1).site());
                    assertThat(targets(methods.get(1))).containsExactly("true b", "false x");
                    assertThat(methods.get(1).traits().waits())
                            .extracting(Name::text)
                            .containsExactly("w");
                    assertThat(methods.get(2).traits().timeoutNanos()).isEqualTo(2_000_000_000L);
                });
    }

    private static Decision decision(NodeMethod method) {
        Decision decision = method.traits().decision();
        assertThat(decision).isNotNull();
        return decision;
    }

    private static List<String> targets(NodeMethod method) {
        return decision(method).targets().stream()
                .map(target -> target.choice() + " " + target.node())
                .toList();
    }

    private static void read(String method, Consumer<NodeMethod> assertions) {
        Reading.of("package p; class X { " + method + " }"
                        + " enum Next { search, @Target(\"again\") RETRY { }, @Target(Gate.END) stop, END }")
                .method(assertions);
    }
}
