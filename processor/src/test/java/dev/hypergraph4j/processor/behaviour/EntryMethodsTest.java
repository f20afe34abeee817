package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.processor.TestCompilation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interfaces with entry methods: each runs what its result needs, and gives it in the form that it declares. */
class EntryMethodsTest {
    private static final String NODES = """
            package p;

            class Nodes {
                static final List<String> CALLS = new CopyOnWriteArrayList<>();

                @Node(outputName = "docs")
                List<String> retrieve(String question, @Default("5") int topK) {
                    CALLS.add("retrieve");
                    return List.of(question, "" + topK);
                }

                @Node(outputName = "count")
                int count(List<String> docs, Optional<String> unit) {
                    CALLS.add("count");
                    return docs.size() + unit.map(String::length).orElse(0);
                }

                @Node(outputName = "answer")
                @Nullable String generate(String question, List<String> docs) {
                    CALLS.add("generate");
                    return question.isEmpty() ? null : question + docs;
                }

                static List<String> calls(Object result) {
                    List<String> calls = List.copyOf(CALLS);
                    CALLS.clear();
                    return calls;
                }
            }
            """;
    private static final String GRAPH = """
            package p;

            @Graph(nodes = Nodes.class)
            interface Rag {
                Optional<String> answer(String question, int topK);

                List<String> docs(String question);

                @Output("docs")
                Collection<? extends CharSequence> docsAsCollection(@From("question") String state, Optional<Integer> topK);

                int count(String question, @Nullable String unit);

                @Output("count")
                long countAsLong(@From("question") String result, @Default("5") int topK);

                @Output("answer")
                CompletionStage<Optional<String>> answerLater(String question);

                @Output("docs")
                CompletableFuture<List<String>> docsLater(String question);

                @Output("docs")
                CompletableFuture<Collection<String>> docsAsCollectionLater(String question);

                @Output("count")
                CompletionStage<Number> countLater(@From("question") String result);

                RunResult<RagOutputs> run(String question, int topK);

                RunResult<RagOutputs> all(String question, Optional<String> unit);

                CompletionStage<RunResult<RagOutputs>> start(String question, @Nullable Integer topK);

                CompletableFuture<RunResult<RagOutputs>> startToo(String question, String unit);
            }
            """;

    private static Object evaluate(String expression) {
        return TestCompilation.of(GRAPH, NODES).evaluate(expression.replace("rag.", "RagGraph.create(new Nodes())."));
    }

    @Test
    void outputIsReturnedAndNothingElseRuns() {
        assertThat(evaluate("List.of(rag.docs(\"q\"), Nodes.calls(null))"))
                .isEqualTo(List.of(List.of("q", "5"), List.of("retrieve")));
        assertThat(evaluate("List.of(rag.count(\"q\", null), Nodes.calls(null))"))
                .isEqualTo(List.of(2, List.of("retrieve", "count")));
        assertThat(evaluate("List.of(rag.answer(\"q\", 2), Nodes.calls(null))"))
                .hasToString("[Optional[q[q, 2]], [retrieve, generate]]");
    }

    @Test
    void outputThatIsAbsentIsEmpty() {
        assertThat(evaluate("rag.answer(\"\", 2)")).hasToString("Optional.empty");
    }

    @Test
    void outputIsReturnedAsASupertype() {
        assertThat(
                        evaluate(
                                "List.of(rag.docsAsCollection(\"q\", Optional.of(3)), rag.docsAsCollection(\"q\", Optional.empty()))"))
                .hasToString("[[q, 3], [q, 5]]");
        assertThat(evaluate("rag.countAsLong(\"q\", 1)")).isEqualTo(2L);
    }

    @Test
    void optionalParametersAreGivenOrLeftOut() {
        assertThat(evaluate("List.of(rag.count(\"q\", \"abc\"), rag.count(\"q\", null))"))
                .isEqualTo(List.of(5, 2));
    }

    @Test
    void outputsComeLaterAsStages() {
        assertThat(evaluate("""
                                List.of(rag.answerLater("q").toCompletableFuture().get(),
                                        rag.docsLater("q").get(),
                                        rag.docsAsCollectionLater("q").get(),
                                        rag.countLater("q").toCompletableFuture().get())
                                """)).hasToString("[Optional[q[q, 5]], [q, 5], [q, 5], 2]");
    }

