package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import org.junit.jupiter.api.Test;

/** Graphs that are nodes of others. */
class NestedGraphsTest {
    private static final String RAG = """
            package p;

            @Graph
            class Rag {
                private final String source;

                Rag(String source) { this.source = source; }

                @Node(outputName = "docs")
                List<String> retrieve(String question, @Default("2") int topK) {
                    return java.util.Collections.nCopies(topK, source + " on " + question);
                }

                @Node(outputName = "answer")
                String generate(List<String> docs) { return "from " + docs; }
            }
            """;

    @Test
    void itsInputsAndOutputsJoinThoseOfTheGraphAroundIt() {
        String desk = """
                package p;

                @Graph
                @Subgraph(Rag.class)
                class Desk {
                    @Node(outputName = "question")
                    String clean(String text) { return text.strip(); }

                    @Node(outputName = "reply")
                    String reply(String answer) { return answer + "!"; }
                }
                """;

        Object result = TestCompilation.of(RAG, desk, """
                package p;

                class Runs {
                    static Object run() {
                        DeskGraph desk = DeskGraph.create(new Desk(), RagGraph.create(new Rag("wiki")));
                        RunResult<DeskOutputs> result = desk.run(in -> in.text(" cats ").topK(1));
                        RunResult<?> rag = result.child("rag");
                        return List.of(result.outputs(), desk.run("x").outputs(), rag.values(), rag.log().steps().size());
                    }
                }
                """).evaluate("Runs.run()");

        assertThat(result)
                .hasToString(
                        "[DeskOutputs[reply=from [wiki on cats]!], DeskOutputs[reply=from [wiki on x, wiki on x]!],"
                                + " {answer=from [wiki on cats]}, 2]");
    }

    @Test
    void oneGraphIsNestedTwiceUnderOtherNames() {
        String desk = """
                package p;

                @Graph(inputs = {"question", "topK"})
                @Subgraph(value = Rag.class, name = "wiki", outputs = @Rename(from = "answer", to = "fromWiki"))
                @Subgraph(value = Rag.class, name = "mail", outputs = @Rename(from = "answer", to = "fromMail"),
                        bind = @Bind(input = "topK", value = "1"))
                class Desk {
                    @Node(outputName = "both")
                    String both(String fromWiki, String fromMail) { return fromWiki + fromMail; }
                }
                """;

        Object result = TestCompilation.of(RAG, desk, """
                package p;

                class Runs {
                    static Object run() {
                        DeskGraph desk = DeskGraph.builder()
                                .desk(new Desk())
                                .wiki(RagGraph.create(new Rag("wiki")))
                                .mail(RagGraph.create(new Rag("mail")))
                                .build();
                        return desk.run("x").outputs();
                    }
                }
                """).evaluate("Runs.run()");

        assertThat(result).hasToString("DeskOutputs[both=from [wiki on x, wiki on x]from [mail on x]]");
    }

    @Test
    void interfacesAreNestedThreeLevelsDeep() {
        String nodes = """
                package p;

                class Counting {
                    @Node(outputName = "two")
                    static int twice(int one) { return 2 * one; }
                }
                """;
        String inner = """
                package p;

                @Graph(nodes = Counting.class)
                interface Inner { int two(int one); }
                """;
        String middle = """
                package p;

                @Graph
                @Subgraph(value = Inner.class, inputs = @Rename(from = "one", to = "start"))
                interface Middle { int two(int start); }
                """;
        String outer = """
                package p;

                @Graph
                @Subgraph(value = Middle.class, outputs = @Rename(from = "two", to = "end"))
                interface Outer { int end(int start); }
                """;

        TestCompilation compiled = TestCompilation.of(outer, nodes, middle, inner);

        assertThat(compiled.evaluate("OuterGraph.create(MiddleGraph.create(InnerGraph.create())).end(21)"))
                .isEqualTo(42);
        assertThat(compiled.evaluate(
                        "OuterGraph.create(MiddleGraph.create(InnerGraph.create())).definition().nested().keySet()"))
                .hasToString("[middle]");
    }

