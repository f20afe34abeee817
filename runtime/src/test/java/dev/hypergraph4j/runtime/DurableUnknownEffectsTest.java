package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import dev.hypergraph4j.runtime.plan.NodeBuilder;
import dev.hypergraph4j.runtime.plan.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where nobody knows whether a node with {@code effect = ONCE} had its effect, it does not run again, and nothing goes on as if it had failed. */
@EndsInTime
class DurableUnknownEffectsTest {
    private static final long SOON = Duration.ofMillis(1).toNanos();

    private final Processes processes = new Processes();
    private boolean dies = true;

    /** Who runs. */
    private enum Kind {
        SYNC,
        ASYNC
    }

    /** A process by itself, which dies where it is told to. */
    private final class OneProcess {
        private final Fragile store = Fragile.of(processes.store);
        private final Runner runner;

        OneProcess(Kind kind) {
            runner = kind == Kind.SYNC
                    ? SyncRunner.builder().checkpointer(store.seen()).build()
                    : AsyncRunner.builder().checkpointer(store.seen()).build();
        }

        RunResult<Map<String, Object>> run(TestGraph graph, Object... given) {
            TestGraph recorded = graph.with(runner);
            return recorded.run(recorded.given(given), RunOptions.workflow("w"));
        }
    }

    private static RetryPolicy threeTimes() {
        return new RetryPolicy(3, List.of(), 0, 1, 0, 0, RetryPolicy.ANY_TIME);
    }

    private void assertThatItWaitsForAnOperator(String step) {
        assertThat(processes.workflow("w").parkReason()).isEqualTo(ParkReason.UNKNOWN_EFFECT);
        assertThat(processes.workflow("w").reason()).contains("nobody knows whether step '" + step + "'");
    }

    @Test
    void attemptWhoseTimeIsOverIsNotRepeated() {
        TestGraph graph = graph().input("amount")
                .node("pay", takes("amount"), gives("receipt"), in -> {
                    processes.ran.add("pay");
                    new CountDownLatch(1).await();
                    return "receipt";
                })
                .that(node -> node.effectOnce().timeout(SOON).retries(threeTimes()))
                .outputs("receipt");

        assertThatThrownBy(() -> new OneProcess(Kind.SYNC).run(graph, "amount", 5))
                .isInstanceOf(UnknownEffectException.class)
                .hasMessageContaining("its time was over in the middle of it")
                .hasCauseInstanceOf(TimeoutException.class);
        assertThat(processes.ran).containsExactly("pay");
        assertThatItWaitsForAnOperator("pay");

        Workflows workflows = Workflows.on(processes.store).serve(graph).build();
        workflows.settle("w", "pay", List.of("paid"), "ada");
        workflows.workHere();
        assertThat(workflows.result(graph, "w").orElseThrow().outputs()).isEqualTo(Map.of("receipt", "paid"));
        assertThat(processes.ran).containsExactly("pay");
    }

    @Test
    void stageWhoseTimeIsOverIsNotRepeated() {
        TestGraph graph = graph().input("amount")
                .async(
                        "pay",
                        takes("amount"),
                        gives("receipt"),
                        in -> processes.noted("pay", new CompletableFuture<>()))
                .that(node -> node.effectOnce().timeout(SOON).retries(threeTimes()))
                .outputs("receipt");

        assertThatThrownBy(() -> new OneProcess(Kind.ASYNC).run(graph, "amount", 5))
                .isInstanceOf(UnknownEffectException.class);
        assertThat(processes.ran).containsExactly("pay");
        assertThatItWaitsForAnOperator("pay");
    }

