package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** What is left of a run's values when it is over. */
@EndsInTime
class MemoryTest {
    private static final int TRIES = 200;

    /** An intermediate value, as only the run's state holds it. */
    private final AtomicReference<WeakReference<Object>> intermediate = new AtomicReference<>();

    @Way.Every
    void resultOfACompletedRunHoldsItsOutputsOnly(Way way) {
        RunResult<Map<String, Object>> result = way.run(synchronous());

        assertThat(isCollected()).isTrue();
        assertThat(result.outputs()).containsEntry("out", 1);
        assertThat(result.log().steps()).hasSize(2);
    }

    @Way.EveryAsync
    void resultOfACompletedRunHoldsNoStages(Way way) {
        RunResult<Map<String, Object>> result = way.run(asynchronous());

        assertThat(isCollected()).isTrue();
        assertThat(result.outputs()).containsEntry("out", 1);
        assertThat(result.log().steps()).hasSize(3);
    }

    @Way.EveryStart
    void handleOfACompletedRunHoldsItsResultOnly(Way way) throws InterruptedException {
        RunHandle<Map<String, Object>> handle = way.start(synchronous());
        handle.await();

        assertThat(isCollected()).isTrue();
        assertThat(handle.await().outputs()).containsEntry("out", 1);
        handle.stop("too late");
    }

    @Way.Every
    void errorOfAFailedRunHoldsNoValues(Way way) {
        TestGraph graph = graph().node("big", takes(), gives("value"), in -> intermediate())
                .node("bad", takes("value"), gives("out"), in -> {
                    throw new IOException("gone");
                })
                .outputs("out");

        NodeExecutionException error = catchThrowableOfType(NodeExecutionException.class, () -> way.run(graph));

        assertThat(isCollected()).isTrue();
        assertThat(error.log().steps()).hasSize(2);
    }

    @Way.Every
    void capturedValuesStayWithTheResult(Way way) {
        TestGraph graph = synchronous();
        RunResult<Map<String, Object>> result =
                way.run(graph.prepare(graph.given(), RunOptions.defaults().captureValues()));

        assertThat(result.log().steps().get(0).outputs().get("value"))
                .isSameAs(intermediate.get().get());
    }

    private TestGraph synchronous() {
        return graph().node("big", takes(), gives("value"), in -> intermediate())
                .node("small", takes("value"), gives("out"), in -> in.get("value") == null ? 0 : 1)
                .outputs("out");
    }

    private TestGraph asynchronous() {
        return graph().async("big", takes(), gives("value"), in -> Stages.later(this::intermediate))
                .async("same", takes("value"), gives("same"), in -> CompletableFuture.completedFuture(in.get("value")))
                .node("small", takes("value", "same"), gives("out"), in -> 1)
                .outputs("out");
    }

    private Object intermediate() {
        Object value = new byte[1_000];
        intermediate.set(new WeakReference<>(value));
        return value;
    }

    /** Whether the value is collected sooner or later. Threads that ended their part in the run may hold on to it for a moment. */
    private boolean isCollected() {
        WeakReference<Object> value = intermediate.get();
        for (int i = 0; i < TRIES && value.get() != null; i++) {
            System.gc();
        }
        return value.get() == null;
    }
}
