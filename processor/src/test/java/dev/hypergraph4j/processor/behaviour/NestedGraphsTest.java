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
    void questionOfANestedGraphPausesTheRunWhichGoesOnInsideOfIt() {
        String refund = """
                package p;

                @Graph
                class Refund {
                    int written;

                    @Node(outputName = "letter")
                    String write(String customer) { return "Dear " + customer + ", letter " + ++written; }

                    @Interrupt(answerName = "approved")
                    Question<Boolean> approve(String letter) { return Question.confirm("Send '" + letter + "'?"); }

                    @Node(outputName = "sent")
                    String send(String letter, boolean approved) { return approved ? letter : "nothing"; }
                }
                """;
        String desk = """
                package p;

                @Graph
                @Subgraph(Refund.class)
                class Desk {
                    @Node(outputName = "reminder")
                    static String remind(String customer) { return customer + " waits"; }

                    @Node(outputName = "report")
                    static String report(String sent) { return "sent: " + sent; }
                }
                """;

        Object result = TestCompilation.of(refund, desk, """
                package p;

                class Runs {
                    static Object run() {
                        DeskGraph desk = DeskGraph.create(RefundGraph.create(new Refund()));
                        RunResult<DeskOutputs> paused = desk.run("Ada");
                        PauseInfo pause = paused.pause().get();
                        RunResult<DeskOutputs> result = desk.resume(paused, Answers.of("refund/approve", true));
                        return List.of(paused.status(), paused.values(), pause.key(), pause.prompt(), result.outputs());
                    }
                }
                """).evaluate("Runs.run()");

        assertThat(result)
                .hasToString("[PAUSED, {reminder=Ada waits}, refund/approve, Send 'Dear Ada, letter 1'?,"
                        + " DeskOutputs[reminder=Ada waits, report=sent: Dear Ada, letter 1]]");
    }

    @Test
    void questionsOfNestedGraphsAreAnsweredWithTheirTypes() {
        String approval = """
                package p;

                @Graph
                class Approval {
                    @Interrupt(answerName = "approved")
                    static Question<Boolean> approve(String letter) { return Question.confirm(letter); }

                    @IfElse(whenTrue = "sign", whenFalse = Gate.END)
                    static boolean isApproved(boolean approved) { return approved; }

                    @Interrupt(answerName = "signature")
                    static Question<String> sign(String letter) { return Question.ask("Sign " + letter, String.class); }
                }
                """;
        String refund = """
                package p;

                @Graph(select = {"inHouse", "outside"})
                @Subgraph(value = Approval.class, name = "boss", outputs = @Rename(from = "signature", to = "inHouse"))
                @Subgraph(value = Approval.class, name = "bank", outputs = @Rename(from = "signature", to = "outside"))
                class Refund {}
                """;
        String desk = """
                package p;

                @Graph
                @Subgraph(Refund.class)
                class Desk {
                    @Interrupt(answerName = "letter")
                    static Question<String> ask(String customer) { return Question.ask("Write to " + customer, String.class); }
                }
                """;

        Object result = TestCompilation.of(approval, refund, desk, """
                package p;

                class Runs {
                    static Object run() {
                        DeskGraph desk = DeskGraph.create(RefundGraph.create(ApprovalGraph.create(), ApprovalGraph.create()));
                        RunResult<DeskOutputs> first = desk.run("Ada");
                        RunResult<DeskOutputs> second = desk.resume(first, answers -> answers
                                .letter("Dear Ada")
                                .refund(refund -> refund.boss(boss -> boss.approved(true))));
                        ApprovalAnswers signed = ApprovalAnswers.builder().signature("B.");
                        Answers rest = DeskAnswers.builder()
                                .refund(RefundAnswers.builder()
                                        .boss(signed)
                                        .bank(ApprovalAnswers.builder().approved(true).signature("C."))
                                        .bank(bank -> bank.approved(false)))
                                .build();
                        return List.of(
                                second.pauses().stream().map(PauseInfo::key).toList(),
                                rest,
                                desk.resume(second, rest).outputs(),
                                desk.run(DeskInputs.of("Bo"), RunOptions.defaults().answers(rest)).pauses().size());
                    }
                }
                """).evaluate("Runs.run()");

        assertThat(result)
                .hasToString("[[refund/boss/sign, refund/bank/approve],"
                        + " {refund/boss/sign=[B.], refund/bank/approve=[true, false], refund/bank/sign=[C.]},"
                        + " DeskOutputs[inHouse=Optional[B.], outside=Optional[C.]], 1]");
    }

    @Test
    void questionsAndNestedGraphsOfOneNameAreToldApart() {
        String inner = """
                package p;

                @Graph
                class Inner {
                    @Interrupt(answerName = "answer")
                    static Question<Integer> ask() { return Question.ask("How many?", Integer.class); }
                }
                """;
        String outer = """
                package p;

                @Graph
                @Subgraph(value = Inner.class, name = "more")
                class Outer {
                    @Interrupt(answerName = "more")
                    static Question<String> askMore() { return Question.ask("What more?", String.class); }
                }
                """;

        Object result = TestCompilation.of(inner, outer)
                .evaluate("OuterAnswers.builder().more(\"text\").more_(more -> more.answer(3)).build()");

        assertThat(result).hasToString("{askMore=[text], more/ask=[3]}");
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

    @Test
    void namespacedGraphTakesAndGivesItsRecords() {
        String desk = """
                package p;

                @Graph
                @Subgraph(value = Rag.class, namespaced = true)
                class Desk {
                    @Node(outputName = "ragInputs")
                    static RagInputs ask(String text) { return RagInputs.of(text).withTopK(1); }

                    @Node(outputName = "reply")
                    static String reply(RagOutputs rag) { return rag.answer() + "!"; }
                }
                """;

        assertThat(TestCompilation.of(RAG, desk)
                        .evaluate("DeskGraph.create(RagGraph.create(new Rag(\"w\"))).run(\"x\").outputs()"))
                .hasToString("DeskOutputs[reply=from [w on x]!]");
    }

    @Test
    void namespacedGraphMayStandAlone() {
        String desk = """
                package p;

                @Graph
                @Subgraph(value = Rag.class, namespaced = true)
                class Desk {}
                """;

        assertThat(TestCompilation.of(RAG, desk)
                        .evaluate(
                                "DeskGraph.create(RagGraph.create(new Rag(\"w\"))).run(RagInputs.of(\"x\")).outputs()"))
                .hasToString("DeskOutputs[rag=RagOutputs[answer=from [w on x, w on x]]]");
    }

    private static final String HALF = """
            package p;

            @Graph
            class Half {
                @Node(outputName = "half")
                static int half(int number, @Default("2") int by) {
                    if (number < 0) {
                        throw new IllegalArgumentException("negative");
                    }
                    return number / by;
                }

                @IfElse(whenTrue = "praise", whenFalse = dev.hypergraph4j.Gate.END)
                static boolean isEven(int number) { return number % 2 == 0; }

                @Node(outputName = "remark")
                static String praise(int number) { return number + " is even"; }
            }
            """;

    @Test
    void mappedGraphGivesAPlaceForEachItem() {
        String desk = """
                package p;

                @Graph
                @Subgraph(value = Half.class, mapOver = "number", inputs = @Rename(from = "number", to = "numbers"))
                class Desk {
                    @Node(outputName = "numbers")
                    static int[] numbers(int count) { return java.util.stream.IntStream.range(0, count).toArray(); }
                }
                """;

        TestCompilation compiled = TestCompilation.of(HALF, desk);

        assertThat(compiled.evaluate("DeskGraph.create(HalfGraph.create()).run(4).outputs()"))
                .hasToString("DeskOutputs[half=[0, 0, 1, 1],"
                        + " remark=[Optional[0 is even], Optional.empty, Optional[2 is even], Optional.empty]]");
        assertThat(compiled.evaluate("DeskGraph.create(HalfGraph.create()).run(0).outputs()"))
                .hasToString("DeskOutputs[half=[], remark=[]]");
        assertThat(compiled.evaluate("DeskGraph.create(HalfGraph.create()).run(4).mappedChild(\"half\").log().items()"))
                .isEqualTo(4L);
    }

    @Test
    void failedItemsAreEmptyPlacesWhereTheMapGoesOn() {
        String desk = """
                package p;

                @Graph
                @Subgraph(value = Half.class, mapOver = "number", onError = ErrorHandling.CONTINUE)
                class Desk {}
                """;

        TestCompilation compiled = TestCompilation.of(HALF, desk);

        assertThat(compiled.evaluate("DeskGraph.create(HalfGraph.create()).run(List.of(4, -1, 3)).outputs()"))
                .hasToString("DeskOutputs[half=[Optional[2], Optional.empty, Optional[1]],"
                        + " remark=[Optional[4 is even], Optional.empty, Optional.empty]]");
        assertThat(compiled.evaluate(
                        "DeskGraph.create(HalfGraph.create()).run(List.of(4, -1)).mappedChild(\"half\").status()"))
                .hasToString("PARTIAL");
    }

    @Test
    void failedItemFailsTheNodeByDefault() {
        String desk = """
                package p;

                @Graph
                @Subgraph(value = Half.class, mapOver = "number")
                class Desk {}
                """;

        Object message = TestCompilation.of(HALF, desk, """
                package p;

                class Runs {
                    static Object run() {
                        try {
                            return DeskGraph.create(HalfGraph.create()).run(List.of(4, -1));
                        } catch (NodeExecutionException failed) {
                            return failed.nodePath() + " " + failed.item() + " " + failed.getCause();
                        }
                    }
                }
                """).evaluate("Runs.run()");

        assertThat(message).isEqualTo("half/half OptionalLong[1] java.lang.IllegalArgumentException: negative");
    }

    @Test
    void severalInputsAreCombinedEachWithEach() {
        String desk = """
                package p;

                @Graph
                @Subgraph(value = Half.class, mapOver = {"number", "by"}, mapMode = MapMode.PRODUCT)
                class Desk {}
                """;

        assertThat(
                        TestCompilation.of(HALF, desk)
                                .evaluate(
                                        "DeskGraph.create(HalfGraph.create()).run(List.of(12, 6), List.of(2, 3)).outputs().half()"))
                .hasToString("[6, 4, 3, 2]");
    }
}
