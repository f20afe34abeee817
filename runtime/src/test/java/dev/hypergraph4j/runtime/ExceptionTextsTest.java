package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.definition.SourceLocation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The full text of every message of the runtime, once. */
@EndsInTime
class ExceptionTextsTest {
    private final TestGraph rag = graph("rag")
            .input("question", String.class)
            .optional("topK", int.class, 5)
            .node("retrieve", takes("question", "topK"), gives("docs"), in -> {
                throw new IOException("index is gone");
            })
            .node("generate", takes("docs"), gives("answer"), in -> 42)
            .outputs("answer");

    @Test
    void nodeFailed() {
        assertThat(catchThrowable(() -> rag.run(rag.given("question", "why?"))))
                .isInstanceOf(NodeExecutionException.class)
                .hasMessage("""
                        [Hypergraph/NodeFailed] Node 'retrieve' of 'rag' threw IOException: index is gone
                            method : Rag.retrieve
                            source : G.java:1""");
    }

    @Test
    void nodeFailedWhereTheSourceIsNotKnown() {
        NodeDefinition node = new NodeDefinition(
                "effect", "Rag.effect", NodeKind.STEP, false, List.of(), List.of(), new SourceLocation("", 0), "");

        assertThat(new NodeExecutionException("rag", node, PreparedRun.NO_ITEM, new AssertionError("no"), null))
                .hasMessage("""
                        [Hypergraph/NodeFailed] Node 'effect' of 'rag' threw AssertionError: no
                            method : Rag.effect""");
    }

    @Test
    void nodeFailedWithoutAMessage() {
        assertThat(new NodeExecutionException(
                        "rag", rag.definition().node("generate"), PreparedRun.NO_ITEM, new IOException(), null))
                .hasMessage("""
                        [Hypergraph/NodeFailed] Node 'generate' of 'rag' threw IOException.
                            method : Rag.generate
                            source : G.java:2""");
    }

    @Test
    void missingInput() {
        MissingInputException missing =
                catchThrowableOfType(MissingInputException.class, () -> rag.runByName(Map.of("topK", 3)));

        assertThat(missing).hasMessage("""
                        [Hypergraph/MissingInput] A run of 'rag' needs 'question', which was not given.

                            How to fix:
                              - give it with the inputs of the run, or
                              - bind it on the graph: graph.bind("question", ...)""");
        assertThat(missing.missing()).containsExactly("question");
    }

    @Test
    void missingInputs() {
        assertThat(new MissingInputException("rag", List.of("question", "docs")))
                .hasMessage("""
                        [Hypergraph/MissingInput] A run of 'rag' needs 'question' and 'docs', which were not given.

                            How to fix:
                              - give them with the inputs of the run, or
                              - bind them on the graph: graph.bind("question", ...)""");
    }

    @Test
    void manyMissingInputsAreCutAtTen() {
        List<String> names = IntStream.range(0, 13).mapToObj(i -> "x" + i).toList();

        MissingInputException missing = new MissingInputException("rag", names);

        assertThat(missing).hasMessageContaining("'x9' and 3 more, which were not given.");
        assertThat(missing.missing()).hasSize(13);
    }

    @Test
    void unknownInput() {
        assertThat(catchThrowable(() -> rag.runByName(Map.of("qestion", "why?"))))
                .isInstanceOf(GraphConfigException.class)
                .hasMessage("""
                        [Hypergraph/UnknownInput] 'rag' has no input 'qestion'.
                            inputs : question and topK

                            Did you mean 'question' (String)?

                            How to fix:
                              - rename it to 'question', or
                              - leave it out""");
    }

    @Test
    void unknownInputThatIsLikeNoOther() {
        assertThat(catchThrowable(() -> rag.bind("weather", "fine")))
                .isInstanceOf(GraphConfigException.class)
                .hasMessage("""
                        [Hypergraph/UnknownInput] 'rag' has no input 'weather'.
                            inputs : question and topK

                            How to fix:
                              - leave it out""");
    }

    @Test
    void unknownInputWithADot() {
        assertThat(catchThrowable(() -> rag.runByName(Map.of("rag.question", "why?"))))
                .isInstanceOf(GraphConfigException.class)
                .hasMessage("""
                        [Hypergraph/UnknownInput] 'rag' has no input 'rag.question'.
                            inputs : question and topK

                            How to fix:
                              - leave it out: names with a dot are those of nested graphs""");
    }

    @Test
    void typeMismatch() {
        assertThat(catchThrowable(() -> rag.runByName(Map.of("question", "why?", "topK", 7L))))
                .isInstanceOf(GraphConfigException.class)
                .hasMessage("""
                        [Hypergraph/TypeMismatch] Input 'topK' of 'rag' takes int, not Long.
                            input : int topK
                            given : 7

                            How to fix:
                              - give a value of type int""");
    }

    @Test
    void typeMismatchOfNull() {
        assertThat(catchThrowable(() -> rag.runByName(Collections.singletonMap("question", null))))
                .isInstanceOf(GraphConfigException.class)
                .hasMessage("""
                        [Hypergraph/TypeMismatch] Input 'question' of 'rag' takes String, not null.
                            input : String question
                            given : null

                            How to fix:
                              - give a value of type String""");
    }

    @Test
    void noOutputs() {
        RunResult<?> failed =
                rag.run(rag.given("question", "why?"), RunOptions.defaults().onError(ErrorHandling.CONTINUE));

        assertThat(catchThrowable(failed::outputs))
                .isInstanceOf(GraphConfigException.class)
                .hasMessage("""
                        [Hypergraph/NoOutputs] The run of 'rag' is FAILED, so it has no outputs.

                            How to fix:
                              - look at status() first, and at error(), or
                              - take what was produced until then from values()""");
    }

    @Test
    void incompatibleRunner() {
        TestGraph asynchronous = graph("rag")
                .node("ask", takes(), gives("question"), in -> "why?")
                .async("call", takes("question"), gives("answer"), in -> CompletableFuture.completedFuture(42))
                .outputs("answer")
                .with(SyncRunner.create());

        IncompatibleRunnerException refused =
                catchThrowableOfType(IncompatibleRunnerException.class, () -> asynchronous.run(asynchronous.given()));

        assertThat(refused).hasMessage("""
                        [Hypergraph/IncompatibleRunner] Node 'call' of 'rag' needs asynchronous nodes, which SyncRunner does not have.

                            How to fix:
                              - run the graph on an AsyncRunner: graph.with(AsyncRunner.create()), or graph.runAsync(...)""");
        assertThat(refused.node()).isEqualTo("call");
        assertThat(refused.capability()).isEqualTo(RunnerCapabilities.Capability.ASYNCHRONOUS_NODES);
    }

    @Test
    void exceptionsSurviveTheWayToAnotherProcess() throws Exception {
        NodeExecutionException failure =
                catchThrowableOfType(NodeExecutionException.class, () -> rag.run(rag.given("question", "why?")));

        NodeExecutionException copy = copyOf(failure);

        assertThat(copy).hasMessage(failure.getMessage()).hasCauseInstanceOf(IOException.class);
        assertThat(copy.graph()).isEqualTo("rag");
        assertThat(copy.nodePath()).isEqualTo("retrieve");
        assertThat(copy.source()).isEqualTo(new SourceLocation("G.java", 1));
        assertThat(copy.log()).isNull();
        assertThat(copyOf(new MissingInputException("rag", new ArrayList<>(List.of("question"))))
                        .missing())
                .containsExactly("question");
    }

    @SuppressWarnings("unchecked")
    private static <T> T copyOf(T exception) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
