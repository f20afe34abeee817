package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.answer;
import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static dev.hypergraph4j.runtime.TestGraph.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Retention;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A workflow that asks waits in the store, and goes on with its answer in whatever process. */
class DurablePauseTest {
    private final Processes processes = new Processes();
    private int diesInTurn = -1;
    private @Nullable Runnable whileRunning;

    private TestGraph approval() {
        return graph().input("title")
                .typed("approved", boolean.class)
                .node("write", takes("title"), gives("draft"), in -> processes.noted("write", in.text("title") + "!"))
                .node(
                        "approve",
                        takes("draft"),
                        answer("approved"),
                        in -> processes.noted(
                                "approve", Question.confirm("Publish?").withEvidence("draft", in.text("draft"))))
                .node(
                        "publish",
                        takes("draft", "approved"),
                        gives("page"),
                        in -> processes.noted("publish", in.text("draft") + in.text("approved")))
                .outputs("page");
    }

    private TestGraph nesting() {
        return graph("outer")
                .input("title")
                .nested("desk", approval(), takes("title"), gives("page"))
                .outputs("page");
    }

    private static RunResult<Map<String, Object>> run(TestGraph graph, RunOptions options) {
        return graph.run(graph.given("title", "News"), options);
    }

    private RunResult<Map<String, Object>> run() {
        return run(approval().with(processes.next()), RunOptions.workflow("a"));
    }

    private Workflows workflows() {
        return Workflows.on(processes.store)
                .serve(approval().with(processes.next()))
                .serve(nesting().with(processes.next()))
                .build();
    }

    @Test
    void questionIsInTheStoreForAnotherProcessToAnswer() {
        assertThat(run().status()).isEqualTo(RunStatus.PAUSED);

        Workflows other = workflows();
        assertThat(other.pending()).hasSize(1);
        PendingQuestion question = other.pending().get(0);
        assertThat(question.question().prompt()).isEqualTo("Publish?");
        assertThat(question.question().key()).isEqualTo("approve");
        assertThat(processes.workflow("a").owner()).isNotEmpty();
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.PAUSED);

        assertThat(other.answer("a", "approve", true, "ada").accepted()).isTrue();
        assertThat(other.workHere()).isEqualTo(1);

