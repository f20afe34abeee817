package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.answer;
import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.VersionPolicy;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.plan.NodeBuilder;
import dev.hypergraph4j.runtime.plan.RetryPolicy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Steps that asked, sent, spawned or failed, and run afresh since the code before them has changed. */
class DurableSupersedeTest {
    private static final long SECOND = 1_000_000_000;

    private final Processes processes =
            new Processes().using(DurableOptions.defaults().versionPolicy(VersionPolicy.RERUN_CHANGED));
    private boolean dies;
    private int failures;

    /** {@code price -> act -> end}, where the price is the code of its node, and it may die at the end. */
    private interface Act {
        TestGraph.Builder add(TestGraph.Builder graph);
    }

    private TestGraph offer(String price, Act act) {
        return act.add(graph().typed("acted", String.class)
                        .input("x")
                        .hash(price)
                        .node("price", takes("x"), gives("price"), in -> processes.noted("price", price))
                        .hash("act"))
                .hash("end")
                .node(
                        "end",
                        takes("acted"),
                        gives("ended"),
                        in -> processes.noted("end", () -> {
                            if (dies) {
                                processes.kill();
                            }
                            return in.text("acted");
                        }))
                .outputs("ended");
    }

    private TestGraph asking(String price) {
        return offer(
                price,
                graph -> graph.node(
                        "ask",
                        takes("price"),
                        answer("acted"),
                        in -> processes.noted(
                                "ask", Question.choose("Pay " + in.text("price") + "?", List.of("yes", "no")))));
    }

    /** What a node does with its context. */
    private interface Effect {
        String act(NodeContext context, String price) throws Exception;
    }

    private TestGraph acting(String price, Effect effect) {
        return offer(
                price,
                graph -> graph.node("act", takes("price"), gives("acted"), in -> {
                            processes.ran.add("act");
                            return effect.act(in.context(), in.text("price"));
                        })
                        .that(NodeBuilder::takesContext));
    }

    private RunResult<Map<String, Object>> run(TestGraph graph) {
        TestGraph recorded = graph.with(processes.next());
        return recorded.run(recorded.given("x", 1), RunOptions.workflow("w"));
    }

    private void dieAtTheEnd(TestGraph graph) {
        dies = true;
        processes.die(() -> run(graph));
        dies = false;
        processes.ran.clear();
    }

    private Workflows workflows(TestGraph graph) {
        return Workflows.on(processes.store).serve(graph.with(processes.next())).build();
    }

    private String pending() {
        List<PendingQuestion> pending = processes.store.pending();
        assertThat(pending).hasSize(1);
        return pending.get(0).question().prompt();
    }

    @Test
    void answeredQuestionAboutAnOldValueIsAskedAgain() {
        run(asking("5"));
        workflows(asking("5")).answer("w", "ask", "yes", "ada");
        dieAtTheEnd(asking("5"));

        assertThat(workflows(asking("6")).workHere()).isEqualTo(1);
        assertThat(pending()).isEqualTo("Pay 6?");
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.PAUSED);

