package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.definition.SourceLocation;
import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.NodeStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** What becomes of what nodes throw. */
@EndsInTime
class ErrorsTest {

    // RAISE

    @Way.Every
    void whatANodeThrowsIsTheCauseUnchanged(Way way) {
        List<Throwable> thrown = List.of(
                new IllegalStateException("unchecked"), new IOException("checked"), new StackOverflowError("error"));
        for (Throwable each : thrown) {
            NodeExecutionException error = raised(way, failing(each));

            assertThat(error).cause().isSameAs(each);
            assertThat(error.getSuppressed()).isEmpty();
        }
    }

    @Way.Every
    void errorSaysWhichNodeFailedAndWhereItStands(Way way) {
        NodeExecutionException error = raised(way, failing(new IOException("gone")));

        assertThat(error.graph()).isEqualTo("g");
        assertThat(error.nodePath()).isEqualTo("bad");
        assertThat(error.source()).isEqualTo(new SourceLocation("G.java", 2));
    }

    @Way.Every
    void errorHasTheLogOfTheRun(Way way) {
        NodeExecutionException error = raised(way, failing(new IOException("gone")));

        assertThat(error.log().steps()).extracting(NodeRecord::node).containsExactly("good", "bad");
        assertThat(error.log().errors()).extracting(NodeRecord::error).containsExactly(error.getCause());
        assertThat(error.log().duration()).isPositive();
    }

    @Way.Every
    void nodeThatReturnsNullFails(Way way) {
        TestGraph graph = graph().node("bad", takes(), gives("v"), in -> null).outputs("v");

        assertThat(raised(way, graph))
                .cause()
                .isInstanceOf(NullPointerException.class)
                .hasMessage("The node returned null for 'v'. A node that may have nothing to give returns an Optional,"
                        + " or is annotated @Nullable.");
    }

    @Way.Every
    void nullAmongSeveralValuesFails(Way way) {
        TestGraph graph = graph().node("bad", takes(), gives("a", "b"), in -> Arrays.asList(1, null))
                .outputs("a");

        assertThat(raised(way, graph)).cause().hasMessageStartingWith("The node returned null for 'b'.");
    }

    @Test
    void sequentialRunEndsAtTheFirstFailure() {
        TestGraph graph = graph().node("a", takes(), gives("va"), in -> 1)
                .node("bad", takes(), gives("vb"), in -> {
                    throw new IOException("first");
                })
                .node("worse", takes(), gives("vc"), in -> {
                    throw new IOException("second");
                })
                .outputs("vc");

        NodeExecutionException error = catchThrowableOfType(
                NodeExecutionException.class, () -> SyncRunner.create().run(graph.prepared()));

        assertThat(error.nodePath()).isEqualTo("bad");
        assertThat(error.log().steps()).extracting(NodeRecord::node).containsExactly("a", "bad");
    }

    @Way.EveryUnlimited
    void othersThatFailedMeanwhileAreSuppressedInTheOrderOfThePlan(Way way) {
        CyclicBarrier together = new CyclicBarrier(3);
        TestGraph.Builder builder = graph();
        for (String node : List.of("a", "b", "c")) {
            builder.node(node, takes(), gives("v" + node), in -> {
                together.await();
                throw new IOException(node);
            });
        }

        NodeExecutionException error = raised(way, builder.outputs("va"));

        assertThat(error).hasCauseInstanceOf(IOException.class).hasRootCauseMessage("a");
        assertThat(error.getSuppressed())
                .extracting(Throwable::getCause)
                .extracting(Throwable::getMessage)
                .containsExactly("b", "c");
        assertThat(error.getSuppressed())
                .allSatisfy(other -> assertThat(other).isInstanceOf(NodeExecutionException.class));
    }

    @Test
    void nodesThatRunWhenOneFailsEndAndNoOtherStarts() throws InterruptedException {
        Gate gate = new Gate();
        HeldExecutor executor = new HeldExecutor();
        TestGraph graph = graph().node("long", takes(), gives("vLong"), in -> {
                    gate.pass();
                    return 1;
                })
                .node("bad", takes(), gives("vBad"), in -> {
                    throw new IOException("gone");
                })
                .node("ready", takes(), gives("vReady"), in -> 2)
                .node("never", takes("vLong"), gives("vNever"), in -> 3)
                .outputs("vReady", "vNever");
        var run = Caller.calling(() -> Way.on(executor).run(graph.prepared()));
        gate.awaitReached();
        executor.runNext();
        gate.open();

        assertThat(run.error()).isInstanceOfSatisfying(NodeExecutionException.class, error -> {
            assertThat(error.nodePath()).isEqualTo("bad");
            assertThat(error.log().steps()).extracting(NodeRecord::node).containsExactly("long", "bad");
        });
    }

