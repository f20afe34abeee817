package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@EndsInTime
class CompiledGraphTest {
    private final AtomicReference<Thread> ranOn = new AtomicReference<>();
    private final TestGraph rag = graph("rag")
            .input("question", String.class)
            .optional("topK", long.class, 5L)
            .optional("hint", String.class)
            .node("tell", takes("question", "topK", "hint"), gives("told"), in -> {
                ranOn.set(Thread.currentThread());
                return in.get("question") + "/" + in.get("topK") + "/" + in.get("hint");
            })
            .outputs("told");

    // Binding

    @Test
    void boundOptionalInputStandsInForItsDefault() {
        TestGraph bound = rag.bind("topK", 9L).bind("hint", "short");

        assertThat(told(bound, "question", "why?")).isEqualTo("why?/9/short");
    }

    @Test
    void givenValueWinsOverABoundOne() {
        TestGraph bound = rag.bind("topK", 9L).bind("hint", "short");

        assertThat(told(bound, "question", "why?", "topK", 7L, "hint", "long")).isEqualTo("why?/7/long");
    }

    @Test
    void boundValueWinsOverOneThatIsGivenAsTheDefault() {
        assertThat(told(rag.bind("topK", 9L), "question", "why?", "topK", 5L)).isEqualTo("why?/9/null");
    }

    @Test
    void bindingGivesAnotherGraph() {
        TestGraph bound = rag.bind("topK", 9L);

        assertThat(bound).isNotSameAs(rag);
        assertThat(told(rag, "question", "why?")).isEqualTo("why?/5/null");
        assertThat(rag.inputs().bound()).isEmpty();
        assertThat(bound.inputs().bound()).containsExactly("topK");
        assertThat(bound.definition()).isEqualTo(rag.definition());
    }

    @Test
    void laterBindingWins() {
        assertThat(told(rag.bind("topK", 9L).bind("topK", 11L), "question", "why?"))
                .isEqualTo("why?/11/null");
    }

    @Test
    void boundValueIsWidened() {
        assertThat(told(rag.bind("topK", 9), "question", "why?")).isEqualTo("why?/9/null");
    }

    @Test
    void unbindingBringsTheDefaultBack() {
        TestGraph bound = rag.bind("topK", 9L).bind("hint", "short").bind("question", "why?");

        TestGraph unbound = bound.unbind("topK", "hint");

        assertThat(told(unbound, "question", "who?")).isEqualTo("who?/5/null");
        assertThat(unbound.inputs().bound()).containsExactly("question");
        assertThat(bound.inputs().bound()).containsExactly("question", "topK", "hint");
    }

    @Test
    void unbindingWhatIsNotBoundChangesNothing() {
        assertThat(told(rag.unbind("topK"), "question", "why?")).isEqualTo("why?/5/null");
    }

