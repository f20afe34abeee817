package dev.hypergraph4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hypergraph4j.runtime.durable.ChildPolicy;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.NewQuestion;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.Retention;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.durable.WaitingMessage;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Story.Place.class)
class WorkflowOperationsTest {
    private final Story story;
    private final WorkflowOperations operations;

    WorkflowOperationsTest(Story.Place place, @TempDir Path folder) {
        story = place.open(folder);
        operations = WorkflowOperations.on(story.store);
    }

    @AfterEach
    void closeStore() {
        story.close();
    }

    // Forks

    @Test
    void forkTakesOverWhatBeganBeforeTheStep() {
        Lease lease = story.begun("a");
        story.step(lease, "first", "1");
        story.commit(lease, story.started("beside", 1));
        story.commit(lease, story.started("open", 1));
        story.commit(lease, story.started("at", 1));
        story.commit(lease, story.started("beside, but later", 1));
        story.pass(Duration.ofMillis(125));
        story.commit(lease, story.completed("beside", 1, "2", StepEffects.NONE));
        story.commit(lease, story.completed("beside, but later", 1, "2", StepEffects.NONE));
        story.commit(lease, story.completed("at", 1, "3", StepEffects.NONE));
        story.step(lease, "after", "4");

        operations.fork("a", "b", "at");

        assertThat(keys("b")).containsExactly("first", "beside");
        assertThat(operations.steps("b").get(0).origin()).isEqualTo(StepView.Origin.COPIED);
    }

    @Test
    void forkTakesOverNoStepThatRanAgainSince() {
        Lease lease = story.begun("a");
        story.step(lease, "first", "1");
        story.step(lease, "second", "2");
        story.step(lease, "at", "3");
        String key = "second";
        story.commit(lease, new StepEvent.Superseded(new StepId(key, key, 0, null, ""), 1, story.store.now()));
        story.commit(lease, story.started(key, 2));
        story.pass(Duration.ofSeconds(1));
        story.commit(lease, story.completed(key, 2, "2", StepEffects.NONE));

        operations.fork("a", "b", "at");

        assertThat(keys("b")).containsExactly("first");
    }

