package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import dev.hypergraph4j.processor.TestResult;
import org.junit.jupiter.api.Test;

/** Nodes that ask, runs that pause, and answers with types. */
class InterruptsTest {
    private static final String DESK = """
            package p;

            @Graph
            class Desk {
                enum Verdict { publish, @Target("improve") AGAIN, END }

                @Node(outputName = "draft")
                String improve(@Seed String draft) { return draft + "+"; }

                @Interrupt(answerName = "verdict")
                Question<Verdict> review(String draft) {
                    return Question.choose("Publish " + draft + "?", List.of(Verdict.values())).withEvidence("draft", draft);
                }

                @Route
                Verdict route(Verdict verdict) { return verdict; }

                @Node(outputName = "page")
                String publish(String draft) { return "<p>" + draft; }
            }
            """;

    private static Object runDesk(String body) {
        return TestCompilation.of(DESK, """
                        package p;

                        class Runs {
                            static Object run() {
                                DeskGraph desk = DeskGraph.create(new Desk());
                        """ + body.indent(8) + """
                            }
                        }
                        """).evaluate("Runs.run()");
    }

    @Test
    void runPausesAndGoesOnWithTypedAnswers() {
        assertThat(runDesk("""
                        RunResult<DeskOutputs> first = desk.run("a");
                        RunResult<DeskOutputs> second = desk.resume(first, a -> a.verdict(Desk.Verdict.AGAIN));
                        RunResult<DeskOutputs> third = desk.resume(second, a -> a.verdict(Desk.Verdict.publish));
                        return List.of(first.status(), first.pause().get().prompt(), first.pause().get().options(),
                            second.pause().get().evidence(), second.pause().get().iteration(), third.outputs().page());
                        """))
                .hasToString("[PAUSED, Publish a+?, [publish, AGAIN, END], {draft=a++}, 1, Optional[<p>a++]]");
    }

    @Test
    void answersGivenUpFrontAreTakenInOrder() {
        assertThat(runDesk("""
                        Answers answers = DeskAnswers.builder()
                            .verdict(Desk.Verdict.AGAIN).verdict(Desk.Verdict.END).verdict(Desk.Verdict.publish).build();
                        RunResult<DeskOutputs> result =
                            desk.run(DeskInputs.of("a"), RunOptions.defaults().answers(answers).prefillOnly());
                        return List.of(result.outputs(), result.skipped(), result.unusedAnswers());
                        """))
                .hasToString("[DeskOutputs[verdict=END, page=Optional.empty], [publish], {review=[publish]}]");
    }