    @Test
    void bindingRefusesWhatDoesNotFit() {
        assertThatThrownBy(() -> rag.bind("topk", 9L)).isInstanceOf(GraphConfigException.class);
        assertThatThrownBy(() -> rag.bind("topK", "nine")).isInstanceOf(GraphConfigException.class);
        assertThatThrownBy(() -> rag.bind("topK", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("value");
        assertThatThrownBy(() -> rag.unbind("topk"))
                .isInstanceOf(GraphConfigException.class)
                .hasMessageContaining("Did you mean 'topK' (long)?");
    }

    // Inputs by name

    @Test
    void inputsWithADefaultMayBeLeftOut() {
        assertThat(rag.runByName(Map.of("question", "why?")).outputs()).containsExactly(entry("told", "why?/5/null"));
    }

    @Test
    void inputsByNameAreWidened() {
        assertThat(rag.runByName(Map.of("question", "why?", "topK", 7)).outputs())
                .containsExactly(entry("told", "why?/7/null"));
    }

    @Test
    void boundInputsNeedNotBeGiven() {
        TestGraph bound = rag.bind("question", "why?").bind("topK", 9L);

        assertThat(bound.runByName(Map.of()).outputs()).containsExactly(entry("told", "why?/9/null"));
        assertThat(bound.inputs().required()).isEmpty();
    }

    @Test
    void inputsByNameWinOverBoundOnesEvenAtTheDefault() {
        TestGraph bound = rag.bind("question", "why?").bind("topK", 9L);

        assertThat(bound.runByName(Map.of("question", "who?", "topK", 5L)).outputs())
                .containsExactly(entry("told", "who?/5/null"));
    }

    @Test
    void missingInputIsNamed() {
        assertThatThrownBy(() -> rag.runByName(Map.of("topK", 7)))
                .isInstanceOfSatisfying(
                        MissingInputException.class,
                        missing -> assertThat(missing.missing()).containsExactly("question"));
        assertThat(ranOn).hasNullValue();
    }

    @Test
    void runByNameTakesOptions() {
        assertThat(rag.runByName(Map.of("question", "why?"), RunOptions.workflow("po-17"))
                        .runId())
                .isEqualTo("po-17");
    }

    // Runners

    @Test
    void graphOfSynchronousNodesRunsOnTheThreadOfItsCaller() {
        told(rag, "question", "why?");

        assertThat(ranOn).hasValue(Thread.currentThread());
    }

    @Test
    void graphWithAsynchronousNodesRunsOnARunnerThatTakesThem() {
        TestGraph graph = graph().async("a", takes(), gives("va"), in -> Stages.later(() -> 1))
                .outputs("va");

        assertThat(graph.run(graph.given()).outputs()).containsExactly(entry("va", 1));
    }

    @Test
    void runAsyncUsesOtherThreadsWhereTheGraphsRunnerHasNone() throws InterruptedException {
        RunResult<?> result = rag.runAsync(rag.given("question", "why?")).await();

        assertThat(result.isCompleted()).isTrue();
        assertThat(ranOn).doesNotHaveValue(Thread.currentThread());
    }

    @Test
    void runAsyncUsesTheGraphsRunnerWhereThatRunsNodesConcurrently() {
        HeldExecutor executor = new HeldExecutor();

        RunHandle<?> handle = rag.with(Way.on(executor)).runAsync(rag.given("question", "why?"));

        assertThat(handle.isDone()).isFalse();
        executor.runNext();
        assertThat(handle.isDone()).isTrue();
    }

    @Test
    void runAsyncTakesOptionsAndWhatIsBound() throws InterruptedException {
        RunResult<Map<String, Object>> result = rag.bind("topK", 9L)
                .runAsync(rag.given("question", "why?"), RunOptions.workflow("po-17"))
                .await();

        assertThat(result.outputs()).containsExactly(entry("told", "why?/9/null"));
        assertThat(result.runId()).isEqualTo("po-17");
    }

    @Test
    void runnerIsKeptWhenValuesAreBound() {
        HeldExecutor executor = new HeldExecutor();

        TestGraph graph = rag.with(Way.on(executor)).bind("topK", 9L).unbind("topK");

        assertThat(graph.runAsync(graph.given("question", "why?")).isDone()).isFalse();
        assertThat(executor.held()).isEqualTo(1);
    }

    @Test
    void boundValuesAreKeptWhenTheRunnerIsSet() {
        assertThat(told(rag.bind("topK", 9L).with(AsyncRunner.create()), "question", "why?"))
                .isEqualTo("why?/9/null");
    }

    @Test
    void nullIsRefused() {
        assertThatThrownBy(() -> rag.with((Runner) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("runner");
        assertThatThrownBy(() -> rag.run(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("inputs");
    }

    // Entry methods

    @Test
    void entryMethodGivesItsOutput() {
        assertThat(rag.runEntry(rag.entry("told", RunOptions.defaults(), "question", "why?")))
                .containsExactly(entry("told", "why?/5/null"));
        assertThat(ranOn).hasValue(Thread.currentThread());
    }

    @Test
    void entryMethodStartsItsRunOnOtherThreads() throws InterruptedException {
        RunHandle<Map<String, Object>> handle =
                rag.startEntry(rag.entry("told", RunOptions.defaults(), "question", "why?"));

        assertThat(handle.await().outputs()).containsExactly(entry("told", "why?/5/null"));
        assertThat(ranOn).doesNotHaveValue(Thread.currentThread());
    }

    @Test
    void entryMethodThrowsWhatItsNodesThrow() {
        IllegalStateException thrown = new IllegalStateException("no");
        TestGraph graph = graph().node("bad", takes(), gives("v"), in -> {
                    throw thrown;
                })
                .outputs("v");

        assertThatThrownBy(() -> graph.runEntry(graph.entry("v", RunOptions.defaults())))
                .isInstanceOf(NodeExecutionException.class)
                .hasCause(thrown);
    }

    @Test
    void inputsOfAnEntryMethodGetWhatIsBound() {
        TestGraph bound = rag.bind("topK", 9L);

        assertThat(bound.effective(rag.given("question", "why?"))).containsEntry("topK", 9L);
        assertThat(rag.effective(rag.given("question", "why?"))).containsEntry("topK", 5L);
    }

    // What it is

    @Test
    void graphTellsWhatItIs() {
        assertThat(rag.definition().name()).isEqualTo("rag");
        assertThat(rag.describe()).isEqualTo(rag.definition().describe());
        assertThat(rag.toMermaid()).isEqualTo(rag.definition().toMermaid()).contains("tell");
        assertThat(rag.toDot()).isEqualTo(rag.definition().toDot()).contains("tell");
        assertThat(rag.bind("topK", 9L))
                .hasToString("TestGraph of rag(String question, long topK (bound) = 5, String hint)");
    }

    @Test
    void handleIsAStageOfTheResult() {
        CompletableFuture<Object> told = rag.runAsync(rag.given("question", "why?"))
                .thenApply(result -> result.outputs().get("told"))
                .toCompletableFuture();

        assertThat(told.join()).isEqualTo("why?/5/null");
    }

    private static Object told(TestGraph graph, Object... namesAndValues) {
        return graph.run(graph.given(namesAndValues)).outputs().get("told");
    }
}
