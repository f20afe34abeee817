package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.ChildPolicy;
import dev.hypergraph4j.runtime.durable.Copy;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.InboxMessage;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.MessageReceipt;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Retention;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.durable.Verdict;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A message from the outside answers one question, whichever of the two comes first. */
abstract class InboxContract extends ContractTest {

    InboxContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void messageAnswersTheQuestionThatIsOpen() {
        pauses("order-1");

        MessageReceipt receipt = sent("order-1", "m1", "yes");

        assertThat(receipt.accepted()).isTrue();
        assertThat(receipt.message().isTaken()).isTrue();
        assertThat(receipt.message().step()).isEqualTo(STEP);
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(claimable()).containsExactly("order-1");
        assertThat(store.pending()).isEmpty();
        assertAnswered(STEP, "yes");
    }

    @Test
    void messageThatComesFirstWaitsForItsQuestion() {
        Lease lease = runs("order-1");

        MessageReceipt receipt = sent("order-1", "m1", "yes");

        assertThat(receipt.accepted()).isTrue();
        assertThat(receipt.message().isTaken()).isFalse();
        end(lease, Ending.of(WorkflowStatus.PAUSED, ""), started(STEP, 1), asked(STEP, 1));
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(store.pending()).isEmpty();
        assertThat(steps()).containsExactly(STEP);
        assertAnswered(STEP, "yes");
    }

