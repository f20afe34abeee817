package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.mayGive;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.plan.GraphState;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@EndsInTime
class RunResultTest {
    private final TestGraph good = graph("good")
            .input("x")
            .node("a", takes("x"), gives("va"), in -> in.sum() + 1)
            .node("b", takes("va"), mayGive("vb"), in -> null)
            .node("c", takes("va"), gives("vc"), in -> in.sum() + 1)
            .outputs("vc", "vb");
    private final IOException gone = new IOException("gone");
    private final TestGraph bad = graph("bad")
            .node("a", takes(), gives("va"), in -> 1)
            .node("b", takes("va"), gives("vb"), in -> {
                throw gone;
            })
            .outputs("vb");

    @Way.Every
    void completedRunHasOutputs(Way way) {
        RunResult<Map<String, Object>> result = way.run(good, "x", 1);

        assertThat(result.graph()).isEqualTo("good");
        assertThat(result.outputs()).containsExactly(entry("vc", 3));
        assertThat(result.values()).isEqualTo(result.outputs());
        assertThat(result.error()).isEmpty();
        assertThat(result.stopReason()).isEmpty();
        assertThat(result.toString()).startsWith("good COMPLETED: 3 nodes, ").contains(", 0 errors | slowest: ");
    }

    @Way.Every
    void failedRunHasNoOutputsAndSaysWhy(Way way) {
        RunResult<Map<String, Object>> result = way.run(bad, ErrorHandling.CONTINUE);

        assertThatThrownBy(result::outputs)
                .isInstanceOf(GraphConfigException.class)
                .hasMessageContaining("The run of 'bad' is FAILED, so it has no outputs.")
                .cause()
                .isInstanceOf(NodeExecutionException.class)
                .hasCause(gone);
        assertThat(result.values()).containsExactly(entry("va", 1));
        assertThat(result.stopReason()).isEmpty();
        assertThat(result.toString()).startsWith("bad FAILED: 2 nodes, ").contains(", 1 error | slowest: ");
    }

    @Test
    void stoppedRunHasNoOutputsAndNoCause() throws InterruptedException {
        HeldExecutor executor = new HeldExecutor();
        RunHandle<Map<String, Object>> handle = Way.on(executor).start(good.prepared("x", 1));
        handle.stop("enough");

        RunResult<Map<String, Object>> result = handle.await();

        assertThatThrownBy(result::outputs)
                .isInstanceOf(GraphConfigException.class)
                .hasMessageContaining("The run of 'good' is STOPPED, so it has no outputs.")
                .hasNoCause();
        assertThat(result.values()).isEmpty();
        assertThat(result.stopReason()).hasValue("enough");
        assertThat(result.toString()).startsWith("good STOPPED: 0 nodes, ");
    }

    @Test
    void valuesOfAFailedRunCannotBeChanged() {
        RunResult<Map<String, Object>> result =
                bad.run(bad.given(), RunOptions.defaults().onError(ErrorHandling.CONTINUE));

        assertThatThrownBy(() -> result.values().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void valuesOfAnotherSliceAreNotThere() {
        RunResult<Map<String, Object>> result =
                SyncRunner.create().run(bad.entry("va", RunOptions.defaults().onError(ErrorHandling.CONTINUE)));

        assertThat(result.outputs()).containsExactly(entry("va", 1));
    }

    @Test
    void outputOfAnEntryMethodMayBeAbsent() {
        PreparedRun<Map<String, Object>> run = bad.entry("va", RunOptions.defaults());
        PreparedRun<Map<String, Object>> absent = new PreparedRun<>(
                run.plan(),
                run.slice(),
                new GraphState() {
                    @Override
                    public void run(int from, int to) {
                        ended(from);
                    }

                    @Override
                    public @Nullable Object value(int slot) {
                        return null;
                    }

                    @Override
                    public @Nullable Object result(int slice) {
                        return null;
                    }
                },
                run.options());

        RunResult<Map<String, Object>> result = SyncRunner.create().run(absent);

        assertThat(result.isCompleted()).isTrue();
        assertThat(result.outputs()).isNull();
        assertThat(result.values()).isEmpty();
    }

    @Way.Every
    void idIsTheOneOfTheOptions(Way way) {
        PreparedRun<Map<String, Object>> run = good.prepare(good.given("x", 1), RunOptions.workflow("po-17"));

        assertThat(way.run(run).runId()).isEqualTo("po-17");
    }

    @Test
    void idIsRandomOtherwise() {
        String id = good.run(good.given("x", 1)).runId();

        assertThat(UUID.fromString(id)).hasToString(id);
        assertThat(good.run(good.given("x", 1)).runId()).isNotEqualTo(id);
    }

    @Test
    void idIsTheSameForAllThreadsThatAskFirst() {
        for (int repetition = 0; repetition < 200; repetition++) {
            RunResult<?> result = good.run(good.given("x", 1));
            CyclicBarrier together = new CyclicBarrier(4);
            List<Caller<Object>> callers = Stream.generate(() -> Caller.<Object>calling(() -> {
                        together.await();
                        return List.of(result.runId(), System.identityHashCode(result.log()));
                    }))
                    .limit(4)
                    .toList();

            assertThat(callers.stream().map(Caller::result).distinct()).hasSize(1);
        }
    }

    @Test
    void capturedValuesAreInTheLogOnRequestOnly() {
        RunResult<?> plain = good.run(good.given("x", 1));
        RunResult<?> captured =
                good.run(good.given("x", 1), RunOptions.defaults().captureValues());

        assertThat(plain.log().steps())
                .allSatisfy(step -> assertThat(step.inputs()).isEmpty());
        assertThat(captured.log().steps().get(2).inputs()).containsExactly(entry("va", 2));
        assertThat(captured.log().steps().get(2).outputs()).containsExactly(entry("vc", 3));
        assertThat(captured.values()).isEqualTo(captured.outputs());
    }
}