        assertThat(other.result(approval(), "a").orElseThrow().outputs()).isEqualTo(Map.of("page", "News!true"));
        assertThat(processes.ran).containsExactly("write", "approve", "publish");
    }

    @Test
    void pendingQuestionIsReadInAnotherProcess() {
        run(nesting().with(processes.next()), RunOptions.workflow("a"));
        Workflows other = workflows();

        Question<?> question = other.question(other.pending().get(0));

        assertThat(question.prompt()).isEqualTo("Publish?");
        assertThat(question.answerType()).isEqualTo(Boolean.class);
        assertThat(question.evidence()).isEqualTo(Map.of("draft", "News!"));
    }

    @Test
    void evidenceIsOfAnyTypeForTheRunThatAsksAndATextInTheStore() {
        TestGraph counting = graph().input("title")
                .typed("approved", boolean.class)
                .node(
                        "approve",
                        takes("title"),
                        answer("approved"),
                        in -> Question.confirm("Publish?").withEvidence("counts", List.of(1, 2)))
                .outputs("approved");
        RunResult<Map<String, Object>> paused = run(counting.with(processes.next()), RunOptions.workflow("a"));
        Workflows other = Workflows.on(processes.store)
                .serve(counting.with(processes.next()))
                .build();

        assertThat(paused.pauses().get(0).evidence()).isEqualTo(Map.of("counts", List.of(1, 2)));
        assertThat(other.question(other.pending().get(0)).evidence()).isEqualTo(Map.of("counts", "[1, 2]"));
    }

    @Test
    void answerIsToTheQuestionThatWasSeenAndToNoOtherOne() {
        TestGraph paying = graph("paying")
                .input("sum")
                .typed("ok", boolean.class)
                .node("ask", takes("sum"), answer("ok"), in -> Question.confirm("Pay " + in.text("sum") + "?"))
                .outputs("ok");
        Workflows workflows = Workflows.on(processes.store).serve(paying).build();
        workflows.submit(paying, "a", paying.given("sum", 10));
        workflows.workHere();
        PendingQuestion seen = workflows.pending().get(0);
        workflows.cancel("a", "another sum");
        processes.store.keepHouse(Retention.FOREVER.keepWorkflow(Duration.ZERO));
        workflows.submit(paying, "a", paying.given("sum", 10_000));
        workflows.workHere();

        assertThatThrownBy(() -> workflows.answer(seen, true, "ada"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("asks no question 'ask'");
        assertThatThrownBy(() -> workflows.answerAt(Instant.EPOCH, seen, true, "ada"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(workflows.pending()).hasSize(1);
    }

    @Test
    void secondAnswerGetsTheReceiptOfTheFirst() {
        run();
        Workflows workflows = workflows();
        workflows.answer("a", "approve", true, "ada");

        var receipt = workflows.answer("a", "approve", false, "bob");

        assertThat(receipt.accepted()).isFalse();
        assertThat(receipt.question().answeredBy()).isEqualTo("ada");
    }

    /** Asks in each of two turns. */
    private TestGraph asksTwice() {
        return graph("twice")
                .input("n")
                .typed("ok", String.class)
                .node("count", takes().seed("n"), gives("n"), in -> counted(in.integer("n") + 1))
                .node(
                        "ask",
                        takes("n"),
                        answer("ok"),
                        in -> Question.choose("Step " + in.text("n") + "?", List.of("yes", "no")))
                .node(
                        "note",
                        takes("n", "ok"),
                        gives("noted"),
                        in -> processes.noted(in.text("n") + "=" + in.text("ok"), 1))
                .gate("more", takes("n", "noted"), to("count"), in -> in.integer("n") < 2 ? "count" : "END")
                .loop(10, "count", "more")
                .outputs("n", "ok");
    }

    private int counted(int turn) {
        if (turn == diesInTurn) {
            processes.kill();
        }
        return turn;
    }

    private RunResult<Map<String, Object>> runTwice(Answers answers) {
        TestGraph graph = asksTwice().with(processes.next());
        return graph.run(graph.given("n", 0), RunOptions.workflow("a").answers(answers));
    }

    @Test
    void questionToWhichItsRunWasGivenTheAnswerWaitsForNoOther() {
        runTwice(Answers.none());
        runTwice(Answers.of("ask", "yes"));
        Workflows workflows = Workflows.on(processes.store).serve(asksTwice()).build();

        assertThat(workflows.pending()).extracting(PendingQuestion::step).containsExactly("ask#1");
        assertThat(workflows.answer("a", "ask", "no", "ada").question().step()).isEqualTo("ask#1");
        workflows.workHere();

        assertThat(processes.ran).containsExactly("1=yes", "2=no");
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void givenAnswersAreTakenByTheSameQuestionsAfterACrash() {
        Answers answers = Answers.of("ask", "yes").and("ask", "no");
        diesInTurn = 2;
        processes.die(() -> runTwice(answers));
        diesInTurn = -1;

        RunResult<Map<String, Object>> result = runTwice(answers);

        assertThat(processes.ran).containsExactly("1=yes", "2=no");
        assertThat(result.outputs()).isEqualTo(Map.of("n", 2, "ok", "no"));
        assertThat(result.unusedAnswers().isEmpty()).isTrue();
    }

    @Test
    void givenAnswersOfANestedGraphAreTakenByTheSameQuestionsAfterACrash() {
        TestGraph outer = graph("outer")
                .input("n")
                .nested("inner", asksTwice(), takes("n"), gives("ok"))
                .outputs("ok");
        RunOptions options =
                RunOptions.workflow("a").answers(Answers.of("inner/ask", "yes").and("inner/ask", "no"));
        diesInTurn = 2;
        processes.die(() -> outer.with(processes.next()).run(outer.given("n", 0), options));
        diesInTurn = -1;

        assertThat(outer.with(processes.next())
                        .run(outer.given("n", 0), options)
                        .outputs())
                .isEqualTo(Map.of("ok", "no"));
    }

    @Test
    void answerThatAPausedRunIsResumedWithIsNotTakenByAQuestionThatHasOne() {
        RunResult<Map<String, Object>> paused = runTwice(Answers.of("ask", "yes"));

        TestGraph graph = asksTwice().with(processes.next());
        RunResult<Map<String, Object>> result = graph.resume(paused, Answers.of("ask", "yes"));

        assertThat(result.isCompleted()).isTrue();
        assertThat(processes.ran).containsExactly("1=yes", "2=yes");
    }

    @Test
    void otherAnswerThatAPausedWorkflowIsRunWithIsForTheQuestionThatWaits() {
        assertThat(runTwice(Answers.of("ask", "yes")).status()).isEqualTo(RunStatus.PAUSED);

        assertThat(runTwice(Answers.of("ask", "no")).isCompleted()).isTrue();
        assertThat(processes.ran).containsExactly("1=yes", "2=no");
    }

    private Workflows askingTwice() {
        TestGraph graph = asksTwice().with(processes.next());
        Workflows workflows = Workflows.on(processes.store).serve(graph).build();
        workflows.submit(graph, "a", graph.given("n", 0));
        workflows.workHere();
        return workflows;
    }

    @Test
    void repeatedAnswerToAQuestionIsNotGivenToThatOfTheNextTurn() {
        Workflows workflows = askingTwice();
        PendingQuestion seen = workflows.pending().get(0);
        assertThat(workflows.answer(seen, "yes", "ada").accepted()).isTrue();
        workflows.workHere();

        AnswerReceipt receipt = workflows.answer(seen, "no", "bob");

        assertThat(receipt.accepted()).isFalse();
        assertThat(receipt.question().answeredBy()).isEqualTo("ada");
        assertThat(workflows.pending())
                .singleElement()
                .satisfies(next -> assertThat(next.question().prompt()).isEqualTo("Step 2?"));
    }

    @Test
    void scheduledAnswerToAQuestionIsNotGivenToThatOfTheNextTurn() {
        Workflows workflows = askingTwice();
        PendingQuestion seen = workflows.pending().get(0);
        workflows.answer(seen, "yes", "ada");
        workflows.workHere();

        assertThatThrownBy(() -> workflows.answerAt(Instant.ofEpochMilli(processes.clock.get()), seen, "no", "bob"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Workflow 'a' asks no question 'ask' that waits for an answer.");
        workflows.workHere();
        assertThat(workflows.pending()).hasSize(1);
    }

    @Test
    void questionIsAnsweredBySchedule() {
        Workflows workflows = askingTwice();
        workflows.answerAt(
                Instant.ofEpochMilli(processes.clock.get()), workflows.pending().get(0), "no", "default");

        workflows.workHere();

        assertThat(processes.ran).containsExactly("1=no");
    }

    @Test
    void retryAndForkTakeOverAnAnswerThatItsNodeDidNotComeToTake() {
        TestGraph paying = graph("paying")
                .input("x")
                .typed("ok", String.class)
                .node(
                        "ask",
                        takes("x"),
                        answer("ok"),
                        in -> processes.noted("ask", Question.choose("Pay?", List.of("yes", "no"))))
                .node("other", takes("x"), gives("o"), in -> failing())
                .node("end", takes("ok", "o"), gives("e"), in -> in.text("ok"))
                .outputs("e");
        Workflows workflows = Workflows.on(processes.store)
                .serve(paying.with(processes.next()))
                .build();
        whileRunning = () -> workflows.answer(workflows.pending().get(0), "yes", "ada");
        workflows.submit(paying, "a", paying.given("x", 1));
        workflows.workHere();
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.FAILED);
        whileRunning = null;

        workflows.retry("a", "b");
        workflows.fork(Fork.of("a").as("c").at("other"));
        workflows.workHere();

        assertThat(workflows.result(paying, "b").orElseThrow().outputs()).isEqualTo(Map.of("e", "yes"));
        assertThat(workflows.result(paying, "c").orElseThrow().outputs()).isEqualTo(Map.of("e", "yes"));
        assertThat(processes.ran).containsExactly("ask");
    }

    private int failing() {
        if (whileRunning != null) {
            whileRunning.run();
            throw new IllegalStateException("bad");
        }
        return 1;
    }

    @Test
    void answerThatDoesNotFitIsRefusedAndTheQuestionWaitsOn() {
        run();

        assertThatThrownBy(() -> workflows().answer("a", "approve", "maybe", "ada"))
                .isInstanceOf(GraphConfigException.class)
                .hasMessageContaining("is to be answered with Boolean");
        assertThat(workflows().pending()).hasSize(1);
    }

    @Test
    void sameIdAsksAgainWithoutRunningAnything() {
        run();
        processes.ran.clear();

        RunResult<Map<String, Object>> again = run();

        assertThat(again.status()).isEqualTo(RunStatus.PAUSED);
        assertThat(again.pauses()).extracting(PauseInfo::prompt).containsExactly("Publish?");
        assertThat(processes.ran).isEmpty();
    }

    @Test
    void resultThatPausedIsResumedFromTheStore() {
        TestGraph graph = approval().with(processes.next());
        RunResult<Map<String, Object>> paused = run(graph, RunOptions.workflow("a"));

        RunResult<Map<String, Object>> result = graph.resume(paused, Answers.of("approve", true));

        assertThat(result.outputs()).isEqualTo(Map.of("page", "News!true"));
        assertThat(processes.ran).containsExactly("write", "approve", "publish");
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void questionOfANestedGraphIsAnsweredByItsPath() {
        run(nesting().with(processes.next()), RunOptions.workflow("a"));
        Workflows workflows = workflows();

        workflows.answer("a", "desk/approve", true, "ada");
        workflows.workHere();

        assertThat(workflows.result(nesting(), "a").orElseThrow().outputs()).isEqualTo(Map.of("page", "News!true"));
        assertThat(processes.ran).containsExactly("write", "approve", "publish");
    }

    @Test
    void scheduledAnswerCountsWhenItsTimeHasCome() {
        run();
        Workflows workflows = workflows();
        workflows.answerAt(Instant.ofEpochMilli(processes.clock.get() + 1_000), "a", "approve", false, "default");

        assertThat(workflows.workHere()).isZero();
        processes.clock.addAndGet(1_000);
        assertThat(workflows.workHere()).isEqualTo(1);

        assertThat(workflows.result(approval(), "a").orElseThrow().outputs()).isEqualTo(Map.of("page", "News!false"));
    }

    @Test
    void answersGivenUpFrontAreTakenWithoutAPause() {
        RunOptions options = RunOptions.workflow("a").answers(Answers.of("approve", true));

        assertThat(run(approval().with(processes.next()), options).outputs()).isEqualTo(Map.of("page", "News!true"));
    }

    @Test
    void prefillOnlyFailsAtAnUnansweredQuestionUntilItIsRetriedByPeople() {
        RunOptions options = RunOptions.workflow("a").prefillOnly();
        assertThatThrownBy(() -> run(approval().with(processes.next()), options))
                .isInstanceOf(UnansweredQuestionException.class);
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.FAILED);

        Workflows workflows = workflows();
        workflows.retry("a", "b");
        workflows.workHere();

        assertThat(processes.status("b")).isEqualTo(WorkflowStatus.PAUSED);
        assertThat(processes.ran).containsExactly("write", "approve", "approve");
    }

    private TestGraph twoQuestions() {
        return graph().input("title")
                .typed("approved", boolean.class)
                .typed("printed", boolean.class)
                .node("write", takes("title"), gives("draft"), in -> processes.noted("write", in.text("title") + "!"))
                .node("approve", takes("draft"), answer("approved"), in -> Question.confirm("Publish?"))
                .node("print", takes("approved"), answer("printed"), in -> Question.confirm("Print?"))
                .node("publish", takes("draft", "printed"), gives("page"), in -> in.text("draft") + in.text("printed"))
                .outputs("page");
    }

    private Workflows workflowsWithTwoQuestions() {
        return Workflows.on(processes.store)
                .serve(twoQuestions().with(processes.next()))
                .build();
    }

    /** Its process dies when it has begun the workflow. */
    private void beginPrefilledAndDie() {
        RunOptions options = RunOptions.workflow("a").prefillOnly();
        processes.die(() -> run(twoQuestions().with(processes.dyingAt(2, true)), options));
        assertThat(processes.workflow("a").prefillOnly()).isTrue();
    }

    @Test
    void workerKeepsToPrefillOnlyWhileNobodyHasAnswered() {
        beginPrefilledAndDie();

        workflowsWithTwoQuestions().workHere();

        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.FAILED);
        assertThat(processes.workflow("a").error().message()).contains("approve");
    }

    @Test
    void prefillOnlyIsOverWithTheFirstAnswerThatSomebodyGives() {
        beginPrefilledAndDie();
        run(twoQuestions().with(processes.next()), RunOptions.workflow("a"));
        Workflows workflows = workflowsWithTwoQuestions();

        workflows.answer("a", "approve", true, "ada");
        workflows.workHere();

        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.PAUSED);
        assertThat(workflows.pending()).extracting(PendingQuestion::step).containsExactly("print");
        workflows.answer("a", "print", true, "ada");
        workflows.workHere();
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void resumeOfAWorkflowThatWaitsSaysSo() {
        run();

        assertThat(workflows().resume("a")).isEqualTo(Workflows.Resumption.ANSWER_REQUIRED);
        assertThat(workflows().resume("b")).isEqualTo(Workflows.Resumption.NOT_FOUND);
    }
}
