package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.processor.TestCompilation;
import dev.hypergraph4j.runtime.GraphConfigException;
import dev.hypergraph4j.runtime.MissingInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the inputs of a map are given to a generated graph. */
class MapsTest {
    private static final TestCompilation RAG = TestCompilation.of("""
            package p;

            @Graph
            public class Rag {
                @Node(outputName = "answer")
                static String answer(String question, @Default("5") int topK, Optional<String> hint, List<String> words) {
                    return question + topK + hint.orElse("-") + words.size();
                }

                static RagGraph graph() {
                    return RagGraph.create().bind(in -> in.words(List.of()));
                }

                static List<String> answers(MapResult<RagOutputs> result) {
                    return result.outputs().stream().map(outputs -> outputs.get().answer()).toList();
                }

                static List<String> answers(MapIterator<RagOutputs> results) {
                    List<String> answers = new ArrayList<>();
                    results.forEachRemaining(result -> answers.add(result.outputs().answer()));
                    return answers;
                }
            }
            """);

    private static Object evaluate(String expression) {
        return RAG.evaluate(expression);
    }

    @Test
    void inputsAreZippedByDefaultAndTheRestIsTheSameForAll() {
        assertThat(evaluate("""
                        List.of(Rag.answers(Rag.graph().map(m -> m.questionEach(List.of("a", "b")))),
                                Rag.answers(Rag.graph().map(m -> m.questionEach(List.of("a", "b")).topK(7).hint("h"))),
                                Rag.answers(Rag.graph().map(m -> m.topKEach(List.of(1, 2)).questionEach(Set.of("q")).question("r"))),
                                Rag.answers(Rag.graph().map(m -> m.questionEach(List.of("a", "b")).topKEach(List.of(1, 2)).zip())),
                                Rag.answers(Rag.graph().map(m -> m.question("q").wordsEach(List.of(List.of("w"), List.of())))))
                        """))
                .isEqualTo(List.of(
                        List.of("a5-0", "b5-0"),
                        List.of("a7h0", "b7h0"),
                        List.of("r1-0", "r2-0"),
                        List.of("a1-0", "b2-0"),
                        List.of("q5-1", "q5-0")));
    }

    @Test
    void productPutsEachWithEach() {
        assertThat(
                        evaluate(
                                "Rag.answers(Rag.graph().map(m -> m.questionEach(List.of(\"a\", \"b\")).topKEach(List.of(1, 2)).product()))"))
                .isEqualTo(List.of("a1-0", "a2-0", "b1-0", "b2-0"));
    }

    @Test
    void resultsAreGivenOneByOneToo() {
        assertThat(evaluate("""
                        List.of(Rag.answers(Rag.graph().mapIter(m -> m.questionEach(List.of("a", "b")))),
                                Rag.answers(Rag.graph().mapIter(List.of(RagInputs.of("c", List.of())))),
                                Rag.answers(Rag.graph().map(List.of(RagInputs.of("c", List.of()).withTopK(2)))))
                        """)).isEqualTo(List.of(List.of("a5-0", "b5-0"), List.of("c5-0"), List.of("c2-0")));
    }

    @Test
    void anotherRunnerGivesTheSame() {
        assertThat(
                        evaluate(
                                "Rag.answers(Rag.graph().with(AsyncRunner.create()).map(m -> m.questionEach(List.of(\"a\", \"b\"))))"))
                .isEqualTo(List.of("a5-0", "b5-0"));
    }

    @Test
    void unequalNumbersOfValuesAreRefused() {
        assertThatThrownBy(() -> evaluate(
                        "Rag.graph().map(m -> m.questionEach(List.of(\"a\", \"b\", \"c\")).topKEach(List.of(1, 2)))"))
                .isInstanceOf(GraphConfigException.class)
                .hasMessage("""
                        [Hypergraph/UnequalLengths] Zipped inputs need as many values as each other, but 'question' has 3 and 'topK' has 2.

                            How to fix:
                              - give as many values for 'question' as for 'topK', or
                              - combine each with each: product()""");
    }

    @Test
    void mapNeedsAnInputThatVaries() {
        assertThatThrownBy(() -> evaluate("Rag.graph().map(m -> m.question(\"a\"))"))
                .isInstanceOf(GraphConfigException.class)
                .hasMessage("""
                        [Hypergraph/NothingToMap] A map needs an input that differs from item to item.

                            How to fix:
                              - give values for at least one input with its ...Each method, or
                              - run the graph once: run(...)""");
    }

    @Test
    void missingInputsAreRefused() {
        assertThatThrownBy(() -> evaluate("Rag.graph().map(m -> m.topKEach(List.of(1)))"))
                .isInstanceOf(MissingInputException.class)
                .hasMessageContaining("needs 'question'");
    }

    @Test
    void inputsMayBeCalledAsTheMethodsOfAMap() {
        TestCompilation graph = TestCompilation.of("""
                package p;

                @Graph
                public class Sum {
                    @Node(outputName = "sum")
                    static int sum(int zip, int product, int build, int items, int x, Object xEach, int varying, int same, int in, int one) {
                        return zip + product + build + items + x + varying + same + in + one;
                    }

                    static List<Integer> sums() {
                        MapResult<SumOutputs> result = SumGraph.create().map(m -> m.zipEach(List.of(1, 2)).productEach(List.of(10, 20))
                                .buildEach(List.of(100, 200)).items(0).xEach_(List.of(1000, 2000)).xEach("").varyingEach(List.of(0, 0))
                                .sameEach(List.of(0, 0)).inEach(List.of(0, 0)).oneEach(List.of(0, 0)).product(10).zip());
                        return result.outputs().stream().map(outputs -> outputs.get().sum()).toList();
                    }
                }
                """);

        assertThat(graph.evaluate("Sum.sums()")).isEqualTo(List.of(1111, 2212));
    }
}