        Workflows workflows = workflows(asking("6"));
        workflows.answer("w", "ask", "no", "ada");
        workflows.workHere();
        assertThat(workflows.result(asking("6"), "w").orElseThrow().outputs()).isEqualTo(Map.of("ended", "no"));
    }

    @Test
    void openQuestionAboutAnOldValueIsAskedAnew() {
        run(asking("5"));

        run(asking("6"));

        assertThat(pending()).isEqualTo("Pay 6?");
        assertThat(processes.ran).containsExactly("price", "ask", "price", "ask");
    }

    private TestGraph sending(String price) {
        return acting(price, (context, value) -> {
            context.outbox("bank", "pay " + value);
            return "sent";
        });
    }

    private List<String> messages() {
        return processes.store.outbox(10).stream()
                .map(OutboxMessage::payload)
                .map(payload -> processes.store.codec().decode(payload, String.class))
                .map(String::valueOf)
                .toList();
    }

    @Test
    void messageThatWaitsIsReplaced() {
        dieAtTheEnd(sending("5"));

        run(sending("6"));

        assertThat(messages()).containsExactly("pay 6");
    }

    @Test
    void messageThatWasDeliveredIsNotSentAgain() {
        dieAtTheEnd(sending("5"));
        processes.store.delivered(processes.store.outbox(1).get(0).id());

        assertThat(run(sending("6")).outputs()).isEqualTo(Map.of("ended", "sent"));

        assertThat(messages()).isEmpty();
    }

    private final TestGraph shipping = graph("shipping")
            .input("price")
            .node("ship", takes("price"), gives("parcel"), in -> "parcel for " + in.text("price"))
            .outputs("parcel");

    private TestGraph spawning(String price, boolean tells) {
        return acting(price, (context, value) -> shipping.spawn(context, shipping.given("price", tells ? value : "-")));
    }

    @Test
    void stepSpawnsAnotherWorkflowWhereItsInputsAreOthers() {
        dieAtTheEnd(spawning("5", true));

        assertThat(run(spawning("6", true)).outputs()).isEqualTo(Map.of("ended", "w/act@2"));

        assertThat(processes.store.descendants("w")).extracting(Workflow::id).containsExactly("w/act", "w/act@2");
    }

    @Test
    void stepSpawnsTheSameWorkflowWhereItsInputsAreTheSame() {
        dieAtTheEnd(spawning("5", false));

        assertThat(run(spawning("6", false)).outputs()).isEqualTo(Map.of("ended", "w/act"));

        assertThat(processes.store.descendants("w")).extracting(Workflow::id).containsExactly("w/act");
    }

    private TestGraph flickering(String price, int attempts, long windowNanos) {
        return offer(
                price,
                graph -> graph.node("act", takes("price"), gives("acted"), in -> {
                            processes.ran.add("act");
                            if (failures-- > 0) {
                                processes.clock.addAndGet(2_000);
                                throw new IOException("no connection");
                            }
                            return "acted";
                        })
                        .that(node -> node.retries(
                                new RetryPolicy(attempts, List.of(IOException.class), 0, 1, 0, 0, windowNanos))));
    }

    @Test
    void retriesOfAStepThatRunsAfreshCountAfresh() {
        failures = 2;
        dieAtTheEnd(flickering("5", 3, RetryPolicy.ANY_TIME));

        failures = 2;
        assertThat(run(flickering("6", 3, RetryPolicy.ANY_TIME)).outputs()).isEqualTo(Map.of("ended", "acted"));
    }

    @Test
    void retriesOfAStepThatRunsAfreshCountAfreshAfterADeathToo() {
        failures = 2;
        dieAtTheEnd(flickering("5", 3, RetryPolicy.ANY_TIME));
        failures = 2;
        dieAtTheEnd(flickering("6", 3, RetryPolicy.ANY_TIME));

        assertThat(processes.attempts("w"))
                .filteredOn(attempt -> attempt.step().equals("act"))
                .hasSize(6);
    }

    @Test
    void windowOfAStepThatRunsAfreshOpensAfresh() {
        dieAtTheEnd(flickering("5", 9, 60 * SECOND));
        processes.clock.addAndGet(3_600_000);

        failures = 2;
        assertThat(run(flickering("6", 9, 60 * SECOND)).outputs()).isEqualTo(Map.of("ended", "acted"));
    }

    @Test
    void windowOpensWithTheFirstAttempt() {
        failures = 9;

        assertThatThrownBy(() -> run(flickering("5", 9, 3 * SECOND))).isInstanceOf(NodeExecutionException.class);

        assertThat(processes.ran).filteredOn("act"::equals).hasSize(2);
    }

    @Test
    void stepThatAnOperatorSettledRunsAfresh() {
        TestGraph old = printing("5");
        processes.die(() -> run(old));
        assertThatThrownBy(() -> run(old)).isInstanceOf(UnknownEffectException.class);
        dies = true;
        Workflows workflows = workflows(old);
        workflows.settle("w", "act", List.of("printed"), "ada");
        processes.die(workflows::workHere);
        dies = false;

        assertThat(run(printing("6")).outputs()).isEqualTo(Map.of("ended", "6"));
    }

    private TestGraph printing(String price) {
        return offer(
                price,
                graph -> graph.node("act", takes("price"), gives("acted"), in -> {
                            if (in.text("price").equals("5")) {
                                processes.kill();
                            }
                            return in.text("price");
                        })
                        .that(NodeBuilder::effectOnce));
    }
}