    @Test
    void messageIsTakenWhenItIsAskedForThoughTheWorkflowGoesOn() {
        Lease lease = runs("order-1");
        sent("order-1", "m1", "yes");

        commit(lease, started(STEP, 1), asked(STEP, 1), started("other", 1));

        assertThat(store.pending()).isEmpty();
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.RUNNING);
        end(lease, Ending.of(WorkflowStatus.PAUSED, ""), completed("other", 1, "done"));
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.QUEUED);
        assertAnswered(STEP, "yes");
    }

    @Test
    void messagesAreTakenInTheOrderInWhichTheyCame() {
        Lease lease = runs("order-1");
        for (String text : List.of("first", "second", "third")) {
            sent("order-1", "message " + text, text);
        }

        commit(lease, asked("quote#1"), asked("quote#2"));

        assertAnswered("quote#1", "first");
        assertAnswered("quote#2", "second");
        assertThat(steps()).containsExactly("quote#1", "quote#2", "");
    }

    @Test
    void messageAnswersTheQuestionThatWasAskedFirst() {
        Lease lease = runs("order-1");
        commit(lease, asked("quote#2"));
        commit(lease, asked("quote#1"));

        sent("order-1", "m1", "yes");

        assertAnswered("quote#2", "yes");
        assertThat(store.pending()).extracting(PendingQuestion::step).containsExactly("quote#1");
    }

    @Test
    void messageForAnotherKeyAnswersNothing() {
        pauses("order-1");

        store.send("order-1", "other", "m1", value("yes"), "Ada");

        assertThat(status("order-1")).isEqualTo(WorkflowStatus.PAUSED);
        assertThat(store.pending()).hasSize(1);
        assertThat(steps()).containsExactly("");
    }

    @Test
    void firstOfSeveralWithOneIdCounts() {
        Lease lease = runs("order-1");
        sent("order-1", "m1", "yes");

        MessageReceipt second = sent("order-1", "m1", "no");

        assertThat(second.accepted()).isFalse();
        assertThat(text(second.message().payload())).isEqualTo("yes");
        assertThat(store.inbox("order-1")).hasSize(1);
        end(lease, Ending.of(WorkflowStatus.PAUSED, ""), asked(STEP));
        assertThat(sent("order-1", "m1", "yes")).satisfies(third -> {
            assertThat(third.accepted()).isFalse();
            assertThat(third.message().step()).isEqualTo(STEP);
        });
    }

    @Test
    void oneIdForTwoKeysIsTwoMessages() {
        runs("order-1");

        sent("order-1", "m1", "yes");

        assertThat(store.send("order-1", "other", "m1", value("no"), "Ada"))
                .hasValueSatisfying(receipt -> assertThat(receipt.accepted()).isTrue());
        assertThat(store.inbox("order-1")).hasSize(2);
    }

    @Test
    void receiptIsThatOfTheFirstAlsoAfterTheEnd() {
        Lease lease = runs("order-1");
        sent("order-1", "m1", "yes");
        completes(lease);

        assertThat(sent("order-1", "m1", "yes").accepted()).isFalse();
        assertThat(send("order-1", "m2", "late")).isEmpty();
        assertThat(store.inbox("order-1")).extracting(InboxMessage::id).containsExactly("m1");
    }

    @Test
    void nobodyTakesWhatIsSentToNobody() {
        assertThat(send("order-1", "m1", "yes")).isEmpty();
        assertThat(store.inbox("order-1")).isEmpty();
    }

    @Test
    void messageTellsWhoSentItAndWhen() {
        runs("order-1");
        long before = store.now();

        sent("order-1", "m1", "yes");

        assertThat(store.inbox("order-1")).singleElement().satisfies(message -> {
            assertThat(message.workflow()).isEqualTo("order-1");
            assertThat(message.question()).isEqualTo(STEP);
            assertThat(message.id()).isEqualTo("m1");
            assertThat(message.by()).isEqualTo("Ada");
            assertThat(message.sentAt()).isGreaterThanOrEqualTo(before);
            assertThat(text(message.payload())).isEqualTo("yes");
        });
    }

    @Test
    void answerByAMessageStandsInTheJournalWhereItCame() {
        Lease lease = runs("order-1");
        sent("order-1", "m1", "yes");

        end(lease, Ending.of(WorkflowStatus.PAUSED, ""), started(STEP, 1), asked(STEP, 1));

        assertThat(journal("order-1"))
                .extracting(JournalEntry::type)
                .containsExactly("CREATED", "CLAIMED", "STARTED", "ASKED", "ANSWERED", "QUEUED");
        assertThat(journal("order-1")).extracting(JournalEntry::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(journal("order-1").get(4)).satisfies(line -> {
            assertThat(line.step()).isEqualTo(STEP);
            assertThat(line.detail()).isEqualTo("Ada");
        });
    }

    /** One that is not anybody's to wake is not woken by a message that it can't take. */
    @Test
    void messageThatWaitsHasNobodyGoOn() {
        Lease lease = runs("order-1");
        sent("order-1", "m1", "yes");

        end(lease, Ending.sleeping(store.now() + 3_600_000), started("other", 1), failed("other", 1, Verdict.RETRY));

        assertThat(status("order-1")).isEqualTo(WorkflowStatus.SLEEPING);
        assertThat(claimable()).isEmpty();
    }

    @Test
    void workflowThatIsToBeCancelledTakesNone() {
        runs("order-1");
        store.cancel("order-1", "not wanted any more");
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.RUNNING);

        assertThat(send("order-1", "m1", "yes")).isEmpty();
        assertThat(store.inbox("order-1")).isEmpty();
    }

    @Test
    void workflowThatWaitsForChildrenBeforeItIsCancelledTakesNone() {
        Lease lease = runs("order-1");
        store.create(child("order-1/kid", "order-1", ChildPolicy.WAIT));
        end(lease, Ending.of(WorkflowStatus.WAITING_CHILD, ""), started(STEP, 1), asked(STEP, 1));
        store.cancel("order-1", "not wanted any more");
        assertThat(found("order-1").isCancelling()).isTrue();

        assertThat(send("order-1", "m1", "yes")).isEmpty();
        assertThat(found("order-1").isCancelling()).isTrue();
    }

    @Test
    void parkedWorkflowTakesAMessageAndStaysParked() {
        end(runs("order-1"), Ending.parked(ParkReason.STOPPED, ""), started(STEP, 1), asked(STEP, 1));

        assertThat(sent("order-1", "m1", "yes").message().step()).isEqualTo(STEP);
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.PARKED);
    }

    @Test
    void sleepingWorkflowThatAsksIsWoken() {
        Ending sleeps = Ending.sleeping(store.now() + 3_600_000);
        end(runs("order-1"), sleeps, started(STEP, 1), asked(STEP, 1));

        sent("order-1", "m1", "yes");

        assertThat(status("order-1")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void workflowThatWouldSleepOrWaitForAChildGoesOnWithAMessageThatIsThere() {
        for (Ending ending :
                List.of(Ending.sleeping(store.now() + 3_600_000), Ending.of(WorkflowStatus.WAITING_CHILD, ""))) {
            String id = "order " + ending.status();
            Lease lease = runs(id);
            sent(id, "m1", "yes");

            end(lease, ending, started(STEP, 1), asked(STEP, 1));

            assertThat(status(id)).isEqualTo(WorkflowStatus.QUEUED);
        }
    }

    @Test
    void openQuestionUnderAKeyIsTheFirstThatWasAsked() {
        Lease lease = runs("order-1");
        assertThat(store.openQuestion("order-1", STEP)).isEmpty();
        commit(lease, asked("quote#2"), asked("quote#1"));

        assertThat(store.openQuestion("order-1", STEP))
                .hasValueSatisfying(question -> assertThat(question.step()).isEqualTo("quote#2"));
        assertThat(store.openQuestion("order-1", "other")).isEmpty();
        assertThat(store.openQuestion("order-2", STEP)).isEmpty();
        store.answer("order-1", "quote#2", value("yes"), "Ada");
        commit(lease, completed("quote#1", 1, "no"));
        assertThat(store.openQuestion("order-1", STEP)).isEmpty();
    }

    @Test
    void messageIsFoundByItsKeyAndId() {
        runs("order-1");
        sent("order-1", "m1", "yes");

        assertThat(store.inboxMessage("order-1", STEP, "m1"))
                .hasValueSatisfying(
                        message -> assertThat(text(message.payload())).isEqualTo("yes"));
        assertThat(store.inboxMessage("order-1", "other", "m1")).isEmpty();
        assertThat(store.inboxMessage("order-1", STEP, "m2")).isEmpty();
        assertThat(store.inboxMessage("order-2", STEP, "m1")).isEmpty();
    }

    /** What the failed one had taken was of no use: it must not come before what the retry has taken. */
    @Test
    void retryDoesNotGetBackWhatTheFailedOneHasTakenInVain() {
        Lease lease = runs("order-1");
        sent("order-1", "m1", "in vain");
        commit(lease, started(STEP, 1), asked(STEP, 1));
        end(lease, Ending.failed(noRoute()), failed(STEP, 1, Verdict.FAIL));
        store.copy(new Copy(
                workflow("order-2", GRAPH, "digest", new Lineage(Lineage.Kind.RETRY, "order-1", null)),
                Set.of(),
                List.of(),
                Set.of()));
        Lease retry = claimed("order-2", BOB).lease();
        commit(retry, started(STEP, 1), asked(STEP, 1));
        sent("order-2", "m2", "better");

        commit(retry, new StepEvent.Superseded(step(STEP), 1, store.now()));

        assertThat(store.inbox("order-2")).extracting(InboxMessage::step).containsExactly(STEP, "");
    }

    @Test
    void linesAboutAnswersComeAfterThoseOfTheTransition() {
        Lease lease = runs("order-1");
        sent("order-1", "m1", "yes");

        commit(lease, started(STEP, 1), asked(STEP, 1), started("other", 1));

        assertThat(journal("order-1"))
                .extracting(JournalEntry::type)
                .containsExactly("CREATED", "CLAIMED", "STARTED", "ASKED", "STARTED", "ANSWERED");
    }

    @Test
    void cancelledWorkflowDoesNotGoOnWithAMessage() {
        Lease lease = runs("order-1");
        sent("order-1", "m1", "yes");
        store.cancel("order-1", "not wanted any more");

        end(lease, Ending.of(WorkflowStatus.PAUSED, ""), started(STEP, 1), asked(STEP, 1));

        assertThat(status("order-1")).isEqualTo(WorkflowStatus.CANCELLED);
    }

    @Test
    void whatASupersededStepHasTakenWaitsForTheNextQuestion() {
        Lease lease = runs("order-1");
        sent("order-1", "m1", "yes");
        commit(lease, started(STEP, 1), asked(STEP, 1));

        commit(lease, new StepEvent.Superseded(step(STEP), 1, store.now()));
        assertThat(steps()).containsExactly("");

        commit(lease, started(STEP, 2), asked(STEP, 2));
        assertThat(steps()).containsExactly(STEP);
        assertAnswered(STEP, "yes");
    }

    @Test
    void scheduledAnswerComesTooLateForWhatAMessageHasAnswered() {
        pauses("order-1");
        store.schedule("order-1", STEP, value("late"), store.now() + 1, "Bob");
        sent("order-1", "m1", "yes");
        tick();

        assertThat(claimable()).containsExactly("order-1");
        assertAnswered(STEP, "yes");
    }

    @Test
    void messageIsNobodyWhoMayBeAskedAgain() {
        pausesThoughPrefilled("order-1");

        sent("order-1", "m1", "yes");

        assertThat(found("order-1").prefillOnly()).isTrue();
    }

    @Test
    void retryHasTheMessagesOfTheFailedOne() {
        Lease lease = runs("order-1");
        sent("order-1", "m1", "first");
        sent("order-1", "m2", "second");
        commit(lease, started(STEP, 1), asked(STEP, 1));
        commit(lease, completed(STEP, 1, "first"));
        end(lease, Ending.failed(noRoute()), started("other", 1), failed("other", 1, Verdict.FAIL));

        store.copy(new Copy(
                workflow("order-2", GRAPH, "digest", new Lineage(Lineage.Kind.RETRY, "order-1", null)),
                Set.of(STEP),
                List.of(),
                Set.of(STEP)));

        assertThat(store.inbox("order-2")).extracting(InboxMessage::step).containsExactly(STEP, "");
        assertThat(sent("order-2", "m2", "second").accepted()).isFalse();
        commit(claimed("order-2", BOB).lease(), asked("quote#1"));
        assertThat(store.inbox("order-2")).extracting(InboxMessage::step).containsExactly(STEP, "quote#1");
        assertThat(steps()).containsExactly(STEP, "");
    }

    @Test
    void forkHasNoMessages() {
        Lease lease = runs("order-1");
        sent("order-1", "m1", "first");
        completes(lease);

        store.copy(new Copy(
                workflow("order-2", GRAPH, "digest", new Lineage(Lineage.Kind.FORK, "order-1", STEP)),
                Set.of(),
                List.of(),
                Set.of()));

        assertThat(store.inbox("order-2")).isEmpty();
    }

    @Test
    void largeMessageIsReadBackWhole() {
        String large = "x".repeat(200_000);
        Lease lease = runs("order-1");
        sent("order-1", "m1", large);

        end(lease, Ending.of(WorkflowStatus.PAUSED, ""), started(STEP, 1), asked(STEP, 1));

        assertAnswered(STEP, large);
        assertThat(text(store.inbox("order-1").get(0).payload())).isEqualTo(large);
    }

    @Test
    void compactedWorkflowHasNoMessages() {
        Lease lease = runs("order-1");
        sent("order-1", "m1", "yes");
        completes(lease);
        tick();

        store.keepHouse(new Retention(Duration.ZERO, Duration.ofDays(1), Integer.MAX_VALUE));

        assertThat(store.inbox("order-1")).isEmpty();
        assertThat(send("order-1", "m1", "yes")).isEmpty();
    }

    /** Each message answers one question, and each question takes one message. */
    @Test
    void messagesFromSeveralThreadsAreAllTakenOnce() throws Exception {
        Lease lease = runs("order-1");
        ExecutorService senders = Executors.newFixedThreadPool(4);
        try {
            List<Future<MessageReceipt>> receipts = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String id = "m" + i % 20; // Each of them twice.
                Callable<MessageReceipt> send = () -> sent("order-1", id, id);
                receipts.add(senders.submit(send));
                if (i % 4 == 0) {
                    commit(lease, asked("quote#" + i / 4));
                }
            }
            int accepted = 0;
            for (Future<MessageReceipt> receipt : receipts) {
                accepted += receipt.get().accepted() ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(20);
        } finally {
            senders.shutdownNow();
        }
        for (int i = 10; i < 20; i++) {
            commit(lease, asked("quote#" + i));
        }

        assertThat(steps()).doesNotHaveDuplicates().doesNotContain("").hasSize(20);
        for (InboxMessage message : store.inbox("order-1")) {
            assertAnswered(message.step(), message.id());
        }
    }

    private static StepError noRoute() {
        return new StepError("java.io.IOException", "no route");
    }

    private MessageReceipt sent(String workflow, String id, String text) {
        return send(workflow, id, text).orElseThrow();
    }

    private Optional<MessageReceipt> send(String workflow, String id, String text) {
        return store.send(workflow, STEP, id, value(text), "Ada");
    }

    /** A turn of the node that asks. */
    private StepEvent asked(String step) {
        StepId id = new StepId(step, STEP, 0, null, "");
        return new StepEvent.Asked(id, 1, question(STEP), store.now(), store.now());
    }

    private List<String> steps() {
        return store.inbox("order-1").stream().map(InboxMessage::step).toList();
    }

    private void assertAnswered(String step, String text) {
        assertThat(history("order-1").questions())
                .filteredOn(question -> question.step().equals(step))
                .singleElement()
                .satisfies(question -> {
                    assertThat(text(question.answer())).isEqualTo(text);
                    assertThat(question.answeredBy()).isEqualTo("Ada");
                });
    }
}
