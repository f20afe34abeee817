package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import dev.hypergraph4j.runtime.plan.NodeBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A node spawns a workflow, and a later one waits for it without holding anything. */
@EndsInTime
class DurableSpawnTest {
    private final Processes processes = new Processes();
    private boolean fails;

    private final TestGraph shipping = graph("shipping")
            .input("order")
            .node(
                    "ship",
                    takes("order"),
                    gives("parcel"),
                    in -> processes.noted("ship", () -> {
                        if (fails) {
                            throw new IllegalStateException("no stock");
                        }
                        return "parcel of " + in.text("order");
                    }))
            .outputs("parcel");

    private final TestGraph selling = graph("selling")
            .input("order")
            .node(
                    "send",
                    takes("order"),
                    gives("child"),
                    in -> processes.noted(
                            "send", shipping.spawn(in.context(), shipping.given("order", in.get("order")))))
            .that(NodeBuilder::takesContext)
            .node(
                    "receive",
                    takes("child"),
                    gives("received"),
                    in -> processes.noted(
                            "receive",
                            () -> shipping.awaitSpawned(in.context(), in.text("child"))
                                    .get("parcel")))
            .that(NodeBuilder::takesContext)
            .outputs("received");

    private RunResult<Map<String, Object>> sell() {
        TestGraph recorded = selling.with(processes.next());
        return recorded.run(recorded.given("order", 7), RunOptions.workflow("w"));
    }

    private Workflows workflows() {
        return Workflows.on(processes.store).serve(selling).serve(shipping).build();
    }

    @Test
    void parentWaitsAsARowUntilItsChildIsOver() {
        assertThat(sell().status()).isEqualTo(RunStatus.PAUSED);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.WAITING_CHILD);
        assertThat(processes.store.descendants("w")).extracting(Workflow::id).containsExactly("w/send");

        assertThat(workflows().workHere()).isEqualTo(2);

