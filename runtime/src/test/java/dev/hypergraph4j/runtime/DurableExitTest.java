package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.answer;
import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.RunnerCapabilities.Capability;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.plan.NodeBuilder;
import dev.hypergraph4j.runtime.plan.RetryPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What needs recorded steps is refused, by name, where only results are recorded; all else works as elsewhere. */
class DurableExitTest {
    private final Processes processes =
            new Processes().using(DurableOptions.defaults().durability(Durability.EXIT));
    private final List<String> booked = new ArrayList<>();

    private enum Kind {
        SYNC,
        ASYNC
    }

    private Runner runner(Kind kind) {
        DurableOptions options = DurableOptions.defaults().durability(Durability.EXIT);
        return kind == Kind.SYNC
                ? SyncRunner.builder().checkpointer(processes.store, options).build()
                : AsyncRunner.builder().checkpointer(processes.store, options).build();
    }

    private final TestGraph asking = graph("asking")
            .input("x")
            .typed("approved", boolean.class)
            .node("count", takes("x"), gives("y"), in -> processes.noted("count", in.integer("x")))
            .node("approve", takes("y"), answer("approved"), in -> Question.confirm("Pay?"))
            .outputs("approved");

    private final TestGraph once = graph("once")
            .input("x")
            .node("pay", takes("x"), gives("y"), in -> processes.noted("pay", in.integer("x")))
            .that(NodeBuilder::effectOnce)
            .outputs("y");

    private final TestGraph nesting = graph("nesting")
            .input("x")
            .nested("desk", once, takes("x"), gives("y"))
            .outputs("y");

    private static void refuses(String node, ThrowingCallable start) {
        assertThatThrownBy(start).isInstanceOfSatisfying(IncompatibleRunnerException.class, refused -> {
            assertThat(refused.node()).isEqualTo(node);
            assertThat(refused.capability()).isEqualTo(Capability.RECORDED_STEPS);
            assertThat(refused).hasMessageContaining("needs recorded steps, which Durability.EXIT does not have");
        });
    }