    // CONTINUE

    @Way.Every
    void nodesThatDoNotNeedAFailedOneRun(Way way) {
        TestGraph graph = graph().node("good", takes(), gives("vGood"), in -> 1)
                .node("bad", takes(), gives("vBad"), in -> {
                    throw new IOException("gone");
                })
                .node("lost", takes("vGood", "vBad"), gives("vLost"), in -> 2)
                .node("lostToo", takes("vLost"), gives("vLostToo"), in -> 3)
                .node("after", takes("vGood"), gives("vAfter"), in -> 4)
                .outputs("vLostToo", "vAfter");

        RunResult<Map<String, Object>> result = way.run(graph, ErrorHandling.CONTINUE);

        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(result.isCompleted()).isFalse();
        assertThat(result.values()).containsExactly(entry("vGood", 1), entry("vAfter", 4));
        assertThat(result.log().steps())
                .extracting(NodeRecord::node, NodeRecord::status)
                .containsExactly(
                        tuple("good", NodeStatus.COMPLETED),
                        tuple("bad", NodeStatus.FAILED),
                        tuple("after", NodeStatus.COMPLETED));
        assertThat(((NodeExecutionException) result.error().orElseThrow()).nodePath())
                .isEqualTo("bad");
    }

    @Way.Every
    void valuesThatAFailingNodeHadGivenAreNotThere(Way way) {
        TestGraph graph = graph().node("bad", takes(), gives("a", "b"), in -> Arrays.asList(1, null))
                .outputs("a");

        assertThat(way.run(graph, ErrorHandling.CONTINUE).values()).isEmpty();
    }

    @Way.Every
    void allFailuresAreTold(Way way) {
        TestGraph.Builder builder = graph();
        for (String node : List.of("a", "b", "c")) {
            builder.node(node, takes(), gives("v" + node), in -> {
                throw new IOException(node);
            });
        }

        NodeExecutionException error = (NodeExecutionException)
                way.run(builder.outputs("va"), ErrorHandling.CONTINUE).error().orElseThrow();

        assertThat(error.nodePath()).isEqualTo("a");
        assertThat(error.getSuppressed()).extracting(Throwable::getCause).allMatch(IOException.class::isInstance);
        assertThat(error.getSuppressed())
                .extracting(other -> ((NodeExecutionException) other).nodePath())
                .containsExactly("b", "c");
    }

    @Way.Every
    void runWithoutFailuresCompletesUnderContinueToo(Way way) {
        RunResult<Map<String, Object>> result = way.run(OutputsTest.chain(3), ErrorHandling.CONTINUE, "v0", 0);

        assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(result.outputs()).containsExactly(entry("v3", 3));
    }

    // Whatever a run asks of generated code

    @Way.Every
    void whatMakingTheOutputsThrowsIsThrown(Way way) {
        for (Throwable thrown : List.of(new IllegalStateException("record"), new StackOverflowError("record"))) {
            TestGraph graph = graph().node("a", takes(), gives("v"), in -> 1).outputs("v");
            PreparedRun<Map<String, Object>> run = graph.prepared();
            PreparedRun<Map<String, Object>> broken =
                    new PreparedRun<>(run.plan(), run.slice(), new BrokenState(thrown), run.options());

            assertThatThrownBy(() -> way.run(broken)).isSameAs(thrown);
        }
    }

    /** {@code bad} throws {@code error}, behind {@code good} and before {@code never}. */
    private static TestGraph failing(Throwable error) {
        return graph().input("x")
                .node("good", takes("x"), gives("v1"), in -> 1)
                .node("bad", takes("v1"), gives("v2"), in -> {
                    throw error;
                })
                .node("never", takes("v2"), gives("v3"), in -> 3)
                .outputs("v3");
    }

    private static NodeExecutionException raised(Way way, TestGraph graph) {
        Object[] given = graph.inputs().names().isEmpty() ? new Object[0] : new Object[] {"x", 1};
        return catchThrowableOfType(NodeExecutionException.class, () -> way.run(graph, given));
    }
}