        assertThat(workflows().result(selling, "w").orElseThrow().outputs())
                .isEqualTo(Map.of("received", "parcel of 7"));
        assertThat(processes.ran).containsExactly("send", "receive", "ship", "receive");
    }

    /** The next look by itself is half an hour away at the earliest. */
    @Test
    void workerGoesOnAtOnceWithWhatItsWorkflowsHaveSpawnedAndWithThese() {
        try (Workflows workflows = Workflows.on(processes.store)
                .serve(selling)
                .serve(shipping)
                .poll(Duration.ofHours(1))
                .build()) {
            workflows.submit(selling, "w", selling.given("order", 7));
            workflows.work();
            while (processes.status("w") != WorkflowStatus.COMPLETED) {
                Thread.onSpinWait();
            }
        }
        assertThat(processes.ran).containsExactly("send", "receive", "ship", "receive");
    }

    @Test
    void mapWaitsForTheChildrenOfItsItems() {
        TestGraph market = graph("market")
                .input("order")
                .mapped("each", selling, "order", ErrorHandling.RAISE, gives("received"))
                .outputs("received");
        TestGraph recorded = market.with(processes.next());
        recorded.run(recorded.given("order", List.of(7, 8)), RunOptions.workflow("w"));
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.WAITING_CHILD);

        Workflows workflows =
                Workflows.on(processes.store).serve(market).serve(shipping).build();
        workflows.workHere();

        assertThat(workflows.result(market, "w").orElseThrow().outputs())
                .isEqualTo(Map.of("received", List.of(Optional.of("parcel of 7"), Optional.of("parcel of 8"))));
        assertThat(processes.ran).filteredOn("ship"::equals).hasSize(2);
    }

    @Test
    void childThatFailsFailsItsParent() {
        fails = true;
        sell();

        workflows().workHere();

        assertThat(processes.status("w/send")).isEqualTo(WorkflowStatus.FAILED);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.FAILED);
        assertThat(processes.workflow("w").error().message())
                .contains("Workflow 'w/send', for which 'receive' waits, is FAILED");
    }

    @Test
    void parentWhoseChildCannotBeReadStopsAndGoesOnLater() {
        sell();
        Workflows.on(processes.store).serve(shipping).build().workHere();
        AtomicBoolean isDown = new AtomicBoolean(true);
        Checkpointer shaky = Watched.of(processes.store, (method, arguments) -> {
            if (isDown.get() && method.equals("history") && arguments[0].equals("w/send")) {
                throw StoreException.failedTo("read workflow 'w/send'", null);
            }
        });
        TestGraph recorded =
                selling.with(SyncRunner.builder().checkpointer(shaky).build());

        assertThatThrownBy(() -> recorded.run(recorded.given("order", 7), RunOptions.workflow("w")))
                .isInstanceOf(StoreException.class);

        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.RUNNING);
        isDown.set(false);
        processes.clock.addAndGet(Processes.LEASE_MILLIS + 1);
        assertThat(workflows().workHere()).isEqualTo(1);
        assertThat(workflows().result(selling, "w").orElseThrow().outputs())
                .isEqualTo(Map.of("received", "parcel of 7"));
    }

    /** As selling, but that it checks the order in between, which fails as long as {@code fails} is set. */
    private TestGraph checking() {
        return graph("checking")
                .input("order")
                .node(
                        "send",
                        takes("order"),
                        gives("child"),
                        in -> processes.noted(
                                "send", shipping.spawn(in.context(), shipping.given("order", in.get("order")))))
                .that(NodeBuilder::takesContext)
                .node(
                        "check",
                        takes("order", "child"),
                        gives("checked"),
                        in -> processes.noted("check", () -> {
                            if (fails) {
                                throw new IllegalStateException("no credit");
                            }
                            return true;
                        }))
                .node(
                        "receive",
                        takes("child", "checked"),
                        gives("received"),
                        in -> processes.noted(
                                "receive",
                                () -> shipping.awaitSpawned(in.context(), in.text("child"))
                                        .get("parcel")))
                .that(NodeBuilder::takesContext)
                .outputs("received");
    }

    private Workflows failsBeforeItsChildHasRun(TestGraph checking) {
        fails = true;
        TestGraph recorded = checking.with(processes.next());
        assertThatThrownBy(() -> recorded.run(recorded.given("order", 7), RunOptions.workflow("w")))
                .hasRootCauseMessage("no credit");
        fails = false;
        processes.ran.clear();
        return Workflows.on(processes.store).serve(checking).build();
    }

    private void ship() {
        assertThat(Workflows.on(processes.store).serve(shipping).build().workHere())
                .isEqualTo(1);
    }

    @Test
    void retryIsWokenByTheChildThatItsSourceSpawned() {
        TestGraph checking = checking();
        Workflows sellers = failsBeforeItsChildHasRun(checking);
        sellers.retry("w", "again");
        sellers.workHere();
        assertThat(processes.status("again")).isEqualTo(WorkflowStatus.WAITING_CHILD);

        ship();
        sellers.workHere();

        assertThat(sellers.result(checking, "again").orElseThrow().outputs())
                .isEqualTo(Map.of("received", "parcel of 7"));
        assertThat(processes.ran).containsExactly("check", "receive", "ship", "receive");
    }

    @Test
    void forkOfARetryIsWokenByTheChildThatTheFirstOneSpawned() {
        TestGraph checking = checking();
        Workflows sellers = failsBeforeItsChildHasRun(checking);
        sellers.retry("w", "again");
        sellers.workHere();
        sellers.fork(Fork.of("again").as("fork").at("receive"));
        sellers.workHere();
        assertThat(processes.status("fork")).isEqualTo(WorkflowStatus.WAITING_CHILD);

        ship();
        sellers.workHere();

        assertThat(processes.status("again")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(processes.status("fork")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void workflowThatSomebodyElseSpawnedIsNotWaitedFor() {
        sell();
        TestGraph waiting = graph("waiting")
                .input("id")
                .node(
                        "receive",
                        takes("id"),
                        gives("received"),
                        in -> shipping.awaitSpawned(in.context(), in.text("id")).get("parcel"))
                .that(NodeBuilder::takesContext)
                .outputs("received");
        TestGraph recorded = waiting.with(processes.next());

        assertThatThrownBy(() -> recorded.run(recorded.given("id", "w/send"), RunOptions.workflow("other")))
                .hasRootCauseInstanceOf(GraphConfigException.class)
                .hasMessageContaining("Workflow 'w/send', for which 'receive' waits, was not spawned by 'other'");
    }

    @Test
    void threadsOfANodeSpawnWorkflowsAtTheSameTime() {
        CyclicBarrier bothInTheMiddle = new CyclicBarrier(2);
        Set<Thread> late = ConcurrentHashMap.newKeySet();
        Checkpointer store = Watched.of(processes.store, (method, arguments) -> {
            if (method.equals("codec") && late.remove(Thread.currentThread())) {
                await(bothInTheMiddle);
            }
        });
        TestGraph both = graph("both")
                .input("order")
                .node("send", takes("order"), gives("children"), in -> {
                    CompletableFuture<String> beside = CompletableFuture.supplyAsync(() -> spawned(in, late));
                    return Set.of(spawned(in, late), beside.join()).size();
                })
                .that(NodeBuilder::takesContext)
                .outputs("children");
        TestGraph recorded = both.with(SyncRunner.builder().checkpointer(store).build());

        assertThat(recorded.run(recorded.given("order", 7), RunOptions.workflow("w"))
                        .outputs())
                .isEqualTo(Map.of("children", 2));
        assertThat(processes.store.descendants("w"))
                .extracting(Workflow::id)
                .containsExactlyInAnyOrder("w/send", "w/send~1");
    }

    private String spawned(TestGraph.In in, Set<Thread> late) {
        late.add(Thread.currentThread());
        return shipping.spawn(in.context(), shipping.given("order", in.get("order")));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void idThatSomebodyHasTakenFailsTheNodeThatSpawns() {
        workflows().submit(shipping, "w/send", shipping.given("order", 1));

        assertThatThrownBy(this::sell)
                .hasRootCauseInstanceOf(ConflictException.class)
                .hasMessageContaining("Workflow 'w/send' was started with other inputs");
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.FAILED);
    }

    @Test
    void cancellingTheParentCancelsTheChild() {
        sell();

        workflows().cancel("w", "not needed");

        assertThat(processes.status("w/send")).isEqualTo(WorkflowStatus.CANCELLED);
        assertThat(workflows().workHere()).isZero();
    }

    @Test
    void withoutACheckpointerThereIsNothingToSpawn() {
        assertThatThrownBy(() -> selling.run(selling.given("order", 7)))
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }
}