    @Test
    void wholeResultsRunEverything() {
        assertThat(evaluate("List.of(rag.run(\"q\", 2).outputs(), Nodes.calls(null))"))
                .hasToString(
                        "[RagOutputs[answer=Optional[q[q, 2]], docs=[q, 2], count=2], [retrieve, count, generate]]");
        assertThat(evaluate("rag.all(\"q\", Optional.of(\"abc\")).outputs().count()"))
                .isEqualTo(5);
        assertThat(evaluate("rag.start(\"q\", null).toCompletableFuture().get().outputs().docs()"))
                .isEqualTo(List.of("q", "5"));
        assertThat(evaluate("rag.start(\"q\", 1).toCompletableFuture().get().outputs().docs()"))
                .isEqualTo(List.of("q", "1"));
        assertThat(evaluate("rag.startToo(\"q\", \"abc\").get().outputs().count()"))
                .isEqualTo(5);
    }

    @Test
    void generatedMethodsRunTheWholeGraphAsForAClass() {
        assertThat(evaluate("rag.run(\"q\").outputs().count()")).isEqualTo(2);
        assertThat(evaluate("rag.run(in -> in.question(\"q\").unit(\"ab\")).outputs().count()"))
                .isEqualTo(4);
    }

    @Test
    void boundValuesStandInForParametersThatAnEntryMethodDoesNotHave() {
        assertThat(evaluate("rag.bind(\"topK\", 9).docs(\"q\")")).isEqualTo(List.of("q", "9"));
        assertThat(evaluate("rag.bind(\"unit\", \"abc\").count(\"q\", null)")).isEqualTo(5);
        assertThat(evaluate("rag.bind(\"topK\", 9).docsAsCollection(\"q\", Optional.empty())"))
                .isEqualTo(List.of("q", "9"));
        assertThat(evaluate("rag.bind(in -> in.topK(9)).start(\"q\", 1).toCompletableFuture().get().outputs().docs()"))
                .isEqualTo(List.of("q", "1"));
    }

    @Test
    void missingArgumentIsNamed() {
        assertThatThrownBy(() -> evaluate("rag.docs(null)"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("question");
    }

    @Test
    void entryMethodThatLeavesOutWhatOnlyOthersRequireRuns() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                interface Mixed {
                                    @Node(outputName = "strict")
                                    static int strictly(int n, String text) {
                                        return n + text.length();
                                    }

                                    @Node(outputName = "loose")
                                    static String loosely(Optional<Integer> n, @Nullable String text) {
                                        return n + text;
                                    }

                                    int strict(int n, String text);

                                    String loose();

                                    @Output("loose")
                                    String looseWith(int n);
                                }
                                """).evaluate("""
                                List.of(MixedGraph.create().strict(1, "ab"), MixedGraph.create().loose(), MixedGraph.create().looseWith(3),
                                        MixedGraph.create().bind("n", 4).loose(), MixedGraph.create().run(5, "t").outputs().loose())
                                """))
                .hasToString("[3, Optional.emptynull, Optional[3]null, Optional[4]null, Optional[5]t]");
    }

    @Test
    void nodesOfTheInterfaceAreCalledOnTheGraphItself() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph(nodes = Doubling.class)
                                interface Chain extends Steps {
                                    int result(int start);

                                    @Node(outputName = "result")
                                    default int last(int doubled) {
                                        return helper(doubled);
                                    }

                                    @Node(outputName = "first")
                                    static int first(int start) {
                                        return start + 1;
                                    }

                                    default int helper(int n) {
                                        return n * 100;
                                    }
                                }
                                """, """
                                package p;

                                interface Steps {
                                    @Node(outputName = "second")
                                    default int second(int first) {
                                        return first + 1;
                                    }
                                }
                                """, """
                                package p;

                                class Doubling {
                                    @Node(outputName = "doubled")
                                    int twice(int second) {
                                        return 2 * second;
                                    }
                                }
                                """).evaluate("ChainGraph.create(new Doubling()).result(1)"))
                .isEqualTo(600);
    }

    @Test
    void entryMethodsAreInherited() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                public interface Derived extends base.Base<Integer> {
                                    @Node(outputName = "twice")
                                    static Integer doubled(Integer once) {
                                        return once * 2;
                                    }
                                }
                                """, """
                                package base;

                                public interface Base<T> {
                                    T twice(T once);
                                }
                                """).evaluate("((base.Base<Integer>) DerivedGraph.create()).twice(4)"))
                .isEqualTo(8);
    }
}