    @Test
    void questionMethodRunsOnceForAQuestion() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Greeting {
                                    static int asked;

                                    @Interrupt(answerName = "times", name = "howOften", emit = "asked")
                                    static Question<Integer> ask(String name) {
                                        asked++;
                                        return Question.ask("How often?", int.class);
                                    }

                                    @Node(outputName = "greeting", waitFor = "asked")
                                    String greet(String name, int times) { return ("Hello " + name + "! ").repeat(times).strip(); }

                                    static String run() {
                                        GreetingGraph graph = GreetingGraph.create(new Greeting());
                                        var paused = graph.run("Ada");
                                        var result = graph.resume(paused, a -> a.times(2));
                                        return result.outputs().greeting() + asked + paused.pause().get().key()
                                            + graph.toMermaid().contains("{{\\"howOften\\"}}");
                                    }
                                }
                                """).evaluate("Greeting.run()"))
                .hasToString("Hello Ada! Hello Ada!1howOftentrue");
    }

    @Test
    void asynchronousQuestionsAndQuestionsOfOneAnswer() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Two {
                                    @IfElse(whenTrue = "one", whenFalse = "other")
                                    boolean decide(boolean first) { return first; }

                                    @Interrupt(answerName = "tags")
                                    CompletionStage<Question<List<String>>> one() {
                                        return CompletableFuture.completedFuture(
                                            Question.choose("one", List.of(List.of("a"), List.of("b"))));
                                    }

                                    @Interrupt(answerName = "tags")
                                    Question<? extends List<String>> other() {
                                        return Question.choose("other", List.of(List.of("c")));
                                    }

                                    @Node(outputName = "count")
                                    int count(List<String> tags) { return tags.size(); }

                                    static String run(boolean first) {
                                        TwoGraph graph = TwoGraph.create(new Two());
                                        var paused = graph.run(first);
                                        var answered = graph.resume(paused, a -> a.one(List.of("a")).other(List.of("c")));
                                        return paused.pause().get().key() + answered.outputs().count() + answered.unusedAnswers();
                                    }
                                }
                                """).evaluate("List.of(Two.run(true), Two.run(false))"))
                .hasToString("[one1{other=[[c]]}, other1{one=[[a]]}]");
    }

    @Test
    void optionThatATextGateHasNoTargetForIsFoundBeforeThePause() {
        String graph = """
                package p;

                @Graph
                class Text {
                    @Interrupt(answerName = "verdict")
                    Question<String> ask(List<String> options) { return Question.choose("What now?", options); }

                    @Route(targets = {"publish", "END"})
                    String route(String verdict) { %s }

                    @Node(outputName = "page")
                    String publish() { return "page"; }

                    static Object run(String... options) {
                        TextGraph graph = TextGraph.create(new Text());
                        try {
                            return graph.run(List.of(options)).status();
                        } catch (NodeExecutionException refused) {
                            return refused.getCause().getMessage().lines().findFirst().get();
                        }
                    }
                }
                """;

        String runs = "List.of(Text.run(\"publish\", \"END\"), Text.run(\"publish\", \"reject\"))";
        assertThat(TestCompilation.of(graph.formatted("/* as it is */ return verdict;"))
                        .evaluate(runs))
                .hasToString("[PAUSED, [Hypergraph/UnknownTarget] Node 'ask' of 'text' offers the option 'reject',"
                        + " which is no target of the gate that takes the answer.]");
        assertThat(TestCompilation.of(graph.formatted("return verdict.equals(\"reject\") ? \"END\" : verdict;"))
                        .evaluate(runs))
                .hasToString("[PAUSED, PAUSED]");
    }

    @Test
    void entryMethodOfAPausedRunSaysWhatIsAsked() {
        assertThat(TestCompilation.of("""
                                package p;

                                class Asking {
                                    @Interrupt(answerName = "equals")
                                    static Question<Object> ask() { return Question.ask("What?", Object.class); }
                                }
                                """, """
                                package p;

                                @Graph(nodes = Asking.class)
                                interface Oracle {
                                    Object equals();

                                    static String run() {
                                        OracleGraph oracle = OracleGraph.create();
                                        try {
                                            return "" + oracle.equals();
                                        } catch (GraphConfigException paused) {
                                            return paused.getMessage().lines().findFirst().get()
                                                + oracle.resume(oracle.run(), a -> a.equals_("yes")).outputs();
                                        }
                                    }
                                }
                                """).evaluate("Oracle.run()"))
                .hasToString("[Hypergraph/NoOutputs] The run of 'oracle' is PAUSED, so it has no outputs."
                        + "OracleOutputs[equals=yes]");
    }

    @Test
    void skeletonOfARefusedGraphHasAnswers() {
        TestResult result = TestCompilation.of("""
                        package p;

                        @Graph(inputs = "text")
                        class Bad {
                            @Interrupt(answerName = "approved")
                            Question<Boolean> approve(String txt) { return Question.confirm(txt); }

                            static Object run(RunResult<BadOutputs> paused) {
                                Answers answers = BadAnswers.builder().approved(true).build();
                                return BadGraph.create(new Bad()).resume(paused, a -> a.approved(true));
                            }
                        }
                        """).compile();

        assertThat(result.errors()).singleElement().asString().contains("[Hypergraph/UnknownInput]");
    }

    @Test
    void answersAreNotForTheGraphsNestedBehindTheQuestion() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Payment {
                                    @Node(outputName = "receipt")
                                    String pay(boolean approved) { return "paid: " + approved; }
                                }
                                """, """
                                package p;

                                @Graph
                                @Subgraph(Payment.class)
                                class Desk {
                                    @Interrupt(answerName = "approved")
                                    Question<Boolean> approve(int amount) { return Question.confirm("Pay " + amount + "?"); }

                                    static Object run() {
                                        DeskGraph desk = DeskGraph.create(new Desk(), PaymentGraph.create(new Payment()));
                                        RunResult<DeskOutputs> paused = desk.run(7);
                                        return desk.resume(paused, answers -> answers.approved(true)).outputs();
                                    }
                                }
                                """).evaluate("Desk.run()")).hasToString("DeskOutputs[receipt=paid: true]");
    }
}
