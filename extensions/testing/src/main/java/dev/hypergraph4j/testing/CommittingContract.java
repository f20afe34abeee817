package dev.hypergraph4j.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StepError;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.durable.StepOutcome;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.Verdict;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A transition is recorded as a whole or not at all, and an outcome never changes. */
abstract class CommittingContract extends ContractTest {

    CommittingContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void stepIsOpenOnceItHasBegun() {
        StepEvent started = started(STEP, 1);
        commit(runs("order-1"), started);

        Step step = recorded("order-1", STEP);
        assertThat(step.status()).isEqualTo(StepStatus.OPEN);
        assertThat(step.attempt()).isEqualTo(1);
        assertThat(step.startedAt()).isEqualTo(started.at());
        assertThat(step.finishedAt()).isZero();
        assertThat(step.outcome()).isNull();
        Attempt attempt = attempt("order-1", STEP, 1);
        assertThat(attempt.status()).isEqualTo(AttemptStatus.STARTED);
        assertThat(attempt.worker()).isEqualTo("alice");
        assertThat(attempt.epoch()).isEqualTo(1);
        assertThat(attempt.effectId()).isEqualTo("effect of quote");
        assertThat(attempt.startedAt()).isEqualTo(started.at());
    }

    @Test
    void completedStepHasItsOutcome() {
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1));
        long at = store.now();
        List<Payload> values = Arrays.asList(value("7"), null, value("EUR"));
        StepOutcome outcome = new StepOutcome(values, List.of("send", "bill"), false);
        commit(lease, new StepEvent.Completed(step(STEP), 1, outcome, StepEffects.NONE, at, at + 5));

        Step step = recorded("order-1", STEP);
        assertThat(step.status()).isEqualTo(StepStatus.COMPLETED);
        assertThat(step.finishedAt()).isEqualTo(at + 5);
        assertThat(step.copiedFrom()).isEmpty();
        StepOutcome kept = requireNonNull(step.outcome());
        assertThat(text(kept.values().get(0))).isEqualTo("7");
        assertThat(kept.values().get(1)).isNull();
        assertThat(text(kept.values().get(2))).isEqualTo("EUR");
        assertThat(kept.opened()).containsExactly("send", "bill");
        assertThat(kept.cached()).isFalse();
        assertThat(attempt("order-1", STEP, 1).status()).isEqualTo(AttemptStatus.COMPLETED);
        assertThat(attempt("order-1", STEP, 1).finishedAt()).isEqualTo(at + 5);
    }

    @Test
    void supersededStepIsOpenAndItsNextAttemptIsAnotherOne() {
        Lease lease = runs("order-1");
        commit(lease, started("a", 1));
        commit(lease, completed("a", 1, "x"));

        commit(lease, new StepEvent.Superseded(step("a"), 1, store.now()));
        assertThat(recorded("order-1", "a").status()).isEqualTo(StepStatus.OPEN);
        assertThat(recorded("order-1", "a").outcome()).isNull();
        commit(lease, started("a", 2));
        commit(lease, completed("a", 2, "y"));

        assertThat(text(requireNonNull(recorded("order-1", "a").outcome())
                        .values()
                        .get(0)))
                .isEqualTo("y");
        assertThat(store.journal("order-1", 0, 100))
                .extracting(JournalEntry::type)
                .contains("SUPERSEDED");
    }

    @Test
    void nextStepBeginsWithTheCompletionOfTheOneBefore() {
        Lease lease = runs("order-1");
        commit(lease, started("a", 1));
        commit(lease, completed("a", 1, "x"), started("b", 1));

        assertThat(history("order-1").steps())
                .extracting(step -> step.id().key(), Step::status)
                .containsExactly(tuple("a", StepStatus.COMPLETED), tuple("b", StepStatus.OPEN));
    }

    @Test
    void stepsOfTurnsAndItemsAreToldApart() {
        Lease lease = runs("order-1");
        StepId turn = new StepId("draft#2", "draft", 2, null, "abc");
        StepId item = new StepId("score[1f]/grade", "score/grade", 0, "1f", "def");
        commit(
                lease,
                new StepEvent.Started(turn, 1, "effect", store.now()),
                new StepEvent.Started(item, 1, "effect", store.now()));

        assertThat(history("order-1").steps()).extracting(Step::id).containsExactly(turn, item);
    }

    @Test
    void stepFromACacheHasNoAttempt() {
        StepOutcome outcome = new StepOutcome(List.of(value("7")), List.of(), true);
        commit(
                runs("order-1"),
                new StepEvent.Completed(step(STEP), 0, outcome, StepEffects.NONE, store.now(), store.now()));

        assertThat(recorded("order-1", STEP).attempt()).isZero();
        assertThat(recorded("order-1", STEP).outcome()).matches(kept -> kept != null && kept.cached());
        assertThat(store.attempts("order-1")).isEmpty();
    }

    @Test
    void attemptThatWasNotRecordedWhenItBeganIsRecordedAtItsEnd() {
        commit(runs("order-1"), completed("a", 1, "x"), failed("b", 1, Verdict.FAIL));

        assertThat(attempt("order-1", "a", 1).status()).isEqualTo(AttemptStatus.COMPLETED);
        assertThat(attempt("order-1", "b", 1).status()).isEqualTo(AttemptStatus.FAILED);
    }

    @Test
    void stepThatIsTriedAgainStaysOpen() {
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1));
        StepEvent.Failed failed = (StepEvent.Failed) failed(STEP, 1, Verdict.RETRY);
        commit(lease, failed);

        assertThat(recorded("order-1", STEP).status()).isEqualTo(StepStatus.OPEN);
        assertThat(recorded("order-1", STEP).error()).isNull();
        Attempt attempt = attempt("order-1", STEP, 1);
        assertThat(attempt.status()).isEqualTo(AttemptStatus.FAILED);
        assertThat(attempt.verdict()).isEqualTo(Verdict.RETRY);
        assertThat(attempt.notBefore()).isEqualTo(failed.notBefore());
        assertThat(attempt.error()).isEqualTo(new StepError("java.io.IOException", "no route"));
    }

    @Test
    void laterAttemptIsTheStepsLatest() {
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1));
        commit(lease, failed(STEP, 1, Verdict.RETRY));
        commit(lease, started(STEP, 2));

        assertThat(recorded("order-1", STEP).attempt()).isEqualTo(2);
        assertThat(store.attempts("order-1")).extracting(Attempt::number).containsExactly(1, 2);
        assertThat(history("order-1").attempts()).extracting(Attempt::number).containsExactly(1, 2);
    }

    @Test
    void stepFailsForGood() {
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1));
        commit(lease, failed(STEP, 1, Verdict.FAIL));

        assertThat(recorded("order-1", STEP).status()).isEqualTo(StepStatus.FAILED);
        assertThat(recorded("order-1", STEP).error()).isEqualTo(new StepError("java.io.IOException", "no route"));
        assertThat(history("order-1").attempts()).isEmpty();
    }

    @Test
    void stepOfABrokenProcessStaysOpen() {
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1));
        end(lease, Ending.of(WorkflowStatus.QUEUED, "out of memory"), failed(STEP, 1, Verdict.CRASH));

        assertThat(recorded("order-1", STEP).status()).isEqualTo(StepStatus.OPEN);
        assertThat(attempt("order-1", STEP, 1).verdict()).isEqualTo(Verdict.CRASH);
        assertThat(claimable()).containsExactly("order-1");
    }

    @Test
    void checkpointIsThereForTheNextAttempt() {
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1));
        commit(lease, saved(STEP, 1, "half"));
        commit(lease, saved(STEP, 1, "nearly"));

        assertThat(text(attempt("order-1", STEP, 1).checkpoint())).isEqualTo("nearly");
        assertThat(text(history("order-1").attempts().get(0).checkpoint())).isEqualTo("nearly");
    }

    @Test
    void checkpointOutlivesItsAttempt() {
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1), saved(STEP, 1, "half"));
        commit(lease, failed(STEP, 1, Verdict.RETRY));

        assertThat(text(attempt("order-1", STEP, 1).checkpoint())).isEqualTo("half");
    }

    @Test
    void completedWorkflowGivesItsOutputs() {
        Lease lease = runs("order-1");
        end(lease, Ending.completed(Map.of("price", value("7"))));

        Workflow workflow = found("order-1");
        assertThat(workflow.status()).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(workflow.finishedAt()).isPositive();
        assertThat(workflow.leaseUntil()).isZero();
        assertThat(workflow.owner()).isEqualTo("alice");
        assertThat(text(history("order-1").outputs().get("price"))).isEqualTo("7");
        assertThat(claimable()).isEmpty();
    }

    @Test
    void failedWorkflowTellsItsError() {
        StepError error = new StepError("java.io.IOException", "no route");
        end(runs("order-1"), Ending.failed(error));

        assertThat(status("order-1")).isEqualTo(WorkflowStatus.FAILED);
        assertThat(found("order-1").error()).isEqualTo(error);
    }

    @Test
    void parkedWorkflowTellsWhy() {
        end(runs("order-1"), Ending.parked(ParkReason.UNKNOWN_EFFECT, "charge"));

        Workflow workflow = found("order-1");
        assertThat(workflow.status()).isEqualTo(WorkflowStatus.PARKED);
        assertThat(workflow.parkReason()).isEqualTo(ParkReason.UNKNOWN_EFFECT);
        assertThat(workflow.reason()).isEqualTo("charge");
        assertThat(workflow.finishedAt()).isZero();
        assertThat(claimable()).isEmpty();
    }

    @Test
    void outcomeNeverChanges() {
        Lease lease = runs("order-1");
        commit(lease, started("done", 1), completed("done", 1, "7"));
        commit(lease, started("failed", 1), failed("failed", 1, Verdict.FAIL));

        for (String step : List.of("done", "failed")) {
            refuses(lease, started(step, 2));
            refuses(lease, completed(step, 1, "8"));
            refuses(lease, failed(step, 1, Verdict.RETRY));
            refuses(lease, asked(step, 1));
            refuses(lease, saved(step, 1, "half"));
        }
        assertThat(firstValue(recorded("order-1", "done"))).isEqualTo("7");
        assertThat(recorded("order-1", "failed").status()).isEqualTo(StepStatus.FAILED);
    }

    @Test
    void outcomeDoesNotChangeInsideATransitionEither() {
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1));

        refuses(lease, completed(STEP, 1, "7"), completed(STEP, 1, "8"));
        assertThat(recorded("order-1", STEP).status()).isEqualTo(StepStatus.OPEN);
    }

    @Test
    void attemptBeginsOnce() {
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1));

        refuses(lease, started(STEP, 1));
    }

    @Test
    void attemptThatIsOverDoesNotTakeThePlaceOfALaterOne() {
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1));
        commit(lease, failed(STEP, 1, Verdict.RETRY), started(STEP, 2));

        refuses(lease, failed(STEP, 1, Verdict.RETRY));
        refuses(lease, failed(STEP, 1, Verdict.FAIL));
        refuses(lease, completed(STEP, 1, "7"));
        refuses(lease, asked(STEP, 1));
        assertThat(recorded("order-1", STEP).attempt()).isEqualTo(2);
        commit(lease, completed(STEP, 0, "from a cache"));

        assertThat(firstValue(recorded("order-1", STEP))).isEqualTo("from a cache");
    }

    @Test
    void refusedTransitionLeavesNothing() {
        Lease lease = runs("order-1");
        commit(lease, started("done", 1), completed("done", 1, "7"));
        int lines = journal("order-1").size();

        refuses(lease, started("a", 1), completed("a", 1, "x"), started("b", 1), completed("done", 1, "8"));

        assertThat(history("order-1").steps())
                .extracting(step -> step.id().key())
                .containsExactly("done");
        assertThat(store.attempts("order-1")).hasSize(1);
        assertThat(journal("order-1")).hasSize(lines);
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.RUNNING);
    }

    @Test
    void refusedTransitionCreatesNoWorkflow() {
        Lease lease = new Lease("order-1", 1);
        List<StepEvent> events = List.of(completed(STEP, 1, "7"), completed(STEP, 1, "8"));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() ->
                        store.commit(new Transition(lease, ALICE, Durability.SYNC, workflow("order-1"), events, null)));
        assertThat(store.find("order-1")).isEmpty();
    }

    @Test
    void journalHasALineForEachEventWithoutAGap() {
        Lease lease = runs("order-1");
        commit(lease, started("a", 1));
        commit(lease, failed("a", 1, Verdict.RETRY));
        commit(lease, started("a", 2), saved("a", 2, "half"));
        commit(lease, completed("a", 2, "x"), started("b", 1));
        commit(lease, failed("b", 1, Verdict.FAIL));
        commit(lease, started("c", 1), asked("c", 1));
        end(lease, Ending.failed(new StepError("java.io.IOException", "no route")));

        List<JournalEntry> lines = journal("order-1");
        assertThat(lines)
                .extracting(JournalEntry::type)
                .containsSubsequence(
                        "CREATED",
                        "STARTED",
                        "RETRY",
                        "STARTED",
                        "SAVED",
                        "COMPLETED",
                        "STARTED",
                        "FAILED",
                        "STARTED",
                        "ASKED",
                        "FAILED");
        assertThat(lines)
                .extracting(JournalEntry::number)
                .startsWith(1L)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(lines.get(lines.size() - 1).number()).isEqualTo(lines.size());
        assertThat(lines)
                .filteredOn(line -> line.type().equals("RETRY"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.step()).isEqualTo("a");
                    assertThat(line.attempt()).isEqualTo(1);
                    assertThat(line.epoch()).isEqualTo(1);
                });
    }

    @Test
    void watcherReadsTheJournalBehindWhatItKnows() {
        Lease lease = runs("order-1");
        commit(lease, started("a", 1));
        List<JournalEntry> all = journal("order-1");
        commit(lease, completed("a", 1, "x"), started("b", 1));

        List<JournalEntry> news = store.journal("order-1", all.size(), 100);
        assertThat(news).extracting(JournalEntry::type).containsExactly("COMPLETED", "STARTED");
        assertThat(store.journal("order-1", all.size(), 1)).hasSize(1);
        assertThat(store.journal("order-1", all.size() + 2L, 100)).isEmpty();
    }

    private void refuses(Lease lease, StepEvent... events) {
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> commit(lease, events));
    }
}
