package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.durable.StepWork;
import dev.hypergraph4j.runtime.durable.StepWorkException;
import dev.hypergraph4j.runtime.durable.Verdict;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes true with the completion of a step becomes true with it, or not at all. */
abstract class EffectsContract extends ContractTest {

    EffectsContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void workIsDoneInTheTransitionOfItsStep() {
        AtomicInteger done = new AtomicInteger();
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1));
        commit(lease, completed(STEP, 1, "7", work(done::incrementAndGet, done::incrementAndGet)));

        assertThat(done).hasValue(2);
        assertThat(recorded("order-1", STEP).status()).isEqualTo(StepStatus.COMPLETED);
    }

    @Test
    void failingWorkLeavesNothing() {
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1));
        IllegalStateException failure = new IllegalStateException("no such account");
        StepEffects failing = new StepEffects(
                List.of(message(0)),
                List.of(child("child", "order-1")),
                work(() -> {
                            throw failure;
                        })
                        .work());

        assertThatExceptionOfType(StepWorkException.class)
                .isThrownBy(() -> commit(
                        lease, started("other", 1), completed("other", 1, "x"), completed(STEP, 1, "7", failing)))
                .satisfies(thrown -> assertThat(thrown.step()).isEqualTo(STEP))
                .withCause(failure);
        assertThat(history("order-1").steps())
                .singleElement()
                .satisfies(step -> assertThat(step.status()).isEqualTo(StepStatus.OPEN));
        assertThat(store.outbox(10)).isEmpty();
        assertThat(store.find("child")).isEmpty();
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.RUNNING);
    }

    @Test
    void stepCanFailAfterItsWorkHasFailed() {
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1));
        StepEffects failing = work(() -> {
            throw new IllegalStateException("no such account");
        });
        assertThatExceptionOfType(StepWorkException.class)
                .isThrownBy(() -> commit(lease, completed(STEP, 1, "7", failing)));

        commit(lease, failed(STEP, 1, Verdict.FAIL));

        assertThat(recorded("order-1", STEP).status()).isEqualTo(StepStatus.FAILED);
    }

    @Test
    void workOnAResourceThatTheStoreDoesNotHaveFails() {
        Lease lease = runs("order-1");
        commit(lease, started(STEP, 1));
        StepEffects foreign =
                new StepEffects(List.of(), List.of(), List.of(new StepWork<>(Thread.class, Thread::interrupt)));

        assertThatExceptionOfType(StepWorkException.class)
                .isThrownBy(() -> commit(lease, completed(STEP, 1, "7", foreign)));
    }

    @Test
    void workOfAFencedStepIsNotDone() {
        AtomicInteger done = new AtomicInteger();
        Lease lease = runs("order-1", DEAD);
        claimed("order-1", BOB);

        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() -> commit(lease, completed(STEP, 1, "7", work(done::incrementAndGet))));
        assertThat(done).hasValue(0);
    }

    private static StepEffects work(Runnable... works) {
        List<StepWork<?>> all = new ArrayList<>();
        for (Runnable work : works) {
            all.add(new StepWork<>(Object.class, resource -> work.run()));
        }
        return new StepEffects(List.of(), List.of(), all);
    }

    private OutboxMessage message(int ordinal) {
        return new OutboxMessage("order-1/quote/" + ordinal, "order-1", STEP, ordinal, "mail", value("hello"), 0);
    }
}
