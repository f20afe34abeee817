package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker looks for workflows, whatever others do and whatever fails. */
@EndsInTime
class WorkerTest {
    private final Processes processes = new Processes();

    private final TestGraph single = graph().input("x")
            .node("only", takes("x"), gives("y"), in -> processes.noted("only", in.get("x")))
            .outputs("y");

    private void submit(Workflows workflows, int from, int to) {
        IntStream.range(from, to).forEach(i -> workflows.submit(single, "w" + i, single.given("x", i)));
    }

    @Test
    void whatOthersAreFasterToClaimDoesNotWidenLaterLooks() {
        Workflows rival = Workflows.on(processes.store).serve(single).build();
        List<Object> widths = new ArrayList<>();
        Checkpointer store = Watched.of(processes.store, (method, arguments) -> {
            if (method.equals("claim")) {
                rival.workHere();
            } else if (method.equals("claimable")) {
                widths.add(arguments[1]);
            }
        });
        Workflows workflows = Workflows.on(store).serve(single).atOnce(4).build();

        for (int round = 0; round < 5; round++) {
            submit(workflows, round * 10, round * 10 + 10);
            assertThat(workflows.workHere()).isZero();
        }

        assertThat(processes.ran).hasSize(50);
        assertThat(processes.status("w49")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(widths).containsOnly(4);
    }

    @Test
    void graphThatItsRunnerCanNotRunIsNotServed() {
        TestGraph asynchronous = graph("later")
                .input("x")
                .async("wait", takes("x"), gives("y"), in -> CompletableFuture.completedFuture(1))
                .outputs("y");
        Workflows.Builder workflows = Workflows.on(processes.store)
                .serve(single)
                .runner(SyncRunner.builder().checkpointer(processes.store).build());

        assertThatThrownBy(() -> workflows.serve(asynchronous).build())
                .isInstanceOf(IncompatibleRunnerException.class)
                .hasMessageContaining("Node 'wait' of 'later'");
    }

    @Test
    void graphWithARunnerOfItsOwnIsServedThoughTheOthersCouldNotRunIt() {
        TestGraph asynchronous = graph("later")
                .input("x")
                .async("wait", takes("x"), gives("y"), in -> CompletableFuture.completedFuture(1))
                .outputs("y")
                .with(AsyncRunner.builder().checkpointer(processes.store).build());
        Workflows workflows = Workflows.on(processes.store)
                .runner(SyncRunner.builder().checkpointer(processes.store).build())
                .serve(asynchronous)
                .build();
        workflows.submit(asynchronous, "w", asynchronous.given("x", 1));

        assertThat(workflows.workHere()).isEqualTo(1);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void twoGraphsWithOneNameAreNotServed() {
        Workflows.Builder workflows =
                Workflows.on(processes.store).serve(single).serve(single.bind("x", 1));

        assertThatThrownBy(workflows::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Two served graphs have the name 'g'");
    }

    @Test
    void workflowIsClaimedAsWhoRenewsItsLease() {
        List<Object> claimed = new ArrayList<>();
        Checkpointer store = Watched.of(processes.store, (method, arguments) -> {
            if (method.equals("claim")) {
                claimed.add(arguments[1]);
            }
        });
        DurableOptions own = DurableOptions.defaults().worker("of the graph").lease(Duration.ofMinutes(5));
        DurableOptions others =
                DurableOptions.defaults().worker("of the others").lease(Duration.ofSeconds(1));
        TestGraph graph =
                single.with(SyncRunner.builder().checkpointer(store, own).build());
        Workflows workflows = Workflows.on(store).options(others).serve(graph).build();

        submit(workflows, 0, 2);
        workflows.resume("w0");
        assertThat(workflows.workHere()).isEqualTo(1);

        assertThat(claimed).containsExactly(own.claimant(), own.claimant());
        assertThat(workflows.drain(Duration.ofSeconds(60))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"claimable", "find", "claim"})
    void threadLivesOnWhateverIsThrown(String failing) {
        AtomicInteger failures = new AtomicInteger(3);
        Checkpointer store = Watched.of(processes.store, (method, arguments) -> {
            if (method.equals(failing) && failures.getAndDecrement() > 0) {
                throw new OutOfMemoryError("of the test");
            }
        });
        Workflows workflows = Workflows.on(store)
                .serve(single)
                .poll(Duration.ofMillis(1))
                .build()
                .work();
        workflows.submit(single, "w", single.given("x", 1));

        while (processes.status("w") != WorkflowStatus.COMPLETED) {
            Thread.onSpinWait();
        }
        assertThat(workflows.drain(Duration.ofSeconds(60))).isTrue();
        assertThat(failures.get()).isNegative();
    }
}
