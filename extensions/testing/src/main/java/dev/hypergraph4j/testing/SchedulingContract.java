package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An answer that is scheduled counts at its time, if there is no other. */
abstract class SchedulingContract extends ContractTest {

    SchedulingContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void scheduledAnswerCountsWhenItIsDue() {
        pauses("order-1");

        assertThat(schedule("no", store.now())).isTrue();
        assertThat(claimable()).containsExactly("order-1");

        PendingQuestion question = history("order-1").questions().get(0);
        assertThat(text(question.answer())).isEqualTo("no");
        assertThat(question.answeredBy()).isEqualTo("timer");
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(journal("order-1")).extracting(JournalEntry::type).contains("ANSWERED");
    }

    @Test
    void scheduledAnswerCountsWhicheverGraphsAreServed() {
        pauses("order-1");
        schedule("no", store.now());

        assertThat(store.claimable(Set.of("billing"), 10)).isEmpty();
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void scheduledAnswerThatIsDueIsThereForWhoClaimsTheWorkflow() {
        pauses("order-1");
        schedule("no", store.now());

        History history = claimed("order-1", BOB).history();

        assertThat(text(history.questions().get(0).answer())).isEqualTo("no");
        assertThat(history.workflow().status()).isEqualTo(WorkflowStatus.RUNNING);
    }

    @Test
    void scheduledAnswerIsNobodyWhoMayBeAskedAgain() {
        pausesThoughPrefilled("order-1");
        schedule("no", store.now());

        assertThat(claimable()).containsExactly("order-1");

        assertThat(found("order-1").prefillOnly()).isTrue();
    }

    @Test
    void scheduledAnswerDoesNotCountBefore() {
        pauses("order-1");
        long at = store.now() + Duration.ofHours(1).toMillis();
        schedule("no", at);

        assertThat(claimable()).isEmpty();
        assertThat(store.pending())
                .singleElement()
                .satisfies(question -> assertThat(question.dueAt()).isEqualTo(at));
        advance(Duration.ofHours(1));
        assertThat(claimable()).containsExactly("order-1");
    }

    @Test
    void answerBeforeTheTimeCounts() {
        pauses("order-1");
        schedule("no", store.now() + Duration.ofHours(1).toMillis());
        store.answer("order-1", STEP, value("yes"), "Ada");

        advance(Duration.ofHours(2));
        claimable();
        assertThat(text(history("order-1").questions().get(0).answer())).isEqualTo("yes");
    }

    @Test
    void laterScheduleReplacesAnEarlierOne() {
        pauses("order-1");
        schedule("no", store.now() + Duration.ofHours(1).toMillis());
        schedule("maybe", store.now());

        claimable();

        assertThat(text(history("order-1").questions().get(0).answer())).isEqualTo("maybe");
    }

    @Test
    void laterSchedulePostponesToo() {
        pauses("order-1");
        schedule("no", store.now());
        schedule("no", store.now() + Duration.ofHours(1).toMillis());

        assertThat(claimable()).isEmpty();
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.PAUSED);
    }

    @Test
    void onlyAQuestionWithoutAnAnswerIsScheduled() {
        pauses("order-1");

        assertThat(store.schedule("order-1", "other", value("no"), store.now(), "timer"))
                .isFalse();
        assertThat(store.schedule("order-2", STEP, value("no"), store.now(), "timer"))
                .isFalse();
        store.answer("order-1", STEP, value("yes"), "Ada");
        assertThat(schedule("no", store.now())).isFalse();
    }

    @Test
    void scheduledAnswerOfAFinishedWorkflowIsForgotten() {
        pauses("order-1");
        schedule("no", store.now());
        store.cancel("order-1", "");

        assertThat(claimable()).isEmpty();
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.CANCELLED);
        assertThat(schedule("no", store.now())).isFalse();
    }

    @Test
    void timeOfAScheduledAnswerIsANextWakeUntilItHasCome() {
        pauses("order-1");
        long at = store.now() + Duration.ofHours(1).toMillis();
        schedule("no", at);

        assertThat(store.nextWake(Set.of("billing"))).hasValue(at);
        assertThat(store.nextWake(Set.of())).isEmpty();
        advance(Duration.ofHours(1));
        assertThat(store.nextWake(Set.of("billing"))).isEmpty();
    }

    @Test
    void answeredQuestionIsNoNextWake() {
        pauses("order-1");
        schedule("no", store.now() + Duration.ofHours(1).toMillis());
        store.answer("order-1", STEP, value("yes"), "Ada");

        assertThat(store.nextWake(Set.of(GRAPH))).isEmpty();
    }

    @Test
    void scheduledAnswerOfAFinishedWorkflowIsNoNextWake() {
        pauses("order-1");
        schedule("no", store.now() + Duration.ofHours(1).toMillis());
        store.cancel("order-1", "");

        assertThat(store.nextWake(Set.of(GRAPH))).isEmpty();
    }

    private boolean schedule(String answer, long at) {
        return store.schedule("order-1", STEP, value(answer), at, "timer");
    }
}
