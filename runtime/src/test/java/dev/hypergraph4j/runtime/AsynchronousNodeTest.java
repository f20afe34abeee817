package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.mayGive;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.io.IOException;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Nodes whose methods return a {@link CompletionStage}. */
@EndsInTime
class AsynchronousNodeTest {

    @Way.EveryAsync
    void valueOfACompletedStageIsTaken(Way way) {
        assertThat(way.run(around(in -> CompletableFuture.completedFuture(in.sum() * 10)), "x", 1)
                        .outputs())
                .containsExactly(entry("y", 20), entry("z", 21));
    }

    @Way.EveryAsync
    void valueThatAnotherThreadCompletesIsTaken(Way way) {
        assertThat(way.run(around(in -> Stages.later(() -> 20)), "x", 1).outputs())
                .containsExactly(entry("y", 20), entry("z", 21));
    }

    @Way.EveryAsync
    void stageNeedsToBeNoFuture(Way way) {
        assertThat(way.run(around(in -> Stages.withoutFuture(Stages.later(() -> 20))), "x", 1)
                        .outputs())
                .containsExactly(entry("y", 20), entry("z", 21));
    }

    @Way.EveryAsync
    void stageGivesSeveralValues(Way way) {
        TestGraph graph = graph().async("pair", takes(), gives("a", "b"), in -> Stages.later(() -> List.of(1, 2)))
                .node("sum", takes("a", "b"), gives("s"), TestGraph.In::sum)
                .outputs("s");

        assertThat(way.run(graph).outputs()).containsExactly(entry("s", 3));
    }

    @Way.EveryAsync
    void stageMayGiveNothing(Way way) {
        TestGraph graph = graph().async("find", takes(), mayGive("found"), in -> Stages.later(() -> null))
                .node("tell", takes("found"), gives("told"), in -> "" + in.get("found"))
                .outputs("told");

        assertThat(way.run(graph).outputs()).containsExactly(entry("told", "null"));
    }

    @Way.EveryAsync
    void asynchronousNodesFollowEachOther(Way way) {
        TestGraph.Builder builder = graph().input("v0");
        for (int i = 1; i <= 500; i++) {
            boolean completed = i % 3 == 0;
            builder.async("n" + i, takes("v" + (i - 1)), gives("v" + i), in -> {
                int next = in.sum() + 1;
                return completed ? CompletableFuture.completedFuture(next) : Stages.later(() -> next);
            });
        }

        assertThat(way.run(builder.outputs("v500"), "v0", 0).outputs()).containsExactly(entry("v500", 500));
    }

    @Way.EveryAsync
    void dependentsNeverRunOnTheThreadThatCompletesAStage(Way way) {
        TestGraph graph = graph().async("a", takes(), gives("va"), in -> Stages.later(() -> 1))
                .async("b", takes("va"), gives("vb"), in -> {
                    boolean foreign = Stages.isForeign(Thread.currentThread());
                    return Stages.later(() -> foreign);
                })
                .node("c", takes("vb"), gives("vc"), in -> Stages.isForeign(Thread.currentThread()))
                .outputs("vb", "vc");

        assertThat(way.run(graph).outputs()).containsExactly(entry("vb", false), entry("vc", false));
    }

    @Way.EveryAsync
    void failureOfAStageIsTheNodesUnchanged(Way way) {
        Exception checked = new IOException("gone");

        assertThat(failureOf(way, in -> CompletableFuture.failedFuture(checked)))
                .isSameAs(checked);
        assertThat(failureOf(way, in -> Stages.failingLater(checked))).isSameAs(checked);
        assertThat(failureOf(way, in -> Stages.failingLater(new CompletionException(checked))))
                .isSameAs(checked);
    }

    @Way.EveryAsync
    void whatASuppliedStageThrowsIsUnwrapped(Way way) {
        RuntimeException thrown = new IllegalStateException("no");

        assertThat(failureOf(
                        way,
                        in -> Stages.later(() -> {
                            throw thrown;
                        })))
                .isSameAs(thrown);
    }

