package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of users that generated code uses as well, or that mean something to the compiler in places. */
class AwkwardNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record",
                "var",
                "yield",
                "sealed",
                "permits",
                "when",
                "module",
                "open",
                "with",
                "to",
                "exports",
                "transitive",
                "from",
                "state",
                "slot",
                "node",
                "value",
                "slice",
                "graph",
                "run",
                "log",
                "inputs",
                "outputs",
                "values",
                "given",
                "build",
                "name",
                "fromValues",
                "settings",
                "newSettings",
                "options",
                "plan",
                "result",
                "ended",
                "began",
                "complete",
                "stage",
                "trace",
                "ends",
                "bound",
                "bind",
                "create",
                "input",
                "PLAN",
                "WHOLE",
                "State",
                "Objects",
                "Optional",
                "Map",
                "type",
                "Type",
                "GenericType",
                "put",
                "LinkedHashMap",
                "größe",
                "変数",
                "$dollar",
                "_under",
                "x1",
                "withX",
                "x",
                "effective",
                "in",
                "other"
            })
    void valuesAndNodesMayBeCalledSo(String name) {
        String graph = """
                package p;

                @Graph
                class Odd {
                    record Pair(int NAME, Object also) {}

                    @Node(outputName = {"NAME", "also"}, name = "NAME")
                    static Pair method(@From("first") int NAME, Optional<Integer> second) {
                        return new Pair(NAME + second.orElse(0), "a");
                    }

                    @Node(outputName = "later", name = "second")
                    static CompletionStage<Integer> NAME(int NAME, Object also) {
                        return CompletableFuture.completedFuture(NAME + 1);
                    }
                }
                """.replace("NAME", name);
        String outer = """
                package p;

                @Graph
                interface AsInput {
                    @Node(outputName = "sum")
                    default int sum(int NAME, @Default("1") int first) {
                        return NAME + first;
                    }

                    int sum(int NAME);

                    @Output("sum")
                    CompletionStage<Integer> NAME(@From("NAME") int state, @From("first") int result);

                    @Output("sum")
                    int run(int NAME, String unused);
                }
                """.replace("    @Output(\"sum\")\n    int run(int NAME, String unused);\n", "")
                .replace("CompletionStage<Integer> NAME", "CompletionStage<Integer> later")
                .replace("NAME", name);

        assertThat(TestCompilation.of(graph, outer).evaluate("""
                                List.of(OddGraph.create().run(1).outputs().later(),
                                        OddGraph.create().with(AsyncRunner.create()).run(in -> in.first(1).second(2)).outputs().later(),
                                        AsInputGraph.create().sum(5),
                                        AsInputGraph.create().run(in -> in.NAME(5)).outputs().sum(),
                                        AsInputGraph.create().later(5, 6).toCompletableFuture().get(),
                                        AsInputGraph.create().bind("NAME", 7).runByName(Map.of("first", 8)).outputs().sum())
                                """.replace("NAME", name)))
                .isEqualTo(List.of(2, 4, 6, 6, 11, 15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"builder", "of"})
    void outputsMayBeCalledAsMembersOfTheInputs(String name) {
        String graph = """
                package p;

                @Graph
                class Odd {
                    @Node(outputName = "NAME")
                    static int give(int x) {
                        return x;
                    }
                }
                """.replace("NAME", name);

        assertThat(TestCompilation.of(graph).evaluate("OddGraph.create().run(3).outputs().%s()".formatted(name)))
                .isEqualTo(3);
    }

    @Test
    void typesOfThePackageMayBeCalledAsTheOnesThatGeneratedCodeUses() {
        List<String> names = Arrays.asList(
                "State Plan Builder Slice String List Map Optional Objects Object Integer Override Throwable Consumer"
                        .split(" ", -1));
        List<String> sources = new ArrayList<>();
        StringBuilder parameters = new StringBuilder();
        StringBuilder arguments = new StringBuilder();
        for (String name : names) {
            sources.add("package p;\npublic class %s {}\n".formatted(name));
            parameters.append(parameters.isEmpty() ? "" : ", ").append("p.%1$s the%1$s".formatted(name));
            arguments.append(arguments.isEmpty() ? "" : ", ").append("new p.%s()".formatted(name));
        }
        sources.add("""
                package p;

                @Graph
                class Odd {
                    @Node(outputName = "count")
                    static int count(PARAMETERS, java.util.Optional<java.util.List<p.List>> lists, @Default("t") java.lang.String text) {
                        return 1;
                    }
                }
                """.replace("PARAMETERS", parameters));

        assertThat(TestCompilation.of("package q; class First {}")
                        .and(sources.toArray(String[]::new))
                        .and("""
                                package p;

                                public class Use {
                                    public static int use() {
                                        return OddGraph.create().run(ARGUMENTS).outputs().count();
                                    }
                                }
                                """.replace("ARGUMENTS", arguments))
                        .evaluate("p.Use.use()"))
                .isEqualTo(1);
    }

    @Test
    void typesThatAGraphInterfaceDeclaresMayBeCalledSo() {
        assertThat(TestCompilation.of(
                                """
                                package p;

                                @Graph
                                interface Odd extends Base {
                                    record State(int n) {}

                                    record Plan(int n) {}

                                    record Builder(int n) {}

                                    record RunResult(int n) {}

                                    record Map(int n) {}

                                    record String(int n) {}

                                    @Node(outputName = "plan")
                                    static Plan plan(State state, Builder builder, List list) {
                                        return new Plan(state.n() + builder.n() + list.n());
                                    }

                                    Plan plan(@From("state") State from, @From("builder") Builder b, List list);
                                }
                                """.replace("builder,", "made,")
                                        .replace("builder.n()", "made.n()")
                                        .replace("@From(\"builder\")", "@From(\"made\")")
                                        .replace("static Plan plan", "static Plan planned"),
                                """
                                package p;

                                interface Base {
                                    record List(int n) {}

                                    record Objects(int n) {}
                                }
                                """)
                        .evaluate("OddGraph.create().plan(new Odd.State(1), new Odd.Builder(2), new Base.List(3)).n()"))
                .isEqualTo(6);
    }

    @Test
    void classesMayBeInTheUnnamedPackage() {
        assertThat(TestCompilation.of("""
                                @Graph(nodes = Library.class)
                                public class Rag {
                                    @Node(outputName = "state")
                                    static State state(int x) {
                                        return new State(x);
                                    }
                                }
                                """, """
                                class Library {
                                    @Node(outputName = "y")
                                    int y(State state, Builder make) {
                                        return state.n();
                                    }
                                }
                                """, """
                                record State(int n) {}
                                """, """
                                record Builder() {}
                                """)
                        .evaluate("RagGraph.create(new Library()).run(4, new Builder()).outputs().y()"))
                .isEqualTo(4);
    }

    @Test
    void graphsMayHaveAnyName() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph(name = "a */ <b> {@code} \\" \\\\u 4%", version = "\\"1\\"")
                                class Odd {
                                    @Node(outputName = "x")
                                    static String x(@Default("*/ {@link} \\\\u000g <i> \\n \\"q\\"") String text) {
                                        return text;
                                    }
                                }
                                """)
                        .evaluate("OddGraph.create().definition().name() + OddGraph.create().run().outputs().x()"))
                .isEqualTo("a */ <b> {@code} \" \\u 4%*/ {@link} \\u000g <i> \n \"q\"");
    }
}
