package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.answer;
import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static dev.hypergraph4j.runtime.TestGraph.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.durable.InboxMessage;
import dev.hypergraph4j.runtime.durable.MessageReceipt;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A workflow takes messages from the outside, in their order, whether it has asked for them or not. */
class DurableMessagesTest {
    private final Processes processes = new Processes();
    private int diesInTurn = -1;
    private boolean fails;

    /** Adds up three parcels that arrive. */
    private TestGraph counting() {
        return graph("counting")
                .input("n")
                .typed("weight", int.class)
                .node("wait", takes().seed("n"), gives("n"), in -> in.integer("n") + 1)
                .node("arrival", takes("n"), answer("weight"), in -> Question.ask("Parcel?", Integer.class))
                .node("weigh", takes("n", "weight"), gives("noted"), in -> weighed(in.integer("n"), in.text("weight")))
                .gate("more", takes("n", "noted"), to("wait"), in -> in.integer("n") < 3 ? "wait" : "END")
                .loop(10, "wait", "more")
                .outputs("n", "weight");
    }

    private int weighed(int turn, String weight) {
        if (fails) {
            throw new IllegalStateException("The scales are broken.");
        }
        if (turn == diesInTurn) {
            processes.kill();
        }
        return processes.noted(turn + "=" + weight, turn);
    }

    private TestGraph choosing() {
        return graph("choosing")
                .input("title")
                .typed("choice", String.class)
                .node("choose", takes("title"), answer("choice"), in -> Question.choose("Which?", List.of("a", "b")))
                .outputs("choice");
    }

    private TestGraph nesting() {
        return graph("outer")
                .input("title")
                .nested("desk", choosing(), takes("title"), gives("choice"))
                .outputs("choice");
    }

    private Workflows workflows() {
        return Workflows.on(processes.store)
                .serve(counting().with(processes.next()))
                .serve(choosing().with(processes.next()))
                .serve(nesting().with(processes.next()))
                .build();
    }

    private Workflows counts() {
        TestGraph graph = counting().with(processes.next());
        Workflows workflows = workflows();
        workflows.submit(graph, "w", graph.given("n", 0));
        return workflows;
    }

    private Workflows chooses(TestGraph graph) {
        Workflows workflows = workflows();
        workflows.submit(graph, "w", graph.given("title", "News"));
        return workflows;
    }

    @Test
    void messagesThatCameBeforeTheirQuestionsAreTakenOneByEachTurn() {
        Workflows workflows = counts();
        for (int weight : List.of(5, 7, 9)) {
            workflows.send("w", "arrival", "parcel " + weight, weight, "scanner");
        }

        workflows.workHere();

        assertThat(processes.ran).containsExactly("1=5", "2=7", "3=9");
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(workflows.inbox("w"))
                .extracting(InboxMessage::step)
                .containsExactly("arrival", "arrival#1", "arrival#2");
    }

    @Test
    void workflowThatWaitsGoesOnWithEachMessage() {
        Workflows workflows = counts();
        for (int weight : List.of(5, 7, 9)) {
            workflows.workHere();
            assertThat(processes.status("w")).isEqualTo(WorkflowStatus.PAUSED);
            assertThat(workflows.send("w", "arrival", "parcel " + weight, weight, "scanner"))
                    .satisfies(receipt -> assertThat(receipt.accepted()).isTrue());
        }
        workflows.workHere();

        assertThat(processes.ran).containsExactly("1=5", "2=7", "3=9");
        assertThat(workflows.result(counting(), "w").orElseThrow().outputs()).isEqualTo(Map.of("n", 3, "weight", 9));
    }

    @Test
    void messagesAreTakenOnceThoughTheWorkerDies() {
        Workflows workflows = counts();
        for (int weight : List.of(5, 7, 9)) {
            workflows.send("w", "arrival", "parcel " + weight, weight, "scanner");
        }
        diesInTurn = 2;
        processes.die(() -> runUntilItEnds(counting().with(processes.next())));
        diesInTurn = -1;

        workflows().workHere();

        assertThat(processes.ran).startsWith("1=5").endsWith("2=7", "3=9");
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    /** Each run takes the next message, which has the workflow wait for a worker, and not for an answer. */
    private static void runUntilItEnds(TestGraph graph) {
        while (graph.run(graph.given("n", 0), RunOptions.workflow("w")).status() == RunStatus.PAUSED) {}
    }

    @Test
    void repeatedMessageGetsTheReceiptOfTheFirst() {
        Workflows workflows = counts();
        workflows.send("w", "arrival", "m1", 5, "scanner");
        workflows.workHere();

        MessageReceipt again = workflows.send("w", "arrival", "m1", 5, "scanner");

        assertThat(again.accepted()).isFalse();
        assertThat(again.message().step()).isEqualTo("arrival");
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.PAUSED);
    }

