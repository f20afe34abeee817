package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.processor.TestCompilation;
import dev.hypergraph4j.runtime.GraphConfigException;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a generated graph lets its user set, and how its inputs are given. */
class SettingsTest {
    private static final TestCompilation RAG = TestCompilation.of("""
            package p;

            @Graph
            public class Rag {
                private final String name;

                Rag(String name) {
                    this.name = name;
                }

                @Default
                static Locale locale() {
                    return Locale.ROOT;
                }

                @Node(outputName = "answer")
                String answer(String question, int weight, @Default("5") int topK, Optional<String> hint, Locale locale) {
                    return name + question + weight + topK + hint.orElse("-") + locale;
                }

                static RagGraph graph() {
                    return RagGraph.create(new Rag("n"));
                }
            }
            """);

    private static Object evaluate(String expression) {
        return RAG.evaluate(expression);
    }

    @Test
    void boundValuesStandInForInputs() {
        assertThat(evaluate("""
                        List.of(Rag.graph().bind("topK", 9).run("q", 1).outputs().answer(),
                                Rag.graph().bind("hint", "h").run("q", 1).outputs().answer(),
                                Rag.graph().bind("locale", Locale.ENGLISH).run("q", 1).outputs().answer(),
                                Rag.graph().bind(in -> in.question("b").topK(8)).run(in -> in.weight(2)).outputs().answer(),
                                Rag.graph().bind("question", "b").bind("weight", 3).runByName(Map.of()).outputs().answer())
                        """)).isEqualTo(List.of("nq19-", "nq15h", "nq15-en", "nb28-", "nb35-"));
    }

    @Test
    void whatARunGivesWinsOverWhatIsBound() {
        assertThat(evaluate("""
                        List.of(Rag.graph().bind("topK", 9).run(in -> in.question("q").weight(1).topK(7)).outputs().answer(),
                                Rag.graph().bind("question", "b").run("q", 1).outputs().answer(),
                                Rag.graph().bind("hint", "b").runByName(Map.of("question", "q", "weight", 1, "hint", "h")).outputs().answer())
                        """)).isEqualTo(List.of("nq17-", "nq15-", "nq15h"));
    }

    @Test
    void whatIsUnboundIsAsBefore() {
        assertThat(evaluate("""
                        List.of(Rag.graph().bind("topK", 9).bind("hint", "h").unbind("topK").run("q", 1).outputs().answer(),
                                Rag.graph().bind("topK", 9).inputs().bound(), Rag.graph().bind("topK", 9).unbind("topK").inputs().bound())
                        """)).isEqualTo(List.of("nq15h", List.of("topK"), List.of()));
    }

    @Test
    void anotherRunnerGivesTheSame() {
        assertThat(evaluate(
                        "Rag.graph().with(AsyncRunner.create()).bind(\"topK\", 9).run(\"q\", 1).outputs().answer()"))
                .isEqualTo("nq19-");
        assertThat(evaluate(
                        "Rag.graph().runAsync(RagInputs.of(\"q\", 1)).toCompletableFuture().get().outputs().answer()"))
                .isEqualTo("nq15-");
    }

    @Test
    void inputsByNameAreCheckedAndConverted() {
        assertThat(evaluate(
                        "Rag.graph().runByName(Map.of(\"question\", \"q\", \"weight\", (short) 4)).outputs().answer()"))
                .isEqualTo("nq45-");
        assertThatThrownBy(() -> evaluate("Rag.graph().runByName(Map.of(\"questoin\", \"q\"))"))
                .isInstanceOf(GraphConfigException.class)
                .hasMessageContaining("Did you mean 'question'");
        assertThatThrownBy(() -> evaluate("Rag.graph().runByName(Map.of(\"question\", 1))"))
                .isInstanceOf(GraphConfigException.class)
                .hasMessageContaining("takes String, not Integer");
    }

    @Test
    void missingInputsAreNamedTogether() {
        assertThatThrownBy(() -> evaluate("Rag.graph().run(in -> in.topK(1))"))
                .isInstanceOf(MissingInputException.class)
                .hasMessageContaining("question")
                .hasMessageContaining("weight");
        assertThatThrownBy(() -> evaluate("RagInputs.builder().question(\"q\").build()"))
                .isInstanceOf(MissingInputException.class)
                .hasMessageContaining("weight")
                .hasMessageNotContaining("question,");
        assertThatThrownBy(() -> evaluate("Rag.graph().runByName(Map.of(\"weight\", 1))"))
                .isInstanceOf(MissingInputException.class);
    }

    @Test
    void nullsAreRefusedWhereTheyAreGiven() {
        assertThatThrownBy(() -> evaluate("RagInputs.of(null, 1)"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("question");
        assertThatThrownBy(() -> evaluate("RagInputs.builder().hint(null)"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("hint");
        assertThatThrownBy(() -> evaluate("RagInputs.of(\"q\", 1).withHint(null)"))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void inputsAreChangedOneByOne() {
        assertThat(
                        evaluate(
                                "RagInputs.of(\"q\", 1).withQuestion(\"r\").withWeight(2).withTopK(3).withHint(\"h\").withLocale(Locale.ENGLISH)"))
                .hasToString("RagInputs[question=r, weight=2, topK=3, hint=Optional[h], locale=en]");
    }

    @Test
    void inputsTellWhatTheyAre() {
        assertThat(evaluate(
                        "List.of(RagInputs.SPEC, Rag.graph().inputs().required(), Rag.graph().inputs().optional())"))
                .hasToString(
                        "[rag(String question, int weight, int topK = 5, String hint, Locale locale = Rag.locale()),"
                                + " [question, weight], [topK, hint, locale]]");
        assertThat(evaluate("List.of(RagInputs.SPEC.input(\"weight\").type(), RagInputs.SPEC.input(\"hint\").type())"))
                .isEqualTo(List.of(int.class, String.class));
    }

    @Test
    void definitionTellsWhereTheNodesStand() {
        assertThat(evaluate("Rag.graph().definition().nodes().get(0).source()")).hasToString("Rag.java:17");
        assertThat(evaluate("Rag.graph().toMermaid()")).asString().contains("answer");
    }

    @Test
    void boundValueStandsInForADefaultThatIsAnotherObjectEachTime() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                interface Tokens {
                                    @Default
                                    static int[] token() {
                                        return new int[] {1};
                                    }

                                    @Default
                                    static Object other() {
                                        return new Object();
                                    }

                                    @Node(outputName = "shown")
                                    static String show(String question, int[] token, Object other) {
                                        return question + token[0] + (other instanceof String);
                                    }

                                    String shown(String question);

                                    @Output("shown")
                                    String shownWith(String question, Optional<int[]> token, @Nullable Object other);

                                    RunResult<TokensOutputs> all(String question);
                                }
                                """).evaluate("""
                                List.of(TokensGraph.create().bind("other", "o").bind("token", new int[] {2}).run("q").outputs().shown(),
                                        TokensGraph.create().bind("other", "o").shown("q"),
                                        TokensGraph.create().bind("other", "o").all("q").outputs().shown(),
                                        TokensGraph.create().run("q").outputs().shown(),
                                        TokensGraph.create().shown("q"),
                                        TokensGraph.create().shownWith("q", Optional.empty(), null),
                                        TokensGraph.create().bind("other", "o").shownWith("q", Optional.empty(), null),
                                        TokensGraph.create().shownWith("q", Optional.of(new int[] {3}), "s"))
                                """))
                .isEqualTo(List.of("q2true", "q1true", "q1true", "q1false", "q1false", "q1false", "q1true", "q3true"));
    }
}
