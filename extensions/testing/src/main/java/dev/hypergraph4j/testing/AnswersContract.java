package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.NewQuestion;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A question is answered once, and its workflow goes on. */
abstract class AnswersContract extends ContractTest {

    AnswersContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void questionWaitsForItsAnswer() {
        pauses("order-1");

        assertThat(store.pending()).singleElement().satisfies(pending -> {
            assertThat(pending.workflow()).isEqualTo("order-1");
            assertThat(pending.step()).isEqualTo(STEP);
            assertThat(pending.isAnswered()).isFalse();
            assertThat(pending.answeredAt()).isZero();
            assertThat(pending.answeredBy()).isEmpty();
            assertThat(pending.dueAt()).isZero();
            assertThat(pending.askedAt()).isPositive();
            NewQuestion question = pending.question();
            assertThat(question.prompt()).isEqualTo("Go on with quote?");
            assertThat(question.answerName()).isEqualTo("choice");
            assertThat(question.answerType()).isEqualTo("String");
            assertThat(store.codec().decode(question.options(), ValueTypes.STRINGS))
                    .isEqualTo(List.of("yes", "no"));
            assertThat(store.codec().decode(question.evidence(), ValueTypes.STRING_BY_NAME))
                    .isEqualTo(Map.of("why", "it is dear"));
        });
        assertThat(recorded("order-1", STEP).status()).isEqualTo(StepStatus.PAUSED);
        assertThat(attempt("order-1", STEP, 1).status()).isEqualTo(AttemptStatus.PAUSED);
        assertThat(claimable()).isEmpty();
    }

    @Test
    void questionsOfTurnsTellTheirTurn() {
        StepId turn = new StepId("review#2", "review", 2, null, "");
        commit(runs("order-1"), new StepEvent.Asked(turn, 1, question("review"), store.now(), store.now()));

        assertThat(store.pending()).singleElement().satisfies(pending -> {
            assertThat(pending.step()).isEqualTo("review#2");
            assertThat(pending.iteration()).isEqualTo(2);
        });
    }

    @Test
    void answerHasAPausedWorkflowGoOn() {
        pauses("order-1");

        AnswerReceipt receipt = answer("order-1", "yes").orElseThrow();

        assertThat(receipt.accepted()).isTrue();
        assertThat(text(receipt.question().answer())).isEqualTo("yes");
        assertThat(receipt.question().answeredBy()).isEqualTo("Ada");
        assertThat(receipt.question().answeredAt()).isPositive();
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(store.pending()).isEmpty();
        assertThat(claimable()).containsExactly("order-1");
        PendingQuestion answered = claimed("order-1", BOB).history().questions().get(0);
        assertThat(text(answered.answer())).isEqualTo("yes");
    }

    @Test
    void stepThatAskedCompletesWithTheAnswer() {
        pauses("order-1");
        answer("order-1", "yes");

        completes(claimedWith(completed(STEP, 1, "yes")));

        assertThat(recorded("order-1", STEP).status()).isEqualTo(StepStatus.COMPLETED);
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void firstAnswerCounts() {
        pauses("order-1");
        answer("order-1", "yes");

        AnswerReceipt second = answer("order-1", "no").orElseThrow();

        assertThat(second.accepted()).isFalse();
        assertThat(text(second.question().answer())).isEqualTo("yes");
        assertThat(text(history("order-1").questions().get(0).answer())).isEqualTo("yes");
    }

    @Test
    void firstAnswerCountsAlsoAfterTheEnd() {
        pauses("order-1");
        answer("order-1", "yes");
        completes(claimedWith(completed(STEP, 1, "yes")));

        AnswerReceipt late = answer("order-1", "no").orElseThrow();

        assertThat(late.accepted()).isFalse();
        assertThat(text(late.question().answer())).isEqualTo("yes");
    }

    @Test
    void answeredQuestionIsNotAskedAgain() {
        pauses("order-1");
        answer("order-1", "yes");
        Lease lease = claimed("order-1", BOB).lease();

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> commit(lease, asked(STEP, 2)));
        assertThat(text(history("order-1").questions().get(0).answer())).isEqualTo("yes");
    }

    @Test
    void questionOfASupersededStepIsForgottenWithItsAnswer() {
        pauses("order-1");
        answer("order-1", "yes");
        Lease lease = claimed("order-1", BOB).lease();

        commit(lease, new StepEvent.Superseded(step(STEP), 1, store.now()));
        assertThat(history("order-1").questions()).isEmpty();

        end(lease, Ending.of(WorkflowStatus.PAUSED, ""), started(STEP, 2), asked(STEP, 2));
        assertThat(store.pending())
                .singleElement()
                .satisfies(pending -> assertThat(pending.isAnswered()).isFalse());
        assertThat(answer("order-1", "no").orElseThrow().accepted()).isTrue();
    }

