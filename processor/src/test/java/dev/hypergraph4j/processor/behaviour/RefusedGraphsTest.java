package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Graphs with errors: the code that uses them compiles, so that nothing hides what is wrong. javac is told to look at all code in spite of errors,
 * as Error Prone has it do.
 */
class RefusedGraphsTest {
    private static final String[] ALL_CODE = {"--should-stop=ifError=FLOW", "-Xlint:all"};

    /** Uses everything that is generated for a graph that takes a question, and gives an answer. */
    private static final String USER = """
            package q;

            import p.*;

            public class User extends Thread {
                private final RagGraph rag = RagGraph.create(new Retrieval(), new Answering());
                private RunResult<RagOutputs> last;

                RagInputs inputs() {
                    return RagInputs.of("question").withQuestion("other").withTopK(3);
                }

                Object runs() throws Exception {
                    last = rag.run("question");
                    last = rag.run(inputs());
                    last = rag.run(in -> in.question("question").topK(3));
                    last = rag.runAsync(inputs()).await();
                    last = rag.runByName(Map.of());
                    MapResult<RagOutputs> all = rag.map(List.of(inputs()));
                    all = rag.map(m -> m.questionEach(List.of("question")).topKEach(List.of(3)).product().question("q").topK(3).zip());
                    all = rag.map(m -> m.questionEach(List.of("question")), RunOptions.defaults());
                    try (MapIterator<RagOutputs> results = rag.mapIter(m -> m.questionEach(List.of("question")))) {
                        last = results.next();
                    }
                    RagGraph bound = rag.bind("topK", 3).bind(in -> in.topK(4)).unbind("topK").with(SyncRunner.create());
                    RagGraph built = RagGraph.builder().retrieval(new Retrieval()).answering(new Answering()).build();
                    String answer = last.outputs().answer();
                    InputSpec spec = RagInputs.SPEC;
                    RagInputs made = RagInputs.builder().question("q").build();
                    String question = made.question();
                    return List.of(bound, built, answer, spec, question);
                }
            }
            """;

    private static List<String> errors(String graph, String retrieval, String answering) {
        return TestCompilation.of(graph, retrieval, answering, USER)
                .withOptions(ALL_CODE)
                .compile()
                .errors();
    }

    private static String retrieval(String signature) {
        return """
                package p;

                public class Retrieval {
                    @Node(outputName = "docs")
                    public List<String> %s {
                        return null;
                    }
                }
                """.formatted(signature);
    }

    private static String answering(String signature) {
        return """
                package p;

                public class Answering {
                    @Node(outputName = "answer")
                    public String %s {
                        return null;
                    }
                }
                """.formatted(signature);
    }

    private static final String GRAPH = """
            package p;

            @Graph(nodes = {Retrieval.class, Answering.class})
            public class Rag {}
            """;
    private static final String RETRIEVAL = retrieval("retrieve(String question, @Default(\"5\") int topK)");
    private static final String ANSWERING = answering("answer(String question, List<String> docs)");

    @Test
    void userCompilesWithTheRightGraph() {
        assertThat(errors(GRAPH, RETRIEVAL, ANSWERING)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Graph(nodes = {Retrieval.class, Answering.class}, select = \"anwser\") public class Rag {}",
                "@Graph(nodes = {Retrieval.class, Answering.class}, select = \"docs\", inputs = {\"topK\"}) public class Rag {}",
                "@Graph(nodes = {Retrieval.class, Answering.class}, entrypoint = \"anwser\") public class Rag {}",
                "@Graph(nodes = {Retrieval.class, Answering.class}, inputs = \"topK\") public class Rag {}",
                "@Graph(nodes = {Retrieval.class, Answering.class, String.class}) public class Rag {}",
                "@Graph(nodes = {Retrieval.class, Answering.class}) public interface Rag { String anwser(String question); }",
            })
    void graphAtFaultIsTheOnlyError(String graph) {
        assertThat(errors("package p;\n" + graph, RETRIEVAL, ANSWERING))
                .singleElement()
                .asString()
                .contains("[Hypergraph/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answer(String question, List<String> doc)",
                "answer(String question, List<Integer> docs)",
                "answer(int question, List<String> docs)",
                "answer(String question, List<String>... docs)",
                "answer(String question, List<String> docs, @Default(\"x\") int topK)",
                "answer(String question, List<String> docs, String answer)",
            })
    void nodeAtFaultIsTheOnlyError(String signature) {
        assertThat(errors(GRAPH, RETRIEVAL, answering(signature)))
                .isNotEmpty()
                .allMatch(error -> error.matches("error (Answering|Retrieval)\\.java:5: \\[Hypergraph/.*"))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void tooManyInputsAreOneError() {
        StringBuilder parameters = new StringBuilder("String question");
        for (int i = 0; i < 300; i++) {
            parameters.append(i % 150 == 149 ? "\n" : "").append(", int x").append(i);
        }
        String first = parameters.substring(0, parameters.indexOf("\n"));
        String second = parameters.substring(parameters.indexOf("\n") + 2);

        assertThat(errors(
                        GRAPH,
                        retrieval("retrieve(int topK, " + first + ")"),
                        answering("answer(List<String> docs, " + second.replace("\n", "") + ")")))
                .singleElement()
                .asString()
                .startsWith(
                        "error Rag.java:3: [Hypergraph/TooLarge] Rag has more inputs than the record RagInputs can hold.");
    }

    @Test
    void entryMethodInTheWayIsTheOnlyError() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                interface Rag {
                                    @Node(outputName = "docs")
                                    static List<String> retrieve(Optional<String> question) {
                                        return List.of();
                                    }

                                    @Output("docs")
                                    List<String> describe();
                                }
                                """, """
                                package p;

                                class User {
                                    Rag rag = RagGraph.create();
                                    RagInputs inputs = RagInputs.of();
                                }
                                """).withOptions(ALL_CODE).compile().errors())
                .singleElement()
                .asString()
                .startsWith("error Rag.java:11: [Hypergraph/BadEntryMethod]");
    }

    @Test
    void nestedAndPackagePrivateGraphsHaveSkeletonsToo() {
        assertThat(TestCompilation.of("""
                                class Outer {
                                    @Graph
                                    static class Loop {
                                        @Node(outputName = "a")
                                        static int a(int b) {
                                            return b;
                                        }

                                        @Node(outputName = "b")
                                        static int b(int a) {
                                            return a;
                                        }
                                    }

                                    Outer_LoopGraph graph = Outer_LoopGraph.create();
                                    int a = graph.run(Outer_LoopInputs.of()).outputs().a();
                                }
                                """).withOptions(ALL_CODE).compile().errors())
                .singleElement()
                .asString()
                .startsWith("error Outer.java:5: [Hypergraph/UnseededCycle]");
    }
}