    private void refusesEveryStart(TestGraph graph, String node, Kind kind) {
        TestGraph recorded = graph.with(runner(kind));
        Map<String, Object> inputs = recorded.given("x", 1);
        Workflows workflows =
                Workflows.on(processes.store).runner(runner(kind)).serve(graph).build();

        refuses(node, () -> recorded.run(inputs));
        refuses(node, () -> recorded.run(inputs, RunOptions.workflow("a")));
        refuses(node, () -> recorded.runAsync(inputs, RunOptions.workflow("a")));
        refuses(node, () -> recorded.map(List.of(inputs), RunOptions.workflow("a")));
        refuses(node, () -> recorded.mapAsync(List.of(inputs), RunOptions.workflow("a")));
        refuses(node, () -> workflows.submit(graph, "a", inputs));
        refuses(node, () -> workflows.admit("orders", 1, graph, "a", inputs));

        assertThat(processes.store.find("a")).isEmpty();
        assertThat(workflows.cursor("orders")).isEmpty();
        assertThat(processes.ran).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void questionThatWouldWaitInTheStoreIsRefused(Kind kind) {
        refusesEveryStart(asking, "approve", kind);
    }

    @ParameterizedTest
    @EnumSource
    void effectThatMayHappenOnlyOnceIsRefused(Kind kind) {
        refusesEveryStart(once, "pay", kind);
    }

    @ParameterizedTest
    @EnumSource
    void nestedGraphsAreLookedInto(Kind kind) {
        refusesEveryStart(nesting, "desk/pay", kind);
    }

    @Test
    void runThatDoesNotNeedTheNodeGoesOn() {
        RunResult<Map<String, Object>> result =
                processes.next().run(asking.entry("y", RunOptions.workflow("a"), "x", 5));

        assertThat(result.isCompleted()).isTrue();
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void questionThatIsAnsweredUpFrontOrFailsIsFine() {
        TestGraph recorded = asking.with(processes.next());
        RunOptions answered = RunOptions.workflow("a").prefillOnly().answers(Answers.of("approve", true));
        RunOptions unanswered = RunOptions.workflow("b").prefillOnly();

        assertThat(recorded.run(recorded.given("x", 1), answered).outputs()).isEqualTo(Map.of("approved", true));
        assertThatThrownBy(() -> recorded.run(recorded.given("x", 1), unanswered))
                .isInstanceOf(UnansweredQuestionException.class);
        assertThat(processes.status("b")).isEqualTo(WorkflowStatus.FAILED);
    }

    @Test
    void questionOfARetryThatMayPauseFailsItsNode() {
        TestGraph recorded = asking.with(processes.next());
        RunOptions unanswered = RunOptions.workflow("b").prefillOnly();
        assertThatThrownBy(() -> recorded.run(recorded.given("x", 1), unanswered))
                .isInstanceOf(UnansweredQuestionException.class);
        Workflows workflows = Workflows.on(processes.store).serve(asking).build();

        workflows.retry("b", "c");
        workflows.workHere();

        assertThat(processes.status("c")).isEqualTo(WorkflowStatus.FAILED);
        assertThat(String.valueOf(processes.workflow("c").error())).contains("needs recorded steps");
    }

    @Test
    void waitingForASpawnedWorkflowFailsItsNode() {
        TestGraph counting = graph("counting")
                .input("x")
                .node("count", takes("x"), gives("y"), in -> in.integer("x"))
                .outputs("y");
        TestGraph graph = graph().input("x")
                .node(
                        "send",
                        takes("x"),
                        gives("child"),
                        in -> counting.spawn(in.context(), counting.given("x", in.get("x"))))
                .that(NodeBuilder::takesContext)
                .node(
                        "receive",
                        takes("child"),
                        gives("y"),
                        in -> counting.awaitSpawned(in.context(), in.text("child"))
                                .get("y"))
                .that(NodeBuilder::takesContext)
                .outputs("y")
                .with(processes.next());

        assertThatThrownBy(() -> graph.run(graph.given("x", 1), RunOptions.workflow("a")))
                .isInstanceOfSatisfying(
                        NodeExecutionException.class,
                        located -> assertThat(located.nodePath()).isEqualTo("receive"))
                .hasRootCauseInstanceOf(IncompatibleRunnerException.class);
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.FAILED);
    }

    @Test
    void spawnedGraphIsRefusedWhereItWouldBeIfItWereStarted() {
        TestGraph graph = graph().input("x")
                .node("send", takes("x"), gives("y"), in -> once.spawn(in.context(), once.given("x", in.get("x"))))
                .that(NodeBuilder::takesContext)
                .outputs("y")
                .with(processes.next());

        assertThatThrownBy(() -> graph.run(graph.given("x", 1), RunOptions.workflow("a")))
                .hasRootCauseInstanceOf(IncompatibleRunnerException.class);
        assertThat(processes.store.descendants("a")).isEmpty();
    }

    private TestGraph booking(int failures) {
        return graph().input("x")
                .node("book", takes("x"), gives("y"), in -> {
                    in.context().outbox("bank", "booked");
                    in.context().transaction(MemoryCheckpointer.class, store -> {
                        booked.add("tried");
                        if (booked.size() <= failures) {
                            throw new IOException("locked");
                        }
                    });
                    return 1;
                })
                .that(node -> node.retries(
                                new RetryPolicy(3, List.of(IOException.class), 0, 1, 0, 0, RetryPolicy.ANY_TIME))
                        .takesContext())
                .outputs("y")
                .with(processes.next());
    }

    @Test
    void workInTheTransactionThatFailsAtFirstIsTriedAgain() {
        TestGraph graph = booking(1);

        assertThat(graph.run(graph.given("x", 1), RunOptions.workflow("a")).outputs())
                .isEqualTo(Map.of("y", 1));
        assertThat(booked).hasSize(2);
        assertThat(processes.store.outbox(10)).extracting(OutboxMessage::target).containsExactly("bank");
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void workInTheTransactionThatFailsForGoodIsTheNodesFailure() {
        TestGraph graph = booking(3);

        assertThatThrownBy(() -> graph.run(graph.given("x", 1), RunOptions.workflow("a")))
                .isInstanceOf(NodeExecutionException.class)
                .hasRootCauseMessage("locked");
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.FAILED);
        assertThat(processes.store.outbox(10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void runnersSayWhetherTheyRecordSteps(Kind kind) {
        Runner recording = kind == Kind.SYNC
                ? SyncRunner.builder().checkpointer(processes.store).build()
                : AsyncRunner.builder().checkpointer(processes.store).build();

        assertThat(recording.capabilities().has(Capability.RECORDED_STEPS)).isTrue();
        assertThat(runner(kind).capabilities().has(Capability.RECORDED_STEPS)).isFalse();
        assertThat(SyncRunner.create().capabilities().has(Capability.RECORDED_STEPS))
                .isFalse();
    }
}