    @Test
    void openQuestionOfASupersededStepWaitsNoLonger() {
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1), asked(STEP, 1));
        store.schedule("order-1", STEP, value("yes"), store.now() + 3_600_000, "Ada");

        commit(lease, new StepEvent.Superseded(step(STEP), 1, store.now()));

        assertThat(store.pending()).isEmpty();
        assertThat(answer("order-1", "yes")).isEmpty();
        commit(lease, started(STEP, 2), asked(STEP, 2));
        assertThat(store.pending())
                .singleElement()
                .satisfies(pending -> assertThat(pending.dueAt()).isZero());
    }

    /** As where whoever runs the workflow gave it an answer. */
    @Test
    void questionWhoseStepHasCompletedWaitsForNothing() {
        pauses("order-1");
        store.schedule("order-1", STEP, value("late"), store.now() + 1, "Ada");
        Lease lease = claimed("order-1", BOB).lease();
        end(lease, Ending.of(WorkflowStatus.PAUSED, ""), completed(STEP, 1, "yes"));
        tick();

        assertThat(store.pending()).isEmpty();
        assertThat(answer("order-1", "yes")).isEmpty();
        assertThat(store.schedule("order-1", STEP, value("yes"), store.now(), "Ada"))
                .isFalse();
        assertThat(store.claimable(Set.of(GRAPH), 10)).isEmpty();
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.PAUSED);
    }

    @Test
    void whatWasNotAskedIsNotAnswered() {
        pauses("order-1");

        assertThat(store.answer("order-1", "other", value("yes"), "Ada")).isEmpty();
        assertThat(store.answer("order-2", STEP, value("yes"), "Ada")).isEmpty();
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.PAUSED);
    }

    @Test
    void questionOfAFinishedWorkflowWaitsForNothing() {
        pauses("order-1");
        store.cancel("order-1", "not wanted any more");

        assertThat(store.pending()).isEmpty();
        assertThat(answer("order-1", "yes")).isEmpty();
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.CANCELLED);
    }

    @Test
    void answerOnARunningWorkflowIsNotLostWhenItPauses() {
        Lease lease = runs("order-1");
        commit(lease, started("a", 1), asked("a", 1), started("b", 1), asked("b", 1));
        store.answer("order-1", "a", value("yes"), "Ada");
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.RUNNING);

        end(lease, Ending.of(WorkflowStatus.PAUSED, ""));

        assertThat(status("order-1")).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(claimable()).containsExactly("order-1");
        end(claimed("order-1", BOB).lease(), Ending.of(WorkflowStatus.PAUSED, ""), completed("a", 1, "yes"));
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.PAUSED);
    }

    @Test
    void answerWakesAWorkflowThatAlsoWaitsForAChild() {
        Lease lease = runs("order-1");
        end(lease, Ending.of(WorkflowStatus.WAITING_CHILD, ""), started(STEP, 1), asked(STEP, 1));

        answer("order-1", "yes");

        assertThat(status("order-1")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void parkedWorkflowKeepsItsAnswerAndStaysParked() {
        end(runs("order-1"), Ending.parked(ParkReason.STOPPED, ""), started(STEP, 1), asked(STEP, 1));

        assertThat(answer("order-1", "yes"))
                .hasValueSatisfying(receipt -> assertThat(receipt.accepted()).isTrue());
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.PARKED);
    }

    @Test
    void questionsThatWaitLongestComeFirst() {
        for (String id : List.of("b", "c", "a")) {
            pauses(id);
            tick();
        }

        assertThat(store.pending()).extracting(PendingQuestion::workflow).containsExactly("b", "c", "a");
    }

    @Test
    void whoAnswersMayBeAskedAgain() {
        pausesThoughPrefilled("order-1");
        assertThat(found("order-1").prefillOnly()).isTrue();

        answer("order-1", "yes");

        assertThat(found("order-1").prefillOnly()).isFalse();
        assertThat(claimed("order-1", BOB).history().workflow().prefillOnly()).isFalse();
    }

    @Test
    void answerThatDoesNotCountChangesNothingAboutWhoMayBeAsked() {
        pausesThoughPrefilled("order-1");
        store.cancel("order-1", "not wanted any more");

        assertThat(answer("order-1", "yes")).isEmpty();

        assertThat(found("order-1").prefillOnly()).isTrue();
    }

    @Test
    void answerStandsInTheJournal() {
        pauses("order-1");
        answer("order-1", "yes");

        assertThat(journal("order-1"))
                .filteredOn(line -> line.type().equals("ANSWERED"))
                .singleElement()
                .satisfies(line -> assertThat(line.step()).isEqualTo(STEP));
    }

    private Optional<AnswerReceipt> answer(String id, String answer) {
        return store.answer(id, STEP, value(answer), "Ada");
    }

    private Lease claimedWith(StepEvent... events) {
        Lease lease = claimed("order-1", BOB).lease();
        commit(lease, events);
        return lease;
    }
}
