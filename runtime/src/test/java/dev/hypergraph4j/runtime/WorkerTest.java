package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.answer;
import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static dev.hypergraph4j.runtime.TestGraph.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.plan.NodeBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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

    /** The next look by itself is half an hour away at the earliest. */
    @Test
    void workerGoesOnAtOnceWithMessagesThatWait() {
        TestGraph asking = graph("asking")
                .input("n")
                .typed("part", int.class)
                .node("next", takes().seed("n"), gives("n"), in -> in.integer("n") + 1)
                .node("ask", takes("n"), answer("part"), in -> Question.ask("Part?", Integer.class))
                .node("note", takes("n", "part"), gives("noted"), in -> processes.noted(in.text("part"), 1))
                .gate("more", takes("n", "noted"), to("next"), in -> in.integer("n") < 5 ? "next" : "END")
                .loop(10, "next", "more")
                .outputs("n");
        try (Workflows workflows = Workflows.on(processes.store)
                .serve(asking)
                .poll(Duration.ofHours(1))
                .build()) {
            workflows.submit(asking, "w", asking.given("n", 0));
            for (int part = 1; part <= 5; part++) {
                workflows.send("w", "ask", "part " + part, part, "ada");
            }
            workflows.work();
            while (processes.status("w") != WorkflowStatus.COMPLETED) {
                Thread.onSpinWait();
            }
        }
        assertThat(processes.ran).containsExactly("1", "2", "3", "4", "5");
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
    void graphWhoseRunnerHasAnotherStoreIsServedByTheRunnerOfTheOthers() {
        MemoryCheckpointer other = MemoryCheckpointer.create();
        TestGraph elsewhere =
                single.with(SyncRunner.builder().checkpointer(other).build());
        Workflows workflows = Workflows.on(processes.store).serve(elsewhere).build();
        workflows.submit(elsewhere, "w", elsewhere.given("x", 1));

        assertThat(workflows.workHere()).isEqualTo(1);
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(other.find("w")).isEmpty();
    }

    @Test
    void resultOfAWorkflowOfAnotherGraphIsRefused() {
        TestGraph another = graph("another").input("z").outputs();
        Workflows workflows = Workflows.on(processes.store).serve(single).build();
        workflows.submit(single, "w", single.given("x", 1));
        workflows.workHere();

        assertThatThrownBy(() -> workflows.result(another, "w"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Workflow 'w' is one of graph 'g', not of 'another'");
    }

    @Test
    void nothingIsClaimedHereOnceTheWorkerShutsDown() {
        AtomicReference<Workflows> draining = new AtomicReference<>();
        TestGraph last = graph().input("x")
                .node("only", takes("x"), gives("y"), in -> {
                    draining.get().drain(Duration.ZERO);
                    return processes.noted("only", in.get("x"));
                })
                .outputs("y");
        Workflows workflows = Workflows.on(processes.store).serve(last).build();
        draining.set(workflows);
        submit(workflows, 0, 3);

        assertThat(workflows.workHere()).isEqualTo(1);
        assertThat(processes.ran).containsExactly("only");
        assertThat(processes.status("w1")).isEqualTo(WorkflowStatus.QUEUED);
    }

    /** The child ends elsewhere, and wakes its parent, between the last look and the question whether there is something to wait for. */
    @Test
    void whoIsNotIdleSeesAWorkflowThatWasWokenSinceTheLastLook() throws InterruptedException {
        TestGraph parent = graph("parent")
                .input("x")
                .node("send", takes("x"), gives("id"), in -> single.spawn(in.context(), single.given("x", in.get("x"))))
                .that(NodeBuilder::takesContext)
                .node(
                        "receive",
                        takes("id"),
                        gives("y"),
                        in -> single.awaitSpawned(in.context(), in.text("id")).get("y"))
                .that(NodeBuilder::takesContext)
                .outputs("y");
        Workflows elsewhere = Workflows.on(processes.store).serve(single).build();
        AtomicBoolean isFirst = new AtomicBoolean(true);
        Checkpointer store = Watched.of(processes.store, (method, arguments) -> {
            if (method.equals("workflows") && isFirst.getAndSet(false)) {
                elsewhere.workHere();
            }
        });
        Workflows workflows = Workflows.on(store).serve(parent).build();
        workflows.submit(parent, "w", parent.given("x", 7));

        workflows.workUntilIdle();

        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0000b", "a\ud800b"})
    void idThatNobodyCouldReadIsRefused(String id) {
        Workflows workflows = Workflows.on(processes.store).serve(single).build();
        TestGraph recorded = single.with(processes.next());

        assertThatThrownBy(() -> workflows.submit(single, id, single.given("x", 1)))
                .isInstanceOf(GraphConfigException.class)
                .hasMessageContaining("A workflow can't have an id");
        assertThatThrownBy(() -> workflows.admit("file", 1, single, id, single.given("x", 1)))
                .isInstanceOf(GraphConfigException.class);
        assertThatThrownBy(() -> recorded.run(recorded.given("x", 1), RunOptions.workflow(id)))
                .isInstanceOf(GraphConfigException.class);
        assertThatThrownBy(() -> workflows.retry("w", id)).isInstanceOf(GraphConfigException.class);
        assertThatThrownBy(() -> workflows.fork(Fork.of("w").as(id))).isInstanceOf(GraphConfigException.class);
        assertThat(workflows.cursor("file")).isEmpty();
        assertThat(processes.ran).isEmpty();
    }

    @Test
    void idThatIsTooLongIsRefused() {
        Workflows workflows = Workflows.on(processes.store).serve(single).build();
        String longest = "\u00e4".repeat(500);

        assertThat(workflows.submit(single, longest, single.given("x", 1))).isTrue();
        assertThatThrownBy(() -> workflows.submit(single, longest + "x", single.given("x", 1)))
                .isInstanceOf(GraphConfigException.class)
                .hasMessageContaining("an id of 501 characters, more than 500");
    }

    @Test
    void timesOfNoLengthAreRefused() {
        assertThatThrownBy(() -> Workflows.on(processes.store).poll(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("poll is longer than nothing, not PT0S");
        assertThatThrownBy(() -> DurableOptions.defaults().lease(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lease is longer than nothing, not PT-1S");
        assertThatThrownBy(() -> DurableOptions.defaults().recoveryCap(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("recoveryCap is at least 0, not -1");
        assertThatThrownBy(() -> DurableOptions.defaults().worker(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drainTakesAnyTime() {
        Workflows workflows = Workflows.on(processes.store).serve(single).build();

        assertThat(workflows.drain(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
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