    @Test
    void forkTakesOverAnswersWithTheirSteps() {
        story.completed("a");

        operations.fork("a", "b", "ship");

        assertThat(story.store.history("b").orElseThrow().questions())
                .singleElement()
                .satisfies(question -> assertThat(question.answeredBy()).isEqualTo("ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "bad\nid", "bad\u001b[2Jid", "bad\0id", "bad\u0085id"})
    void idThatCanNotBeSeenIsRefused(String id) {
        story.failed("a");

        Said forked = story.say("fork", "a", "--at", "price", "--as", id);
        Said retried = story.say("retry", "a", "--as", id);

        assertThat(forked.code()).isEqualTo(1);
        assertThat(forked.err())
                .startsWith("BAD_ID: '")
                .endsWith("Choose another id: --as NEW" + System.lineSeparator());
        assertThat(retried).isEqualTo(forked);
        assertThat(story.store.descendants("a")).isEmpty();
    }

    @Test
    void workflowWhoseStepsWereFoldedIsNotRetried() {
        story.failed("a");
        story.store.keepHouse(Retention.FOREVER.keepSteps(Duration.ZERO));

        Said retried = story.say("retry", "a");

        assertThat(retried.code()).isEqualTo(1);
        assertThat(retried.err()).startsWith("COMPACTED: The steps of workflow 'a' were folded into its result.");
        assertThat(story.store.descendants("a")).isEmpty();
    }

    // Resuming

    @Test
    void ofFiftyResumeCommandsAtOnceOneIsAccepted() throws Exception {
        story.parked("a");
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(50);
        List<Future<Said>> outcomes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            outcomes.add(threads.submit(() -> {
                go.await();
                return story.say("resume", "a", "--json");
            }));
        }
        go.countDown();
        List<Said> all = new ArrayList<>();
        for (Future<Said> outcome : outcomes) {
            all.add(outcome.get());
        }
        threads.shutdown();

        assertThat(all)
                .filteredOn(said -> said.code() == 0)
                .singleElement()
                .satisfies(said -> assertThat(said.out()).contains("\"outcome\": \"ACCEPTED\""));
        assertThat(all)
                .filteredOn(said -> said.code() == 1)
                .hasSize(49)
                .allSatisfy(said -> assertThat(said.out()).contains("\"reason\": \"ALREADY_RUNNING\""));
        assertThat(story.status("a")).isEqualTo(WorkflowStatus.QUEUED);
    }

    // What workflows wait for

    @Test
    void deadWorkerIsNamed() {
        story.begun(story.workflow("a", Lineage.STARTED), new Claimant("dead", Duration.ofSeconds(1), 3));
        story.pass(Duration.ofSeconds(2));

        assertThat(operations.show("a").waitsFor())
                .isEqualTo("another worker: the lease of 'dead' was over at 2026-11-28 17:00:02");
        assertThatThrownBy(() -> operations.resume("a"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.ALREADY_RUNNING))
                .hasMessage("Workflow 'a' goes on by itself: it is RUNNING, and waits for another worker: the lease of"
                        + " 'dead' was over at 2026-11-28 17:00:02.");
    }

    @Test
    void childrenAreNamed() {
        Lease lease = story.begun("a");
        story.store.create(story.workflow("a/kid", new Lineage(Lineage.Kind.CHILD, "a", "spawn")));
        story.end(lease, Ending.of(WorkflowStatus.WAITING_CHILD, ""));

        assertThat(operations.show("a").waitsFor()).isEqualTo("the end of 'a/kid'");
        assertThat(operations.lineage("a/kid"))
                .extracting(LineageEntry::id, LineageEntry::depth)
                .containsExactly(tuple("a", 0), tuple("a/kid", 1));
    }

    @Test
    void timeOfTheNextAttemptIsTold() {
        story.triesAgain(story.begun("a"), "charge", Duration.ofMinutes(1));

        assertThat(operations.show("a").waitsFor())
                .isEqualTo("the next attempt at a failed step, from 2026-11-28 17:01:01");
        assertThat(operations.show("a").workflow().reason()).isEqualTo("until 2026-11-28T17:01:01Z");
        assertThat(operations.cancel("a", "not needed").status()).isEqualTo(WorkflowStatus.CANCELLED);
    }

    /** As where an executor had no room for it. */
    @Test
    void workflowOfWhichNothingHasFailedSleepsForItsTime() {
        story.end(story.begun("a"), Ending.sleeping(story.store.now() + 60_000));

        assertThat(operations.show("a").waitsFor()).isEqualTo("its time, from 2026-11-28 17:01:01");
    }

    @Test
    void cancelledParentTellsForWhichChildrenItWaits() {
        Lease lease = story.begun("a");
        for (ChildPolicy policy : ChildPolicy.values()) {
            Lineage lineage = new Lineage(Lineage.Kind.CHILD, "a", "spawn", policy);
            story.store.create(story.workflow("a/" + policy, lineage));
        }
        story.end(lease, Ending.of(WorkflowStatus.WAITING_CHILD, ""));

        assertThat(operations.cancel("a", "not needed").isCancelling()).isTrue();

        assertThat(operations.show("a").waitsFor()).isEqualTo("the end of 'a/WAIT'");
    }

    @Test
    void workflowThatSleepsMayWaitForAnAnswerToo() {
        story.paused("a");
        story.triesAgain(story.claimed("a"), "charge", Duration.ofMinutes(1));

        assertThat(operations.show("a").waitsFor())
                .isEqualTo("the next attempt at a failed step, from 2026-11-28 17:01:01, or an answer to 'approve'");
    }

    @Test
    void scheduledAnswerIsTold() {
        story.paused("a");
        story.store.schedule("a", "approve", story.value(false), story.store.now() + 60_000, "clock");

        assertThat(operations.show("a").waitsFor())
                .isEqualTo("an answer to 'approve'; a scheduled one counts from 2026-11-28 17:01:01");
    }

    @Test
    void messageThatWasLeftAloneIsTriedAgainOrMakesWay() {
        story.completed("a", 2);
        story.completed("b", 2);
        story.store.undelivered("a/ship/0", WaitingMessage.FOREVER);
        story.store.undelivered("b/ship/0", WaitingMessage.FOREVER);
        assertThat(story.store.outbox(10)).isEmpty();

        operations.redeliver("a/ship/0", "ada");
        operations.strikeOut("b/ship/0", "the customer has left", "ada");

        assertThat(story.store.outbox(10))
                .extracting(OutboxMessage::id)
                .containsExactly("a/ship/0", "a/ship/1", "b/ship/1");
        assertThatThrownBy(() -> operations.redeliver("b/ship/0", "ada"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.UNKNOWN_MESSAGE));
    }

    @Test
    void messagesTellWhenTheyAreTriedNext() {
        story.completed("a", 3);
        story.completed("b", 2);
        story.store.undelivered("a/ship/1", Duration.ofHours(1));
        story.store.undelivered("b/ship/0", WaitingMessage.FOREVER);

        assertThat(Said.by(WorkflowsCommand.on(story.store).commandLine(), "outbox")
                        .out()
                        .lines()
                        .map(line -> line.replaceAll(" {2,}", " | ")))
                .containsExactly(
                        "MESSAGE | WORKFLOW | STEP | TARGET | FAILED | NEXT | PAYLOAD",
                        "a/ship/0 | a | ship | mail | 0 | now | \"Your order is on its way.\"",
                        "a/ship/1 | a | ship | mail | 1 | 2026-11-28 18:02:06 | \"Your order is on its way.\"",
                        "a/ship/2 | a | ship | mail | 0 | after a/ship/1 | \"Your order is on its way.\"",
                        "b/ship/0 | b | ship | mail | 1 | never | \"Your order is on its way.\"",
                        "b/ship/1 | b | ship | mail | 0 | after b/ship/0 | \"Your order is on its way.\"");
    }

    // Failures

    @Test
    void failedStepsAreNamed() {
        Lease lease = story.begun("a");
        story.step(lease, "price", "5.00");
        for (int i = 1; i <= 7; i++) {
            story.fail(lease, "pack[" + i + "]");
        }

        Said shown = story.say("show", "a");

        assertThat(shown.out())
                .containsPattern("failed at +pack\\[1], pack\\[2], pack\\[3], pack\\[4], pack\\[5] and 2 more\n");
        assertThat(operations.show("a").failedSteps())
                .hasSize(7)
                .contains("pack[7]")
                .doesNotContain("price");
    }

    // Answers

    @Test
    void answerHasToBeAmongTheOptions() {
        story.ask(story.begun("a"), story.choice("carrier", "post", "bike"));

        assertThatThrownBy(() -> operations.answer("a", "carrier", "\"ship\"", "ada"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("The answer does not fit 'carrier': it is none of its options.")
                .extracting(refused -> ((RefusedException) refused).mend())
                .isEqualTo("choose one of [\"post\",\"bike\"]");
        assertThat(operations.answer("a", "carrier", "\"bike\"", "ada").accepted())
                .isTrue();
    }

    @Test
    void questionThatIsAskedSeveralTimesAtOnceIsAnsweredByItsStep() {
        Lease lease = story.begun("a");
        NewQuestion approve = story.question("desk/approve", Story.BOOLEAN);
        story.commit(lease, story.asks("desk[1]/approve", approve), story.asks("desk[2]/approve", approve));
        story.end(lease, Ending.of(WorkflowStatus.PAUSED, ""));

        assertThatThrownBy(() -> operations.answer("a", "desk/approve", "true", "ada"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Workflow 'a' asks 2 questions 'desk/approve' at once.")
                .extracting(refused -> ((RefusedException) refused).mend())
                .isEqualTo("say the key of the step that is to be answered: desk[1]/approve, desk[2]/approve");
        assertThat(operations.answer("a", "desk[2]/approve", "true", "ada").accepted())
                .isTrue();
        assertThat(operations
                        .answer("a", "desk/approve", "true", "ada")
                        .question()
                        .step())
                .isEqualTo("desk[1]/approve");
    }

    @Test
    void messageIsCheckedByTheQuestionThatWasAskedLast() {
        story.completed("a", 0);
        story.paused("b");

        assertThatThrownBy(() -> operations.send("b", "approve", "m1", "\"yes\"", "ada"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("The answer does not fit 'approve': string found, boolean expected.");
        assertThatThrownBy(() -> operations.send("b", "ship", "m1", "true", "ada"))
                .isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).refusal())
                .isEqualTo(Refusal.NOT_SERVED);
        assertThatThrownBy(() -> operations.send("a", "approve", "m1", "true", "ada"))
                .isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).refusal())
                .isEqualTo(Refusal.ALREADY_FINISHED);
        assertThat(operations
                        .send("b", "approve", "m1", "true", "ada")
                        .message()
                        .step())
                .isEqualTo("approve");
        assertThat(operations
                        .send("b", "approve", "m2", "false", "ada")
                        .message()
                        .isTaken())
                .isFalse();
        assertThat(operations.inbox("b")).hasSize(2);
    }

    @Test
    void messageThatIsSaidAgainNeedNotFitWhatIsAskedNow() {
        Lease lease = story.begun("a");
        story.commit(lease, story.asks("carrier", story.choice("carrier", "post", "bike")));
        operations.send("a", "carrier", "m1", "\"post\"", "ada");
        story.commit(lease, story.asks("carrier#1", story.choice("carrier", "ship")));

        assertThat(operations.send("a", "carrier", "m1", "\"post\"", "ada").accepted())
                .isFalse();
        assertThatThrownBy(() -> operations.send("a", "carrier", "m1", "\"bike\"", "ada"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Workflow 'a' was sent another message 'm1' for 'carrier'.");
        assertThatThrownBy(() -> operations.send("a", "carrier", "m2", "\"post\"", "ada"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("The answer does not fit 'carrier': it is none of its options.");
    }

    /** As where its run was given the answer to the first. */
    @Test
    void messageIsCheckedByTheQuestionThatItWillAnswer() {
        Lease lease = story.begun("a");
        story.commit(lease, story.asks("carrier", story.choice("carrier", "post", "bike")));
        story.commit(lease, story.completed("carrier", 0, "bike", StepEffects.NONE));
        story.commit(lease, story.asks("carrier#1", story.choice("carrier", "ship")));

        assertThatThrownBy(() -> operations.send("a", "carrier", "m1", "\"post\"", "ada"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("The answer does not fit 'carrier': it is none of its options.");
        assertThat(operations
                        .send("a", "carrier", "m1", "\"ship\"", "ada")
                        .message()
                        .step())
                .isEqualTo("carrier#1");
    }

    @Test
    void workflowThatIsToBeCancelledTakesNoMessages() {
        Lease lease = story.begun("a");
        story.commit(lease, story.asks("approve", story.question("approve", Story.BOOLEAN)));
        operations.cancel("a", "not needed");

        assertThatThrownBy(() -> operations.send("a", "approve", "m1", "true", "ada"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Workflow 'a' is to be cancelled: it takes no messages any more.");
    }

    @Test
    void workflowThatAsksNobodyTakesNoMessages() {
        NewWorkflow plain = story.workflow("a", Lineage.STARTED);
        story.store.create(new NewWorkflow(
                "a",
                plain.graph(),
                plain.inputs(),
                plain.inputsDigest(),
                plain.durability(),
                true,
                plain.errorHandling(),
                plain.lineage()));

        assertThatThrownBy(() -> operations.send("a", "approve", "m1", "true", "ada"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Workflow 'a' was begun with all its answers: it does not ask 'approve'.");
    }

    @Test
    void messageHasAnId() {
        story.paused("a");

        assertThatThrownBy(() -> operations.send("a", "approve", " ", "true", "ada"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("That is no id for a message: it is empty.")
                .extracting(refused -> ((RefusedException) refused).refusal())
                .isEqualTo(Refusal.BAD_ID);
    }

    @Test
    void pausedWorkflowIsNotResumedWithoutItsAnswer() {
        story.paused("a");

        assertThatThrownBy(() -> operations.resume("a"))
                .isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).refusal())
                .isEqualTo(Refusal.ANSWER_REQUIRED);
        assertThat(story.status("a")).isEqualTo(WorkflowStatus.PAUSED);
    }

    private List<String> keys(String id) {
        return operations.steps(id).stream().map(step -> step.step().id().key()).toList();
    }
}
