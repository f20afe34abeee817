package dev.hypergraph4j.runtime.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.ErrorHandling;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is said of this store alone; the rest is in {@code CheckpointerContract}. */
class MemoryCheckpointerTest {
    private static final Claimant ALICE = new Claimant("alice", Duration.ofHours(1), 3);
    private static final StepId STEP = new StepId("quote", "quote", 0, null, "");

    private final MemoryCheckpointer store = MemoryCheckpointer.create();

    @Test
    void workIsDoneOnTheStoreItself() {
        Lease lease = runs("order-1");
        commit(lease, new StepWork<>(MemoryCheckpointer.class, own -> own.create(workflow("other"))));

        assertThat(store.find("other")).isPresent();
    }

    @Test
    void whatFailingWorkDidToTheStoreIsTakenBack() {
        Lease lease = runs("order-1");
        store.admit(new Admission("queue", 1, null));
        StepWork<MemoryCheckpointer> works = new StepWork<>(MemoryCheckpointer.class, own -> {
            own.admit(new Admission("queue", 2, workflow("other")));
            own.cancel("order-1", "by its own step");
            own.keepHouse(Retention.FOREVER.mostFinished(0));
        });
        StepWork<MemoryCheckpointer> fails = new StepWork<>(MemoryCheckpointer.class, own -> {
            throw new IllegalStateException("no such account");
        });
        finished("finished");

        assertThatExceptionOfType(StepWorkException.class).isThrownBy(() -> commit(lease, works, fails));

        assertThat(store.find("other")).isEmpty();
        assertThat(store.cursor("queue")).hasValue(1);
        assertThat(store.find("finished")).isPresent();
        assertThat(store.find("order-1"))
                .hasValueSatisfying(
                        workflow -> assertThat(workflow.cancelRequested()).isFalse());
        assertThat(store.history("order-1").orElseThrow().steps()).isEmpty();
    }

    @Test
    void workMayGoOnAfterARefusal() {
        Lease lease = runs("order-1");
        commit(lease, new StepWork<>(MemoryCheckpointer.class, own -> {
            own.create(workflow("other"));
            assertThatExceptionOfType(WorkflowExistsException.class).isThrownBy(() -> runs("other"));
        }));

        assertThat(store.find("other")).isPresent();
        assertThat(store.history("order-1").orElseThrow().steps()).hasSize(1);
    }

    @Test
    void transactionThatEndsWithAnErrorLeavesNothing() {
        Lease lease = runs("order-1");
        StepWork<MemoryCheckpointer> broken = new StepWork<>(MemoryCheckpointer.class, own -> {
            throw new StackOverflowError();
        });

        assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> commit(lease, broken));
        assertThat(store.history("order-1").orElseThrow().steps()).isEmpty();
    }

    @Test
    void valuesAreHeldAsTheyAre() {
        Object value = new Object();

        Payload held = store.codec().encode(value, Object.class);

        assertThat(store.codec().decode(held, Object.class)).isSameAs(value);
        assertThat(store.codec().schema(Object.class)).isEqualTo("{}");
    }

    @Test
    void nullIsNoValue() {
        assertThatExceptionOfType(UnpersistableValueException.class)
                .isThrownBy(() -> store.codec().encode(null, String.class));
    }

    @Test
    void bytesAreNothingThatItHolds() {
        Payload foreign = Payload.of(new byte[] {1});

        assertThatExceptionOfType(UnpersistableValueException.class)
                .isThrownBy(() -> store.codec().decode(foreign, byte[].class));
    }

    @Test
    void clockIsTheCallers() {
        AtomicLong millis = new AtomicLong(7);
        MemoryCheckpointer onClock = MemoryCheckpointer.on(millis::get);
        onClock.create(workflow("order-1"));

        assertThat(onClock.now()).isEqualTo(7);
        assertThat(onClock.find("order-1"))
                .hasValueSatisfying(workflow -> assertThat(workflow.createdAt()).isEqualTo(7));
    }

    @Test
    void leaseForEverOverflowsNothing() {
        store.create(workflow("order-1"));
        Claimant forEver = new Claimant("alice", Duration.ofSeconds(Long.MAX_VALUE), 3);

        assertThat(store.claim("order-1", forEver, false)).isInstanceOf(Claim.Claimed.class);
        assertThat(store.claim("order-1", ALICE, false)).isInstanceOf(Claim.Taken.class);
    }

    private Lease runs(String id) {
        Lease lease = new Lease(id, 1);
        store.commit(new Transition(lease, ALICE, Durability.SYNC, workflow(id), List.of(), null));
        return lease;
    }

    private void finished(String id) {
        store.commit(new Transition(runs(id), ALICE, Durability.SYNC, null, List.of(), Ending.completed(Map.of())));
    }

    private void commit(Lease lease, StepWork<?>... works) {
        StepOutcome outcome = new StepOutcome(List.of(), List.of(), false);
        StepEffects effects = new StepEffects(List.of(), List.of(), List.of(works));
        StepEvent completed = new StepEvent.Completed(STEP, 1, outcome, effects, 0, 0);
        store.commit(new Transition(lease, ALICE, Durability.SYNC, null, List.of(completed), null));
    }

    private static NewWorkflow workflow(String id) {
        return new NewWorkflow(
                id,
                new GraphVersion("ordering", "", ""),
                Map.of(),
                "digest",
                Durability.SYNC,
                false,
                ErrorHandling.RAISE,
                Lineage.STARTED);
    }
}