    @Way.EveryAsync
    void completionExceptionWithoutCauseIsKept(Way way) {
        Throwable bare = new CompletionException("bare", null);

        assertThat(failureOf(way, in -> CompletableFuture.failedFuture(bare))).isSameAs(bare);
    }

    @Way.EveryAsync
    void methodThatThrowsInsteadOfReturningAStageFails(Way way) {
        Exception thrown = new IOException("not even started");

        assertThat(failureOf(way, in -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Way.EveryAsync
    void cancelledStageFails(Way way) {
        assertThat(failureOf(way, in -> {
                    CompletableFuture<Object> stage = new CompletableFuture<>();
                    stage.cancel(true);
                    return stage;
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Way.EveryAsync
    void stageOfNullFails(Way way) {
        assertThat(failureOf(way, in -> CompletableFuture.completedFuture(null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageStartingWith("The node returned null for 'y'.");
        assertThat(failureOf(way, in -> Stages.later(() -> null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageStartingWith("The node returned null for 'y'.");
    }

    @Way.EveryAsync
    void nullInsteadOfAStageFails(Way way) {
        assertThat(failureOf(way, in -> null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageStartingWith("The node returned null for 'its stage'.");
    }

    @Way.EveryAsync
    void stageThatCannotBeWatchedFails(Way way) {
        for (Throwable refusal : List.of(new IllegalStateException("no callbacks"), new AssertionError("none"))) {
            assertThat(failureOf(way, in -> Stages.throwing(new CompletableFuture<>(), "whenComplete", () -> refusal)))
                    .isSameAs(refusal);
        }
    }

    @Way.EveryAsync
    void valuesThatThrowWhileTheyAreTakenFail(Way way) {
        Error error = new AssertionError("broken record");
        TestGraph graph = graph().async(
                        "pair",
                        takes(),
                        gives("a", "b"),
                        in -> Stages.later(() -> new AbstractList<Object>() {
                            @Override
                            public Object get(int index) {
                                throw error;
                            }

                            @Override
                            public int size() {
                                return 2;
                            }
                        }))
                .outputs("a");

        assertThat(catchThrowableOfType(NodeExecutionException.class, () -> way.run(graph)))
                .hasCause(error);
    }

    @Way.EveryAsync
    void valuesProducedBesidesAFailingStageAreKept(Way way) {
        TestGraph graph = graph().async(
                        "bad", takes(), gives("vBad"), in -> Stages.failingLater(new IOException("gone")))
                .async("good", takes(), gives("vGood"), in -> Stages.later(() -> 1))
                .node("lost", takes("vBad"), gives("vLost"), in -> 2)
                .node("after", takes("vGood"), gives("vAfter"), in -> 3)
                .outputs("vLost", "vAfter");

        RunResult<Map<String, Object>> result = way.run(graph, ErrorHandling.CONTINUE);

        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(result.values()).containsExactly(entry("vGood", 1), entry("vAfter", 3));
        assertThat(((NodeExecutionException) result.error().orElseThrow()).nodePath())
                .isEqualTo("bad");
    }

    @Way.EveryAsync
    void asynchronousNodeIsTimedUntilItsStageCompletes(Way way) {
        RunResult<Map<String, Object>> result = way.run(around(in -> Stages.later(() -> 20)), "x", 1);

        var steps = result.log().steps();
        assertThat(steps).extracting(step -> step.node()).containsExactly("before", "node", "after");
        assertThat(steps.get(2).start()).isAfterOrEqualTo(steps.get(1).end());
    }

    /** The asynchronous node gives {@code y} between one that gives {@code b} and one that gives {@code z}. */
    private static TestGraph around(TestGraph.AsyncBody body) {
        return graph().input("x")
                .node("before", takes("x"), gives("b"), in -> in.sum() + 1)
                .async("node", takes("b"), gives("y"), body)
                .node("after", takes("y"), gives("z"), in -> in.sum() + 1)
                .outputs("y", "z");
    }

    private static Throwable failureOf(Way way, TestGraph.AsyncBody body) {
        NodeExecutionException failure =
                catchThrowableOfType(NodeExecutionException.class, () -> way.run(around(body), "x", 1));
        assertThat(failure.nodePath()).isEqualTo("node");
        return failure.getCause();
    }
}