    @Test
    void otherMessageWithTheSameIdIsAConflict() {
        Workflows workflows = counts();
        workflows.send("w", "arrival", "m1", 5, "scanner");

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> workflows.send("w", "arrival", "m1", 6, "scanner"))
                .withMessageContaining("Workflow 'w' was sent another message 'm1' for 'arrival'.")
                .satisfies(conflict -> assertThat(conflict.kind()).isEqualTo(ConflictException.Kind.OTHER_MESSAGE));
        assertThat(workflows.inbox("w")).hasSize(1);
    }

    @Test
    void messageForWhatTheGraphDoesNotAskIsRefused() {
        Workflows workflows = counts();

        assertThatExceptionOfType(GraphConfigException.class)
                .isThrownBy(() -> workflows.send("w", "arival", "m1", 5, "scanner"))
                .withMessageContaining("'counting' asks no question 'arival'.")
                .withMessageContaining("'arrival'");
        assertThat(workflows.inbox("w")).isEmpty();
    }

    @Test
    void messageWithoutAnIdIsRefused() {
        Workflows workflows = counts();

        assertThatExceptionOfType(GraphConfigException.class)
                .isThrownBy(() -> workflows.send("w", "arrival", " ", 5, "scanner"))
                .withMessageContaining("A message can't have an id that is blank.");
    }

    @Test
    void messageOfAnotherTypeIsRefused() {
        Workflows workflows = counts();

        assertThatExceptionOfType(GraphConfigException.class)
                .isThrownBy(() -> workflows.send("w", "arrival", "m1", "heavy", "scanner"))
                .withMessageContaining("is to be answered with Integer");
        assertThat(workflows.inbox("w")).isEmpty();
    }

    @Test
    void messageThatIsNoOptionOfTheOpenQuestionIsRefused() {
        Workflows workflows = chooses(choosing());
        workflows.workHere();

        assertThatExceptionOfType(GraphConfigException.class)
                .isThrownBy(() -> workflows.send("w", "choose", "m1", "c", "ada"))
                .withMessageContaining("none of its options");
        assertThat(workflows.pending()).hasSize(1);
    }

    @Test
    void messageThatIsNoOptionOfALaterQuestionFailsItsStep() {
        Workflows workflows = chooses(choosing());
        workflows.send("w", "choose", "m1", "c", "ada");

        workflows.workHere();

        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.FAILED);
        assertThat(processes.workflow("w").error().message()).contains("none of its options");
    }

    @Test
    void questionOfANestedGraphIsAnsweredByItsPath() {
        Workflows workflows = chooses(nesting());
        workflows.send("w", "desk/choose", "m1", "b", "ada");

        workflows.workHere();

        assertThat(workflows.result(nesting(), "w").orElseThrow().outputs()).isEqualTo(Map.of("choice", "b"));
    }

    /** Its result knows only that it has asked. */
    @Test
    void resultWhoseQuestionAMessageHasAnsweredIsNotResumedWithAnotherAnswer() {
        Workflows workflows = counts();
        workflows.send("w", "arrival", "m1", 5, "scanner");
        TestGraph graph = counting().with(processes.next());
        RunResult<Map<String, Object>> paused = graph.run(graph.given("n", 0), RunOptions.workflow("w"));
        assertThat(paused.status()).isEqualTo(RunStatus.PAUSED);

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> graph.resume(paused, Answers.of("arrival", 6)))
                .withMessageContaining("Question 'arrival' of workflow 'w' has an answer already, which counts.")
                .withMessageContaining("scanner")
                .satisfies(conflict -> assertThat(conflict.kind()).isEqualTo(ConflictException.Kind.ALREADY_ANSWERED));

        RunResult<Map<String, Object>> next = graph.resume(paused, Answers.none());
        assertThat(processes.ran).containsExactly("1=5");
        assertThat(graph.resume(next, Answers.of("arrival", 7)).status()).isEqualTo(RunStatus.PAUSED);
        assertThat(processes.ran).containsExactly("1=5", "2=7");
    }

    @Test
    void workflowThatAsksNobodyTakesNoMessages() {
        TestGraph graph = counting().with(processes.dyingAt(2, true));
        processes.die(
                () -> graph.run(graph.given("n", 0), RunOptions.workflow("w").prefillOnly()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> workflows().send("w", "arrival", "m1", 5, "scanner"))
                .withMessage("Workflow 'w' was begun with prefillOnly: it asks nobody, and takes no messages.");
    }

    @Test
    void messageThatIsSentAgainNeedNotFitWhatIsAskedNow() {
        Workflows workflows = chooses(choosing());
        workflows.send("w", "choose", "m1", "c", "ada"); // No option of what is asked later.
        workflows.workHere();

        assertThat(workflows.send("w", "choose", "m1", "c", "ada").accepted()).isFalse();
    }

    @Test
    void retryTakesTheMessagesThatTheFailedOneDidNot() {
        Workflows workflows = counts();
        for (int weight : List.of(5, 7, 9)) {
            workflows.send("w", "arrival", "parcel " + weight, weight, "scanner");
        }
        fails = true;
        workflows.workHere();
        assertThat(processes.status("w")).isEqualTo(WorkflowStatus.FAILED);
        fails = false;

        workflows.retry("w", "w2");
        workflows.workHere();

        assertThat(processes.ran).containsExactly("1=5", "2=7", "3=9");
        assertThat(processes.status("w2")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void workflowThatHasEndedOrIsNotThereTakesNone() {
        Workflows workflows = counts();
        workflows.cancel("w", "not wanted");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> workflows.send("w", "arrival", "m1", 5, "scanner"))
                .withMessage("Workflow 'w' has ended, or is to be cancelled: it takes no messages any more.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workflows.send("v", "arrival", "m1", 5, "scanner"))
                .withMessage("There is no workflow 'v' to send a message to: submit it before.");
    }
}
