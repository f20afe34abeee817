package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.Fault.Kind;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.OutputPort;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    @Node(outputName = "a") private int f() { return 1; }           | PRIVATE           | ''
                    @Node(outputName = "a") abstract int f();                       | ABSTRACT          | ''
                    @Node(outputName = "a") <T, U> int f(T t) { return 1; }         | TYPE_PARAMETERS   | 'T, U'
                    @Node(outputName = "a") int f(int... xs) { return 1; }          | VARARGS           | ''
                    @Node(outputName = "a") void f() {}                             | OUTPUT_ON_VOID    | ''
                    @Node(outputName = "a") CompletionStage<Void> f() { return null; } | OUTPUT_ON_VOID | ''
                    @Node List<String> f() { return null; }                         | OUTPUT_MISSING    | List<String>
                    @Node CompletionStage<String> f() { return null; }              | OUTPUT_MISSING    | String
                    @Node(outputName = {"a", "b"}) String f() { return null; }      | NOT_A_RECORD      | String
                    @Node(outputName = {"a", "c"}) R f() { return null; }           | COMPONENT_MISSING | c
                    @Node(outputName = {"a", "a"}) R f() { return null; }           | OUTPUT_TWICE      | a
                    """)
    void methodHasTheFault(String method, Kind kind, String detail) {
        read(method, read -> assertThat(read.faults()).containsExactly(new Fault(kind, detail)));
    }

    @Test
    void allFaultsOfAMethodAreFound() {
        read(
                "@Node(outputName = {\"a\", \"c\", \"a\"}) private <T> R f(T... ts) { return null; }",
                method -> assertThat(method.faults())
                        .extracting(Fault::kind)
                        .containsExactly(
                                Kind.PRIVATE,
                                Kind.TYPE_PARAMETERS,
                                Kind.VARARGS,
                                Kind.COMPONENT_MISSING,
                                Kind.OUTPUT_TWICE));
    }

    @Test
    void outputsOfAFaultyMethodAreThereAndFitEverywhere() {
        read("@Node(outputName = {\"a\", \"b\"}) void f(String s) {}", method -> {
            assertThat(method.outputs()).extracting(OutputPort::name).containsExactly("a", "b");
            OutputPort a = method.outputs().get(0);
            assertThat(a.type().isAssignableTo(method.parameters().get(0).type()))
                    .isTrue();
            assertThat(method.parameters().get(0).type().isAssignableTo(a.type()))
                    .isTrue();
        });
    }

    @Test
    void typeVariablesOfFaultyMethodsAreSpelledAsTheirBounds() {
        read(
                "@Node(outputName = \"a\") <T extends Comparable<T>, U> List<T> f(T t, U[] us) { return null; }",
                method -> {
                    assertThat(method.returned()).hasToString("java.util.List<java.lang.Comparable>");
                    assertThat(method.parameters().get(0).type().display()).isEqualTo("T");
                    assertThat(method.parameters().get(1).type().spelling()).hasToString("java.lang.Object[]");
                });
    }

    @Test
    void classAroundMustNotBePrivate() {
        String source = """
                package p;
                class Outer {
                    private static class Hidden { static class X { @Node(outputName = "a") int a() { return 1; } } }
                }
                """;
        Reading.of(source)
                .methods(
                        "p.Outer.Hidden.X",
                        methods -> assertThat(methods.get(0).faults())
                                .containsExactly(new Fault(Kind.PRIVATE_CLASS, "Hidden")));
    }

    @Test
    void genericClassCannotBeHeld() {
        String source = """
                package p;
                class X<T> {
                    @Node(outputName = "a") T a() { return null; }
                    @Node(outputName = "b") static int b() { return 1; }
                    class Inner { @Node(outputName = "c") T c() { return null; } }
                    static class Nested { @Node(outputName = "d") int d() { return 1; } }
                }
                """;
        Fault fault = new Fault(Kind.GENERIC_CLASS, "X");
        Reading reading = Reading.of(source);
        reading.firstRound((reader, environment, round) -> {
            assertThat(reader.nodeClass(Reading.type(environment, "p.X")).methods())
                    .extracting(NodeMethod::faults)
                    .containsExactly(List.of(fault), List.of());
            assertThat(reader.nodeClass(Reading.type(environment, "p.X.Inner")).methods())
                    .flatExtracting(NodeMethod::faults)
                    .containsExactly(fault);
            assertThat(reader.nodeClass(Reading.type(environment, "p.X.Nested")).methods())
                    .flatExtracting(NodeMethod::faults)
                    .isEmpty();
        });
    }

    @Test
    void voidIsSpelledVoid() {
        read("@Node void f() {}", method -> assertThat(method.returned()).isEqualTo(TypeName.VOID));
    }

    private static void read(String method, Consumer<NodeMethod> assertions) {
        Reading.of("package p; abstract class X { " + method + " } record R(int a, int b) {}")
                .method(assertions);
    }
}
