package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Copy;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.NewWorkflow;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowExistsException;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A workflow is made of another one, which stays as it is. */
abstract class CopiesContract extends ContractTest {

    CopiesContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void copyTakesOverStepsWithTheirTimes() {
        source();
        Step original = recorded("source", "a");
        tick();

        store.copy(copy("fork", Set.of("a"), List.of(), Set.of()));

        Step copied = recorded("fork", "a");
        assertThat(copied.copiedFrom()).isEqualTo("source");
        assertThat(copied.status()).isEqualTo(StepStatus.COMPLETED);
        assertThat(copied.startedAt()).isEqualTo(original.startedAt());
        assertThat(copied.finishedAt()).isEqualTo(original.finishedAt());
        assertThat(copied.attempt()).isEqualTo(original.attempt());
        assertThat(firstValue(copied)).isEqualTo("value of a");
        assertThat(history("fork").steps()).hasSize(1);
        Workflow fork = found("fork");
        assertThat(fork.status()).isEqualTo(WorkflowStatus.QUEUED);
        assertThat(fork.lineage()).isEqualTo(new Lineage(Lineage.Kind.FORK, "source", "b"));
        assertThat(claimable()).containsExactly("fork");
    }

    @Test
    void sourceStaysAsItIs() {
        source();
        History before = history("source");

        store.copy(copy("fork", Set.of("a", "b"), List.of(), Set.of()));
        Lease lease = claimed("fork", ALICE).lease();
        commit(lease, started("c", 1), completed("c", 1, "x"));

        assertThat(history("source").steps()).isEqualTo(before.steps());
        assertThat(history("source").workflow()).isEqualTo(before.workflow());
    }

    @Test
    void givenStepsStandInsteadOfThoseTakenOver() {
        source();
        Step given = new Step(step("b"), StepStatus.COMPLETED, 0, outcome("given"), null, 0, store.now(), "");

        store.copy(copy("fork", Set.of("a"), List.of(given), Set.of()));

        Step kept = recorded("fork", "b");
        assertThat(kept.copiedFrom()).isEmpty();
        assertThat(firstValue(kept)).isEqualTo("given");
        assertThat(history("fork").steps()).hasSize(2);
    }

    @Test
    void stepsTakenOverKeepTheirOrderBeforeTheGivenOnesAndTheCopysOwn() {
        Lease source = runs("order");
        commit(source, started("d", 1), completed("d", 1, "x"), started("c", 1), completed("c", 1, "x"));
        Step given = new Step(step("b"), StepStatus.COMPLETED, 0, outcome("given"), null, 0, store.now(), "");
        NewWorkflow fork = workflow("fork", GRAPH, "digest", new Lineage(Lineage.Kind.FORK, "order", "a"));

        store.copy(new Copy(fork, Set.of("c", "d"), List.of(given), Set.of()));
        commit(claimed("fork", ALICE).lease(), started("a", 1));

        assertThat(history("fork").steps()).extracting(step -> step.id().key()).containsExactly("d", "c", "b", "a");
    }

    @Test
    void outcomeThatWasTakenOverNeverChanges() {
        source();
        store.copy(copy("fork", Set.of("a"), List.of(), Set.of()));
        Lease lease = claimed("fork", ALICE).lease();

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> commit(lease, started("a", 2)));
    }

    @Test
    void answeredQuestionsAreTakenOver() {
        source();

        store.copy(copy("fork", Set.of("a"), List.of(), Set.of(STEP)));

        PendingQuestion question = history("fork").questions().get(0);
        assertThat(question.workflow()).isEqualTo("fork");
        assertThat(text(question.answer())).isEqualTo("yes");
        assertThat(question.answeredBy()).isEqualTo("Ada");
        assertThat(store.pending()).isEmpty();
    }

    @Test
    void stepThatWaitsIsTakenOverWithItsAnswerAndGoesOn() {
        source();

        store.copy(copy("fork", Set.of("a", STEP), List.of(), Set.of(STEP)));

        assertThat(recorded("fork", STEP).status()).isEqualTo(StepStatus.PAUSED);
        assertThat(recorded("fork", STEP).copiedFrom()).isEqualTo("source");
        assertThat(history("fork").questions())
                .singleElement()
                .satisfies(question -> assertThat(text(question.answer())).isEqualTo("yes"));
        Lease lease = claimed("fork", ALICE).lease();
        commit(lease, completed(STEP, 1, "yes"));
        assertThat(firstValue(recorded("fork", STEP))).isEqualTo("yes");
        assertThat(recorded("fork", STEP).copiedFrom()).isEmpty();
        assertThat(store.attempts("fork"))
                .extracting(Attempt::step, Attempt::number, Attempt::status)
                .containsExactly(tuple(STEP, 1, AttemptStatus.COMPLETED));
    }

    @Test
    void stepThatWaitsIsNotTakenOverWithoutItsAnswer() {
        source();

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.copy(copy("fork", Set.of("a", STEP), List.of(), Set.of())));
        assertThat(store.find("fork")).isEmpty();
    }

    @Test
    void forkOfAForkIsMadeOfTheFork() {
        source();
        store.copy(copy("fork", Set.of("a"), List.of(), Set.of()));
        NewWorkflow second = workflow("fork of fork", GRAPH, "digest", new Lineage(Lineage.Kind.FORK, "fork", "b"));

        store.copy(new Copy(second, Set.of("a"), List.of(), Set.of()));

        assertThat(recorded("fork of fork", "a").copiedFrom()).isEqualTo("fork");
        assertThat(store.descendants("source")).extracting(Workflow::id).containsExactly("fork");
        assertThat(store.descendants("fork")).extracting(Workflow::id).containsExactly("fork of fork");
    }

    @Test
    void copyNeedsItsSource() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.copy(copy("fork", Set.of(), List.of(), Set.of())));
        assertThat(store.find("fork")).isEmpty();
    }

    @Test
    void nothingIsCopiedByHalves() {
        source();

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.copy(copy("fork", Set.of("a", "no such step"), List.of(), Set.of())));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.copy(copy("fork", Set.of("a"), List.of(), Set.of("a"))));
        assertThat(store.find("fork")).isEmpty();
    }

    @Test
    void idOfACopyMustBeNew() {
        source();
        store.copy(copy("fork", Set.of("a"), List.of(), Set.of()));

        assertThatExceptionOfType(WorkflowExistsException.class)
                .isThrownBy(() -> store.copy(copy("fork", Set.of("a"), List.of(), Set.of())));
    }

    /** A workflow that did a and b, and has a question that is answered. */
    private void source() {
        Lease lease = runs("source");
        commit(lease, started("a", 1));
        commit(lease, completed("a", 1, "value of a"), started("b", 1));
        commit(lease, completed("b", 1, "value of b"), started(STEP, 1), asked(STEP, 1));
        store.answer("source", STEP, value("yes"), "Ada");
        completes(lease);
    }

    private Copy copy(String id, Set<String> steps, List<Step> given, Set<String> answers) {
        NewWorkflow made = workflow(id, GRAPH, "digest", new Lineage(Lineage.Kind.FORK, "source", "b"));
        return new Copy(made, steps, given, answers);
    }
}
