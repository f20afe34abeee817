package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import org.junit.jupiter.api.Test;

/** Parts of graphs with gates and cycles: by {@code select}, {@code entrypoint} and entry methods. */
class ControlFlowSlicesTest {
    private static final String NODES = """
            package p;

            class Nodes {
                final List<String> ran = new ArrayList<>();

                @IfElse(whenTrue = "shorten", whenFalse = "keep")
                boolean isLong(String text) { ran.add("isLong"); return text.length() > 5; }

                @Node(outputName = "line")
                String shorten(String text) { ran.add("shorten"); return text.substring(0, 5); }

                @Node(outputName = "line")
                String keep(String text) { ran.add("keep"); return text; }

                @Node(outputName = "count")
                int count(String text) { ran.add("count"); return text.length(); }

                @Node(outputName = "n")
                int add(@Seed int n) { ran.add("add"); return n + 1; }

                @IfElse(whenTrue = "add", whenFalse = "report")
                boolean isSmall(int n) { ran.add("isSmall"); return n < 3; }

                @Node(outputName = "report")
                String report(int n, Optional<String> line) { ran.add("report"); return n + "/" + line; }
            }
            """;

    private static Object evaluate(String graph, String expression) {
        return TestCompilation.of(NODES, "package p;\n\n" + graph).evaluate(expression);
    }

    @Test
    void selectedOutputBringsTheGatesThatDecideOverIt() {
        assertThat(evaluate("""
                        @Graph(nodes = Nodes.class, select = "line")
                        class Line {
                            static Object run(String text) {
                                Nodes nodes = new Nodes();
                                return List.of(LineGraph.create(nodes).run(text).outputs().line(), nodes.ran);
                            }
                        }
                        """, "List.of(Line.run(\"abcdefg\"), Line.run(\"abc\"))"))
                .hasToString("[[abcde, [isLong, shorten]], [abc, [isLong, keep]]]");
    }

    @Test
    void selectedOutputOfACycleBringsTheWholeCycle() {
        assertThat(evaluate("""
                        @Graph(nodes = Nodes.class, select = "n")
                        class Count {
                            static Object run() {
                                Nodes nodes = new Nodes();
                                return List.of(CountGraph.create(nodes).run(1).outputs().n(), nodes.ran);
                            }
                        }
                        """, "Count.run()")).hasToString("[3, [add, isSmall, add, isSmall]]");
    }

    @Test
    void entryMethodRunsWhatItsOutputNeedsAndWhatDecidesOverThat() {
        assertThat(evaluate("""
                        @Graph(nodes = Nodes.class)
                        interface Parts {
                            int count(String text);

                            String line(String text);

                            String report(int n, String text);

                            static Object run() {
                                Nodes nodes = new Nodes();
                                Parts parts = PartsGraph.create(nodes);
                                List<Object> all = new ArrayList<>();
                                all.add(parts.count("abcdefg"));
                                all.add(parts.line("abcdefg"));
                                all.add(parts.report(2, "abc"));
                                all.add(nodes.ran);
                                return all;
                            }
                        }
                        """, "Parts.run()"))
                .hasToString(
                        "[7, abcde, 3/Optional[abc], [count, isLong, shorten, isLong, keep, add, isSmall, report]]");
    }

    @Test
    void targetIsNoLongerGatedWhereItsGateIsCutOff() {
        assertThat(evaluate("""
                        @Graph(nodes = Nodes.class, entrypoint = "shorten")
                        class Behind {
                            static Object run() {
                                Nodes nodes = new Nodes();
                                RunResult<BehindOutputs> result = BehindGraph.create(nodes).run(in -> in.text("abcdefg").n(7));
                                return List.of(result.values(), nodes.ran);
                            }
                        }
                        """, "Behind.run()")).hasToString("[{report=7/Optional[abcde]}, [shorten, report]]");
    }
}
