package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.NodeUse;
import dev.hypergraph4j.processor.model.Renaming;
import dev.hypergraph4j.processor.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavacSiteTest {

    @Test
    void sitesAreWhereTheUserWroteThem() {
        String source = """
                package p;
                @Graph(nodes = {None.class},
                    inputs =
                        "in",
                    select = {"a",
                        "b"})
                class X {
                    @Node(outputName =
                        "a")
                    int first(
                        int in,
                        @From(
                            "x") int other,
                        @Default(
                            "y") int more) { return 1; }
                    @Node(outputName = {"b",
                        "c"})
                    R second() { return null; }
                    @Default
                    static int
                        in() { return 1; }
                    record R(int b, int c) {}
                }
                class None {}
                """;
        assertThat(lines(source, graph -> {
                    NodeMethod first = graph.uses().get(0).method();
                    NodeMethod second = graph.uses().get(1).method();
                    NodeClass own = graph.nodeClasses().get(0);
                    return List.of(
                            graph.site(),
                            graph.unknown().get(0).site(),
                            graph.inputs().get(0).site(),
                            graph.select().get(1).site(),
                            own.site(),
                            first.outputs().get(0).site(),
                            first.site(),
                            first.parameters().get(0).site(),
                            first.parameters().get(1).site(),
                            ((dev.hypergraph4j.processor.model.DefaultValue.Unfit)
                                            first.parameters().get(2).defaultValue())
                                    .site(),
                            second.outputs().get(1).site(),
                            own.providers().get(0).site());
                }))
                .containsExactly(2L, 2L, 4L, 6L, 7L, 9L, 10L, 11L, 13L, 15L, 17L, 21L);
    }

    @Test
    void sitesOfOneUseAreItsValues() {
        String source = """
                package p;
                @Graph
                @Use(type = X.class, method = "m",
                    name = "n",
                    inputs = @Rename(
                        from = "a",
                        to = "b"))
                class X { @Node void m(int a) {} }
                """;
        assertThat(lines(source, JavacSiteTest::sitesOfUses)).containsExactly(3L, 6L, 7L);
    }

    @Test
    void sitesOfRepeatedUsesAreTheirValuesToo() {
        String source = """
                package p;
                @Graph
                @Use(type = X.class, method = "m", name = "n",
                    inputs = @Rename(
                        from = "a",
                        to = "b"))
                @dev.hypergraph4j.Use(type = X.class, method = "m", name = "n2",
                    inputs = {
                        @Rename(from = "a", to = "c"),
                        @Rename(
                            from = "b",
                            to = "d")})
                @Use(type = None.class, method = "m", name = "n2")
                @Use(type = X.class, name = "n2", method =
                    "unknown")
                class X { @Node void m(int a, int b) {} }
                class None {}
                """;
        assertThat(lines(source, JavacSiteTest::sitesOfUses))
                .containsExactly(3L, 5L, 6L, 7L, 9L, 9L, 11L, 12L, 13L, 15L);
    }

    @Test
    void sitesOrderAsTheSourceDoes() {
        String first = "package a; public class A { @Node void a(int x, int y) {} @Node void b() {} }";
        String second = "package b; public class B { @Node public void c(@From(\"q\") int x) {} }";
        String graph =
                "package c; @Graph(nodes = {b.B.class, a.A.class}, select = {\"u\", \"v\"}) class X { @Node void d() {} }";
        Reading.of(graph, second, first).graph("c.X", read -> {
            List<Site> sites = new ArrayList<>();
            read.uses().forEach(use -> {
                sites.add(use.site());
                use.method().parameters().forEach(parameter -> sites.add(parameter.site()));
            });
            List<Site> names = read.select().stream().map(name -> name.site()).toList();
            sites.addAll(names);
            // d, c, c.x, a, a.x, a.y, b, u, v
            assertThat(sites.stream().sorted())
                    .containsExactly(
                            sites.get(3),
                            sites.get(4),
                            sites.get(5),
                            sites.get(6),
                            sites.get(1),
                            sites.get(2),
                            names.get(0),
                            names.get(1),
                            sites.get(0));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    @SuppressWarnings("hypergraph:DeadNode") |                                                          |
                                                             | @SuppressWarnings({"unused", "hypergraph:DeadNode"})     |
                                                             |                                  | @SuppressWarnings("hypergraph:DeadNode")
                    """)
    void warningsAreSilencedOnTheElementAndAroundIt(String onOuter, String onClass, String onMethod) {
        String source = "package p; %s class Outer { %s static class X { %s @Node void a(int in) {} } }"
                .formatted(orNothing(onOuter), orNothing(onClass), orNothing(onMethod));
        Reading.of(source).methods("p.Outer.X", methods -> {
            Site parameter = methods.get(0).parameters().get(0).site();
            assertThat(parameter.suppresses("DeadNode")).isTrue();
            assertThat(parameter.suppresses("UnusedOutput")).isFalse();
        });
    }

    @Test
    void otherSuppressionsSilenceNothing() {
        Reading.of("package p; @SuppressWarnings({\"all\", \"DeadNode\"}) class X { @Node void a() {} }")
                .method(method ->
                        assertThat(method.site().suppresses("DeadNode")).isFalse());
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }

    private static List<Site> sitesOfUses(GraphDeclaration graph) {
        List<Site> sites = new ArrayList<>();
        for (NodeUse use : graph.uses()) {
            if (use.site() != use.method().site()) {
                sites.add(use.site());
            }
            for (Renaming renaming : use.inputs()) {
                sites.add(renaming.from().site());
                sites.add(renaming.to().site());
            }
        }
        graph.unknown().forEach(unknown -> sites.add(unknown.site()));
        return sites;
    }

    /** The lines that the compiler names when it prints something at sites of {@code p.X}. */
    private static List<Long> lines(String source, Function<GraphDeclaration, List<Site>> sites) {
        List<Diagnostic<? extends JavaFileObject>> shown = Reading.of(source)
                .firstRound((reader, environment, round) -> {
                    for (Site site : sites.apply(reader.graph(Reading.type(environment, "p.X")))) {
                        ((JavacSite) site).print(environment.getMessager(), Diagnostic.Kind.NOTE, "here");
                    }
                });
        return shown.stream().map(Diagnostic::getLineNumber).toList();
    }
}
