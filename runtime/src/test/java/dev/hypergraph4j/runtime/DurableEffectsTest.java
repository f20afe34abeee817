package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.MemoryCheckpointer;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Retention;
import dev.hypergraph4j.runtime.durable.UnpersistableValueException;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.plan.NodeBuilder;
import dev.hypergraph4j.runtime.plan.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What nodes of recorded runs do to the outside. */
class DurableEffectsTest {
    private final Processes processes = new Processes();
    private final List<String> seen = new ArrayList<>();
    private boolean dies;
    private int failures;

    /** What a node does with its context. */
    private interface Effect {
        Object act(NodeContext context) throws Exception;
    }

    private TestGraph paying(Effect effect) {
        return graph().input("amount")
                .node("pay", takes("amount"), gives("receipt"), in -> {
                    processes.ran.add("pay");
                    Object receipt = effect.act(in.context());
                    if (dies) {
                        processes.kill();
                    }
                    if (failures-- > 0) {
                        throw new IOException("no connection");
                    }
                    return receipt;
                })
                .that(node -> node.retries(
                                new RetryPolicy(3, List.of(IOException.class), 0, 1, 0, 0, RetryPolicy.ANY_TIME))
                        .takesContext())
                .node(
                        "tell",
                        takes("receipt"),
                        gives("told"),
                        in -> processes.noted("tell", "told " + in.text("receipt")))
                .outputs("told");
    }

    private RunResult<Map<String, Object>> run(TestGraph graph) {
        TestGraph recorded = graph.with(processes.next());
        return recorded.run(recorded.given("amount", 5), RunOptions.workflow("a"));
    }

    private void dieOnce(TestGraph graph) {
        dies = true;
        processes.die(() -> run(graph));
        dies = false;
    }

    private String receipt(NodeContext context) {
        seen.add(context.effectId());
        return "receipt";
    }

    @Test
    void everyAttemptSeesTheSameEffectIdAcrossFailuresAndDeaths() {
        TestGraph graph = paying(this::receipt);
        dieOnce(graph);
        failures = 1;
        run(graph);

        assertThat(seen).hasSize(3).containsOnly(seen.get(0));
        assertThat(processes.attempts("a"))
                .filteredOn(attempt -> attempt.step().equals("pay"))
                .extracting(Attempt::status)
                .containsExactly(AttemptStatus.OUTCOME_UNKNOWN, AttemptStatus.FAILED, AttemptStatus.COMPLETED);
    }