    @Test
    void timeoutThatTheNodeThrowsItselfIsAFailure() {
        TestGraph graph = graph().input("amount")
                .node("pay", takes("amount"), gives("receipt"), in -> {
                    processes.ran.add("pay");
                    throw new TimeoutException("no answer");
                })
                .that(node ->
                        node.effectOnce().timeout(Duration.ofDays(1).toNanos()).retries(threeTimes()))
                .outputs("receipt");

        assertThatThrownBy(() -> new OneProcess(Kind.SYNC).run(graph, "amount", 5))
                .isInstanceOf(NodeExecutionException.class);
        assertThat(processes.ran).hasSize(3);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.FAILED);
    }

    /** The payment is in the middle of its effect when its process dies, and the node before it fails the next time. */
    @Test
    void failureBesideItDoesNotHideIt() {
        CountDownLatch paying = new CountDownLatch(1);
        OneProcess first = new OneProcess(Kind.ASYNC);
        TestGraph graph = graph().input("amount")
                .node("check", takes("amount"), gives("checked"), in -> {
                    if (dies) {
                        paying.await();
                        return true;
                    }
                    throw new IllegalStateException("no such account");
                })
                .node("pay", takes("amount"), gives("receipt"), in -> {
                    processes.ran.add("pay");
                    first.store.die();
                    paying.countDown();
                    return "receipt";
                })
                .that(NodeBuilder::effectOnce)
                .outputs("checked", "receipt");
        processes.die(() -> first.run(graph, "amount", 5));
        dies = false;

        assertThatThrownBy(() -> new OneProcess(Kind.SYNC).run(graph, "amount", 5))
                .hasRootCauseMessage("no such account");
        assertThatItWaitsForAnOperator("pay");

        Workflows workflows = Workflows.on(processes.store).serve(graph).build();
        workflows.settle("w", "pay", List.of("paid"), "ada");
        workflows.workHere();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.FAILED);
        workflows.retry("w", "again");
        workflows.workHere();
        assertThat(processes.ran).containsExactly("pay");
    }

    /** Adds up what there is, and goes on without items that failed. */
    private TestGraph tolerant(TestGraph item) {
        return graph("tolerant")
                .input("n")
                .mapped("each", item, "n", ErrorHandling.CONTINUE, gives("receipt"))
                .node("sum", takes("receipt"), gives("sum"), in -> processes.noted("sum", in.text("receipt")))
                .outputs("sum");
    }

    @ParameterizedTest
    @EnumSource
    void mapThatGoesOnWithoutFailedItemsWaitsForItsOutcome(Kind kind) {
        OneProcess first = new OneProcess(kind);
        TestGraph item = graph("item")
                .input("n")
                .node("pay", takes("n"), gives("receipt"), in -> {
                    if (in.integer("n") == 2) {
                        processes.ran.add("second");
                        first.store.die();
                    }
                    return 10 * in.integer("n");
                })
                .that(NodeBuilder::effectOnce)
                .outputs("receipt");
        TestGraph graph = tolerant(item);
        processes.die(() -> first.run(graph, "n", List.of(1, 2, 3)));

        assertThat(new OneProcess(kind).run(graph, "n", List.of(1, 2, 3)).status())
                .isEqualTo(RunStatus.STOPPED);
        assertThat(processes.ran).containsExactly("second");
        String open = openStep();
        assertThatItWaitsForAnOperator(open);

        Workflows workflows = Workflows.on(processes.store).serve(graph).build();
        workflows.settle("w", open, List.of(20), "ada");
        workflows.workHere();
        assertThat(workflows.result(graph, "w").orElseThrow().outputs())
                .isEqualTo(Map.of(
                        "sum",
                        List.of(Optional.of(10), Optional.of(20), Optional.of(30))
                                .toString()));
        assertThat(processes.ran).containsExactly("second", "sum");
    }

    private String openStep() {
        return processes.steps("w").stream()
                .filter(step -> step.status() == StepStatus.OPEN)
                .map(Step::id)
                .filter(step -> step.item() != null)
                .findFirst()
                .orElseThrow()
                .key();
    }

    @ParameterizedTest
    @EnumSource
    void mapThatGoesOnWithoutFailedItemsDoesNotDoWithoutOneThatTheJvmHasFailed(Kind kind) {
        TestGraph item = graph("item")
                .input("n")
                .node("work", takes("n"), gives("receipt"), in -> {
                    if (dies && in.integer("n") == 2) {
                        throw new OutOfMemoryError("no heap");
                    }
                    return 10 * in.integer("n");
                })
                .outputs("receipt");
        TestGraph graph = tolerant(item);

        assertThat(new OneProcess(kind).run(graph, "n", List.of(1, 2, 3)).status())
                .isEqualTo(RunStatus.STOPPED);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.RUNNING);
        dies = false;
        processes.clock.addAndGet(Processes.LEASE_MILLIS + 1);

        assertThat(new OneProcess(kind).run(graph, "n", List.of(1, 2, 3)).outputs())
                .isEqualTo(Map.of(
                        "sum",
                        List.of(Optional.of(10), Optional.of(20), Optional.of(30))
                                .toString()));
        assertThat(processes.ran).containsExactly("sum");
    }
}
