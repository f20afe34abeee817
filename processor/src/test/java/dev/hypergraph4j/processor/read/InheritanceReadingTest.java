package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.NodeUse;
import org.junit.jupiter.api.Test;

class InheritanceReadingTest {

    @Test
    void inheritedNodesComeFirst() {
        String source = """
                package p;
                class X extends Middle implements Side { @Node(outputName = "x") int x() { return 1; } }
                class Middle extends Base { @Node(outputName = "m") int m() { return 1; } }
                abstract class Base implements Deep { @Node(outputName = "b") static int b() { return 1; } }
                interface Deep { @Node(outputName = "d") default int d() { return 1; } }
                interface Side extends Deep { @Node(outputName = "s") default int s() { return 1; } }
                """;
        Reading.of(source).methods("p.X", methods -> {
            assertThat(methods).extracting(NodeMethod::method).containsExactly("d", "b", "m", "s", "x");
            assertThat(methods)
                    .extracting(method -> method.owner().simpleName())
                    .containsExactly("Deep", "Base", "Middle", "Side", "X");
        });
    }

    @Test
    void typeArgumentsOfTheSubclassAreFilledIn() {
        String source = """
                package p;
                class X extends Base<String> {}
                abstract class Base<T> { @Node(outputName = "out") List<T> f(T in, Map<T, T[]> more) { return null; } }
                """;
        Reading.of(source).method(method -> {
            assertThat(method.faults()).isEmpty();
            assertThat(method.returned()).hasToString("java.util.List<java.lang.String>");
            assertThat(method.outputs().get(0).type().display()).isEqualTo("List<String>");
            assertThat(method.parameters().get(0).type().display()).isEqualTo("String");
            assertThat(method.parameters().get(1).type().display()).isEqualTo("Map<String, String[]>");
            assertThat(method.hash()).isNotEmpty();
        });
    }

    @Test
    void overriddenNodesAreThoseOfTheSubclass() {
        String source = """
                package p;
                class X extends Base {
                    @Override @Node(outputName = "mine") int again() { return 1; }
                    @Override int noMore() { return 1; }
                    @Node(outputName = "hiding") static int hidden() { return 1; }
                    @Node(outputName = "overload") int again(int x) { return 1; }
                }
                abstract class Base {
                    @Node(outputName = "theirs") abstract int again();
                    @Node(outputName = "gone") int noMore() { return 1; }
                    @Node(outputName = "hidden") static int hidden() { return 1; }
                }
                """;
        Reading.of(source)
                .methods(
                        "p.X",
                        methods -> assertThat(methods)
                                .extracting(method -> method.outputs().get(0).name())
                                .containsExactly("mine", "hiding", "overload"));
    }

    @Test
    void staticMethodsOfInterfacesAreNotInherited() {
        String source = """
                package p;
                interface X extends Base { @Node(outputName = "own") static int own() { return 1; } }
                interface Base { @Node(outputName = "theirs") static int theirs() { return 1; } }
                """;
        Reading.of(source).method(method -> assertThat(method.method()).isEqualTo("own"));
    }

    @Test
    void faultsOfInheritedMethodsStandWhereTheMethodDoes() {
        String base = "package p; public class Base { @Node(outputName = \"b\") private int b() { return 1; } }";
        Reading.of("package q; class X extends p.Base {}", base).firstRound((reader, environment, round) -> {
            NodeMethod own = reader.nodeClass(Reading.type(environment, "p.Base"))
                    .methods()
                    .get(0);
            NodeMethod inherited =
                    reader.nodeClass(Reading.type(environment, "q.X")).methods().get(0);
            assertThat(inherited.faults()).isEqualTo(own.faults()).isNotEmpty();
            assertThat(inherited.site()).isEqualTo(own.site());
        });
    }

    @Test
    void genericClassOfAnotherPackageMustOfferItsNodesToAll() {
        String base = """
                package p;
                public class Base<T> {
                    @Node(outputName = "a") protected T a() { return null; }
                    @Node(outputName = "b") public T b() { return null; }
                }
                """;
        Reading.of("package q; class X extends p.Base<String> {}", base).methods("q.X", methods -> {
            assertThat(methods.get(0).faults()).containsExactly(new Fault(Fault.Kind.GENERIC_CLASS, "Base"));
            assertThat(methods.get(1).faults()).isEmpty();
        });
    }

    @Test
    void useNamesTheClassThatIsHeld() {
        String source = """
                package p;
                @Graph(nodes = Sub.class) class X {}
                class Sub extends Base {}
                class Base { @Node(outputName = "a") int a() { return 1; } }
                """;
        Reading.of(source)
                .graph(
                        "p.X",
                        graph -> assertThat(graph.uses())
                                .singleElement()
                                .extracting(NodeUse::holder, use -> use.method().owner())
                                .containsExactly(ClassName.get("p", "Sub"), ClassName.get("p", "Base")));
    }

    @Test
    void providersAreInherited() {
        String source = """
                package p;
                class X extends Base { @Node void g(int n, int m) {} @Default static int m() { return 1; } }
                class Base {
                    @Node void f(int n) {}
                    @Default static int n() { return 1; }
                    @Default static int m() { return 2; }
                }
                """;
        Reading.of(source).nodeClass("p.X", nodeClass -> {
            assertThat(nodeClass.unfitProviders()).isEmpty();
            assertThat(nodeClass.providers())
                    .extracting(DefaultValue.Provider::display)
                    .containsExactly("Base.n()", "X.m()");
            assertThat(nodeClass.methods().get(0).parameters().get(0).defaultValue())
                    .isEqualTo(nodeClass.providers().get(0));
        });
    }
}