    @Test
    void whatItMayNotGiveOrNeedNotTakeMayBeAbsentInTheGraphAroundIt() {
        String inner = """
                package p;

                @Graph
                class Inner {
                    @IfElse(whenTrue = "greet", whenFalse = "count")
                    static boolean isNamed(Optional<String> name) { return name.isPresent(); }

                    @Node(outputName = "greeting")
                    static String greet(Optional<String> name) { return "hello " + name.orElseThrow(); }

                    @Node(outputName = "number")
                    static int count() { return 7; }
                }
                """;
        String outer = """
                package p;

                @Graph
                @Subgraph(Inner.class)
                class Outer {
                    @Node(outputName = "shown")
                    static String show(Optional<String> greeting, @Default("3") int number) {
                        return greeting.orElse("nobody") + number;
                    }
                }
                """;

        TestCompilation compiled = TestCompilation.of(inner, outer);

        assertThat(compiled.evaluate("OuterGraph.create(InnerGraph.create()).run().outputs().shown()"))
                .isEqualTo("nobody7");
        assertThat(compiled.evaluate(
                        "OuterGraph.create(InnerGraph.create()).run(in -> in.name(\"Eve\")).outputs().shown()"))
                .isEqualTo("hello Eve3");
    }

    @Test
    void gateOpensANestedGraph() {
        String desk = """
                package p;

                @Graph
                @Subgraph(Rag.class)
                class Desk {
                    @IfElse(whenTrue = "rag", whenFalse = "small")
                    static boolean isQuestion(String question) { return question.endsWith("?"); }

                    @Node(outputName = "answer")
                    static String small() { return "nice"; }
                }
                """;

        TestCompilation compiled = TestCompilation.of(RAG, desk);

        assertThat(compiled.evaluate("DeskGraph.create(RagGraph.create(new Rag(\"w\"))).run(\"x?\").outputs()"))
                .hasToString("DeskOutputs[answer=from [w on x?, w on x?]]");
        assertThat(compiled.evaluate("DeskGraph.create(RagGraph.create(new Rag(\"w\"))).run(\"x\").skipped()"))
                .hasToString("[rag]");
    }

    @Test
    void nestedGraphIsPartOfACycle() {
        String inner = """
                package p;

                @Graph
                class Critic {
                    @Node(outputName = "score")
                    static int judge(String draft) { return draft.length(); }
                }
                """;
        String outer = """
                package p;

                @Graph
                @Subgraph(Critic.class)
                class Writer {
                    @Node(outputName = "draft")
                    static String write(@Seed String draft) { return draft + "x"; }

                    @IfElse(whenTrue = "write", whenFalse = END)
                    static boolean isShort(int score) { return score < 5; }

                    static final String END = dev.hypergraph4j.Gate.END;
                }
                """;

        Object result = TestCompilation.of(inner, outer, """
                package p;

                class Runs {
                    static Object run() {
                        RunResult<WriterOutputs> result = WriterGraph.create(CriticGraph.create()).run("a");
                        return List.of(result.outputs(), result.child("critic").values(), result.log().stats("critic").count());
                    }
                }
                """).evaluate("Runs.run()");

        assertThat(result).asString().startsWith("[WriterOutputs[draft=axxxx").endsWith(", {score=5}, 4]");
    }

    @Test
    void nestedGraphThatAddsToAListIsItsOwnCycle() {
        String inner = """
                package p;

                @Graph
                class Turn {
                    @Node(outputName = "more")
                    static List<String> ask(List<String> messages) {
                        List<String> more = new ArrayList<>(messages);
                        more.add("q" + messages.size());
                        return more;
                    }
                }
                """;
        String outer = """
                package p;

                @Graph
                @Subgraph(value = Turn.class, outputs = @Rename(from = "more", to = "messages"))
                class Chat {
                    @IfElse(whenTrue = "turn", whenFalse = dev.hypergraph4j.Gate.END)
                    static boolean goesOn(List<String> messages) { return messages.size() < 3; }
                }
                """;

        assertThat(TestCompilation.of(inner, outer)
                        .evaluate("ChatGraph.create(TurnGraph.create()).run(List.of()).outputs()"))
                .hasToString("ChatOutputs[messages=[q0, q1, q2]]");
    }
}