    @Test
    void retryOfAFailedWorkflowSeesTheSameEffectId() {
        TestGraph graph = paying(this::receipt);
        failures = 3;
        assertThatThrownBy(() -> run(graph)).isInstanceOf(NodeExecutionException.class);
        Workflows workflows = Workflows.on(processes.store).serve(graph).build();

        workflows.retry("a", "b");
        workflows.workHere();

        assertThat(seen).hasSize(4).containsOnly(seen.get(0));
        assertThat(processes.status("b")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void retryOfARetrySeesTheSameEffectIdHoweverOldTheFirstOneIs() {
        TestGraph graph = paying(this::receipt);
        failures = 6;
        assertThatThrownBy(() -> run(graph)).isInstanceOf(NodeExecutionException.class);
        Workflows workflows = Workflows.on(processes.store).serve(graph).build();
        workflows.retry("a", "b");
        workflows.workHere();
        processes.clock.addAndGet(1_000);
        workflows.retry("b", "c");
        workflows.cancel("c", "later");
        processes.store.keepHouse(Retention.FOREVER.keepWorkflow(Duration.ofMillis(500)));

        workflows.retry("b", "d");
        workflows.workHere();

        assertThat(seen).hasSize(7).containsOnly(seen.get(0));
        assertThat(processes.status("d")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void messageIsSentWithTheCompletionUnderTheSameIdForEveryAttempt() {
        TestGraph graph = paying(context -> {
            context.outbox("bank", "pay 5");
            return "sent";
        });
        dieOnce(graph);
        assertThat(processes.store.outbox(10)).isEmpty();
        failures = 1;
        run(graph);

        List<OutboxMessage> messages = processes.store.outbox(10);
        assertThat(messages).extracting(OutboxMessage::target).containsExactly("bank");
        processes.store.delivered(messages.get(0).id());
        assertThat(processes.store.outbox(10)).isEmpty();
    }

    @Test
    void workInTheStepsTransactionIsDoneWithItOrNotAtAll() {
        TestGraph graph = paying(context -> {
            context.transaction(MemoryCheckpointer.class, store -> seen.add("booked"));
            return "booked";
        });
        dieOnce(graph);
        assertThat(seen).isEmpty();

        run(graph);
        run(graph);

        assertThat(seen).containsExactly("booked");
    }

    @Test
    void workThatFailsFailsTheAttempt() {
        TestGraph graph = paying(context -> {
            context.transaction(MemoryCheckpointer.class, store -> {
                seen.add("tried");
                throw seen.size() < 3 ? new IOException("locked") : new IllegalStateException("no such account");
            });
            return "booked";
        });

        assertThatThrownBy(() -> run(graph)).hasRootCauseMessage("no such account");
        assertThat(seen).hasSize(3);
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.FAILED);
    }

    @Test
    void checkpointOfANodeIsReadByItsNextAttemptInAnotherProcess() {
        TestGraph graph = paying(context -> {
            Optional<Integer> last = context.lastCheckpoint(Integer.class);
            seen.add(String.valueOf(last.orElse(0)));
            context.checkpoint(last.orElse(0) + 10);
            return "done";
        });
        dieOnce(graph);
        failures = 1;
        run(graph);

        assertThat(seen).containsExactly("0", "10", "20");
    }

    private sealed interface Event {}

    private record Paid(int amount) implements Event {}

    private enum Silence implements Event {
        SILENCE {}
    }

    private enum Color {
        RED {}
    }

    private record Pair<A>(A first, A second) {}

    private void refuses(Effect effect, String why) {
        TestGraph graph = paying(effect).with(processes.next());
        assertThatThrownBy(() -> graph.run(graph.given("amount", 5)))
                .hasRootCauseInstanceOf(UnpersistableValueException.class)
                .hasStackTraceContaining(why);
        assertThat(processes.store.outbox(10)).isEmpty();
    }

    @Test
    void valueWhoseClassDoesNotTellAllOfItIsNeitherSentNorKept() {
        List<Object> values = List.of(List.of(1), Map.of("a", 1), Optional.of(1), new Pair<>(1, 2));
        for (Object value : values) {
            refuses(context -> send(context, value), "has in it; put it into a record");
            refuses(context -> keep(context, value), "has in it; put it into a record");
        }
        refuses(
                context -> {
                    context.outbox("bank", List.class, List.of(1));
                    return 1;
                },
                "nothing tells at run time what a List has in it");
        refuses(
                context -> {
                    context.checkpoint(List.class, List.of(1));
                    return 1;
                },
                "nothing tells at run time what a List has in it");
    }

    @Test
    void valueOfASealedTypeIsNeitherSentNorKeptUnlessItIsSaidWhatItIsReadAs() {
        for (Event event : List.of(new Paid(5), Silence.SILENCE)) {
            refuses(context -> send(context, event), "say which: outbox(target, Event.class, message)");
            refuses(context -> keep(context, event), "say which: checkpoint(Event.class, progress)");
        }
    }

    private static Object send(NodeContext context, Object value) {
        context.outbox("bank", value);
        return "sent";
    }

    private static Object keep(NodeContext context, Object value) {
        context.checkpoint(value);
        return "kept";
    }

    @Test
    void valuesWhoseClassesTellAllAreSentAndKept() {
        for (Object value :
                List.of(1, "text", Color.RED, new int[] {1}, List.of(1).toArray(Integer[]::new))) {
            TestGraph graph = paying(context -> {
                        send(context, value);
                        return keep(context, value);
                    })
                    .with(processes.next());
            assertThat(graph.run(graph.given("amount", 5)).isCompleted()).isTrue();
        }
    }

    @Test
    void valueOfASealedTypeIsReadAsWhatItWasSaidToBe() {
        List<Event> events = new ArrayList<>();
        failures = 1;
        run(paying(context -> {
            context.lastCheckpoint(Event.class).ifPresent(events::add);
            context.checkpoint(Event.class, new Paid(1));
            context.outbox("bank", Event.class, new Paid(5));
            context.outbox("bank", Paid.class, new Paid(6));
            return 1;
        }));
        OutboxRelay.on(processes.store)
                .to("bank", Event.class, (event, message) -> events.add(event))
                .build()
                .workHere();

        assertThat(events).containsExactly(new Paid(1), new Paid(5), new Paid(6));
    }

    /** What an attempt that was late may still want. */
    private enum Wish {
        MESSAGE,
        CHECKPOINT,
        TRANSACTION,
        CHILD
    }

    private void wish(Wish wish, NodeContext context, String value) {
        switch (wish) {
            case MESSAGE -> context.outbox("bank", value);
            case CHECKPOINT -> context.checkpoint(value);
            case TRANSACTION -> context.transaction(MemoryCheckpointer.class, store -> seen.add(value));
            case CHILD -> {
                TestGraph child = paying(this::receipt);
                child.spawn(context, child.given("amount", value));
            }
        }
    }

    /** The time of the first attempt is over when its stage is there, and that of its back-off at once; no other time ever is. */
    private static Timer timingOutOnce() {
        AtomicInteger calls = new AtomicInteger();
        return (nanos, task) -> {
            int call = calls.incrementAndGet(); // for the method of the first attempt, its stage, the back-off, ...
            if (call == 2 || call == 3) {
                Threads.shared().execute(task);
            }
            return () -> {};
        };
    }

    @ParameterizedTest
    @EnumSource
    void attemptWhoseTimeWasOverAddsNothingToTheNextOne(Wish wish) {
        List<NodeContext> contexts = new ArrayList<>();
        TestGraph graph = graph().input("x")
                .async("import", takes("x"), gives("y"), in -> {
                    contexts.add(in.context());
                    if (contexts.size() == 1) {
                        return new CompletableFuture<>();
                    }
                    assertThatThrownBy(() -> wish(wish, contexts.get(0), "late"))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageStartingWith("Attempt 1 at step 'import' of workflow 'w' is over");
                    wish(wish, in.context(), "in time");
                    return CompletableFuture.completedFuture(1);
                })
                .that(node -> node.timeout(1_000_000)
                        .retries(new RetryPolicy(2, List.of(), 0, 1, 0, 0, RetryPolicy.ANY_TIME))
                        .takesContext())
                .outputs("y")
                .with(AsyncRunner.builder()
                        .timer(timingOutOnce())
                        .checkpointer(processes.store)
                        .build());

        assertThat(graph.run(graph.given("x", 1), RunOptions.workflow("w")).outputs())
                .isEqualTo(Map.of("y", 1));
        assertThat(processes.store.outbox(10)).hasSize(wish == Wish.MESSAGE ? 1 : 0);
        assertThat(seen).isEqualTo(wish == Wish.TRANSACTION ? List.of("in time") : List.of());
        assertThat(processes.store.workflows(WorkflowQuery.ALL)).hasSize(wish == Wish.CHILD ? 2 : 1);
        assertThat(contexts.get(1).lastCheckpoint(String.class))
                .isEqualTo(wish == Wish.CHECKPOINT ? Optional.of("in time") : Optional.empty());
    }

    @Test
    void whatAnAttemptWantsWhenItsStepIsRecordedComesTooLate() {
        List<NodeContext> contexts = new ArrayList<>();
        run(paying(contexts::add));

        assertThatThrownBy(() -> wish(Wish.MESSAGE, contexts.get(0), "late"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is over");
        assertThat(processes.store.outbox(10)).isEmpty();
    }

    @Test
    void effectThatMayHappenOnlyOnceParksTheWorkflowWhenItsOutcomeIsUnknown() {
        TestGraph graph = once();
        dieOnce(graph);

        assertThatThrownBy(() -> run(graph))
                .isInstanceOf(UnknownEffectException.class)
                .hasMessageContaining("nobody knows whether 'pay' had its effect");
        assertThat(processes.ran).containsExactly("pay");
        assertThat(processes.workflow("a").parkReason()).isEqualTo(ParkReason.UNKNOWN_EFFECT);
        assertThatThrownBy(() -> run(graph)).isInstanceOf(ConflictException.class);
    }

    @Test
    void operatorSaysThatTheEffectHappened() {
        TestGraph graph = once();
        dieOnce(graph);
        assertThatThrownBy(() -> run(graph)).isInstanceOf(UnknownEffectException.class);
        Workflows workflows = Workflows.on(processes.store).serve(graph).build();

        workflows.settle("a", "pay", List.of("receipt 7"), "ada");
        workflows.workHere();

        assertThat(workflows.result(graph, "a").orElseThrow().outputs()).isEqualTo(Map.of("told", "told receipt 7"));
        assertThat(processes.ran).containsExactly("pay", "tell");
    }

    @Test
    void operatorHasTheEffectTriedAgain() {
        TestGraph graph = once();
        dieOnce(graph);
        assertThatThrownBy(() -> run(graph)).isInstanceOf(UnknownEffectException.class);
        Workflows workflows = Workflows.on(processes.store).serve(graph).build();

        workflows.tryAgain("a", "pay", "ada");
        workflows.workHere();

        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(processes.ran).containsExactly("pay", "pay", "tell");
    }

    /** The race: the attempt ends while a thread of its own is about to keep something. */
    @Test
    void whatIsKeptTooLateIsRefusedAndStopsNothing() throws Exception {
        CountDownLatch isAboutTo = new CountDownLatch(1);
        CountDownLatch isOver = new CountDownLatch(1);
        AtomicReference<Thread> late = new AtomicReference<>();
        CompletableFuture<Object> refused = new CompletableFuture<>();
        Checkpointer store = Watched.of(processes.store, (method, arguments) -> {
            if (method.equals("now") && Thread.currentThread() == late.get()) {
                isAboutTo.countDown();
                await(isOver);
            }
        });
        TestGraph graph = graph().input("amount")
                .node("pay", takes("amount"), gives("receipt"), in -> {
                    late.set(new Thread(() ->
                            refused.complete(catchThrowable(() -> in.context().checkpoint("far")))));
                    late.get().start();
                    isAboutTo.await();
                    return "receipt";
                })
                .that(NodeBuilder::takesContext)
                .node("tell", takes("receipt"), gives("told"), in -> {
                    isOver.countDown();
                    return refused.get();
                })
                .outputs("told");
        TestGraph recorded = graph.with(SyncRunner.builder().checkpointer(store).build());

        RunResult<Map<String, Object>> result = recorded.run(recorded.given("amount", 5), RunOptions.workflow("a"));

        assertThat(result.isCompleted()).isTrue();
        assertThat(refused.get()).isInstanceOf(IllegalStateException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupt) {
            throw new IllegalStateException(interrupt);
        }
    }

    private TestGraph once() {
        return graph().input("amount")
                .node("pay", takes("amount"), gives("receipt"), in -> {
                    processes.ran.add("pay");
                    if (dies) {
                        processes.kill();
                    }
                    return "receipt";
                })
                .that(NodeBuilder::effectOnce)
                .node(
                        "tell",
                        takes("receipt"),
                        gives("told"),
                        in -> processes.noted("tell", "told " + in.text("receipt")))
                .outputs("told");
    }

    @Test
    void withoutACheckpointerMessagesAndTransactionsAreRefused() {
        TestGraph sending = paying(context -> {
            context.outbox("bank", "pay 5");
            return "sent";
        });

        assertThatThrownBy(() -> sending.run(sending.given("amount", 5)))
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("Node 'pay' sends a message, which takes a runner with a checkpointer: "
                        + "SyncRunner.builder().checkpointer(...)");
    }
}
