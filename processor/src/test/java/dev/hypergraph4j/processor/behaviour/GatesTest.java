package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import org.junit.jupiter.api.Test;

/** Gates decide which nodes run. */
class GatesTest {
    private static final String RAG = """
            package p;

            @Graph
            class Rag {
                enum Next { retrieve, @Target("small") TALK, END }

                @Route
                Next decide(String question) {
                    return question.endsWith("?") ? Next.retrieve : question.isEmpty() ? Next.END : Next.TALK;
                }

                @Node(outputName = "docs")
                List<String> retrieve(String question) { return List.of("about " + question); }

                @Node(outputName = "count")
                int count(List<String> docs) { return docs.size(); }

                @Node(outputName = "answer")
                String generate(List<String> docs) { return "from " + docs; }

                @Node(name = "small", outputName = "answer")
                String smallTalk() { return "nice"; }

                @Node(outputName = "reply")
                String reply(String answer, @Default("0") int count) { return answer + "/" + count; }
            }
            """;

    private static Object runRag(String question) {
        return TestCompilation.of(RAG, """
                        package p;

                        class Runs {
                            static Object run(String question) {
                                RunResult<RagOutputs> result = RagGraph.create(new Rag()).run(question);
                                Optional<String> reply = result.outputs().reply();
                                return List.of(reply, result.skipped());
                            }
                        }
                        """).evaluate("Runs.run(\"" + question + "\")");
    }

    @Test
    void constantOpensTheNodeOfItsName() {
        assertThat(runRag("what?")).hasToString("[Optional[from [about what?]/1], [small]]");
    }

    @Test
    void constantOpensItsTargetAndWhatNeedsSkippedNodesIsSkipped() {
        assertThat(runRag("hello")).hasToString("[Optional[nice/0], [retrieve, count, generate]]");
    }

    @Test
    void endOpensNothing() {
        assertThat(runRag("")).hasToString("[Optional.empty, [retrieve, count, generate, small, reply]]");
    }

    @Test
    void outputThatEveryBranchGivesIsNotOptional() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Sign {
                                    @IfElse(whenTrue = "positive", whenFalse = "other")
                                    boolean isPositive(int x) { return x > 0; }

                                    @Node(outputName = "word")
                                    String positive() { return "positive"; }

                                    @Route(targets = {"zero", "negative"})
                                    String other(int x) { return x == 0 ? "zero" : "negative"; }

                                    @Node(outputName = "word")
                                    String zero() { return "zero"; }

                                    @Node(outputName = "word")
                                    String negative() { return "negative"; }

                                    @Node(outputName = "sentence")
                                    String say(String word, int x) { return x + " is " + word; }

                                    static String of(int x) {
                                        String sentence = SignGraph.create(new Sign()).run(x).outputs().sentence();
                                        return sentence;
                                    }
                                }
                                """).evaluate("List.of(Sign.of(1), Sign.of(0), Sign.of(-1))"))
                .hasToString("[1 is positive, 0 is zero, -1 is negative]");
    }

    @Test
    void gateOpensSeveralNodesOrItsFallback() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Checks {
                                    @Route(targets = {"length", "shape", "END"}, fallback = "none")
                                    @Nullable Set<String> choose(String text) {
                                        return text.isEmpty() ? null : text.equals("x") ? Set.of("END") : Set.of("length", "shape");
                                    }

                                    @Node(outputName = "length")
                                    int length(String text) { return text.length(); }

                                    @Node(name = "shape", outputName = "upper")
                                    boolean isUpper(String text) { return text.equals(text.toUpperCase()); }

                                    @Node(outputName = "none")
                                    String none() { return "nothing to check"; }

                                    static String of(String text) {
                                        return ChecksGraph.create(new Checks()).run(text).values().toString();
                                    }
                                }
                                """).evaluate("List.of(Checks.of(\"AB\"), Checks.of(\"\"), Checks.of(\"x\"))"))
                .hasToString("[{length=2, upper=true}, {none=nothing to check}, {}]");
    }
}
