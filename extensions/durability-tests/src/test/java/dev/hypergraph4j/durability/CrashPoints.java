package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.Fragile.Death;
import dev.hypergraph4j.durability.Fragile.Dying;
import dev.hypergraph4j.durability.Life.Way;
import dev.hypergraph4j.durability.graphs.Printing;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A graph whose processes die, on one store: each case is a workflow, which has to end as the one did whose process lived.
 *
 * @param <O> the graph's outputs
 */
final class CrashPoints<I, O> implements AutoCloseable {
    private static final int NUMBER = 4;

    private final Reference<I, O> reference;
    private final Checkpointer store;
    private final Ledger ledger;
    private final ManualClock clock = ManualClock.at(1_700_000_000_000L);
    private final Outcome<O> faultless;
    private final Set<WorkflowStatus> met = EnumSet.noneOf(WorkflowStatus.class);
    private int trials;

    /** Deaths one after the other, and the way in which all processes work. */
    record Case(Way way, List<Dying> deaths) {
        Case andThen(Dying next) {
            return new Case(way, Stream.concat(deaths.stream(), Stream.of(next)).toList());
        }
    }

    /** What came of a workflow and those that it spawned. Steps are known by their keys, and messages by their step and ordinal. */
    private record Outcome<O>(
            O outputs,
            Set<String> steps,
            Map<String, Integer> bodies,
            Map<String, Integer> rows,
            Map<String, Object> messages) {}

    CrashPoints(Reference<I, O> reference, StoreKind kind, Path folder) {
        Place place = kind.newPlace(folder);
        this.reference = reference;
        this.store = place.open(clock);
        Ledger.createIn(place);
        this.ledger = new Ledger(place);
        this.faultless = new Trial(new Case(reference.ways().get(0), List.of())).run();
    }

    /** How many calls a process makes that dies so often before it. */
    int calls(Case before) {
        Trial trial = new Trial(before);
        trial.run();
        return trial.lastCalls;
    }

    /**
     * Runs a workflow whose processes die so, and checks what became of it.
     *
     * @return whether all have: it may be over before
     */
    boolean check(Case how) {
        Trial trial = new Trial(how);
        Outcome<O> outcome = trial.run();
        assertThat(outcome.outputs()).isEqualTo(faultless.outputs());
        assertThat(outcome.steps()).isEqualTo(faultless.steps());
        assertThat(outcome.rows()).as("rows, after " + how).isEqualTo(faultless.rows());
        assertThat(outcome.messages()).isEqualTo(faultless.messages());
        faultless
                .bodies()
                .forEach((step, runs) -> assertThat(outcome.bodies().get(step))
                        .as("how often the method of " + step + " ran, after " + trial.died + " deaths")
                        .isBetween(1, step.equals(Printing.ONCE) ? 1 : runs + trial.died));
        assertThat(outcome.bodies().keySet()).isEqualTo(faultless.bodies().keySet());
        return trial.died == how.deaths().size();
    }

    /** What workflows have waited for, in all cases together. */
    Set<WorkflowStatus> met() {
        return met;
    }

    @Override
    public void close() {
        ledger.close();
        store.close();
    }

    /** One workflow and its processes. */
    private final class Trial {
        private final Case how;
        private final String id;
        private final Bodies bodies = new Bodies();
        private final Attendant attendant = new Attendant(NUMBER, bodies, clock);
        private int died;
        private int lastCalls;

        Trial(Case how) {
            this.how = how;
            this.id = ++trials + ": " + how;
        }

        Outcome<O> run() {
            for (Dying dying : how.deaths()) {
                try {
                    life(dying);
                    // It was over before that call.
                } catch (Death death) {
                    died++;
                    clock.advance(Duration.ofMinutes(1));
                }
            }
            O outputs = life(Dying.NEVER);
            met.addAll(attendant.met());
            return outcome(outputs);
        }

        private O life(Dying dying) {
            Life<I, O> life = new Life<>(reference, id, attendant, store, dying);
            try {
                return life.live(how.way());
            } finally {
                lastCalls = life.calls();
            }
        }

        private Outcome<O> outcome(O outputs) {
            Invariants invariants = Invariants.of(store, id)
                    .producersCameFirst(reference.graph().apply(bodies));
            assertThat(invariants.workflow().status()).isEqualTo(WorkflowStatus.COMPLETED);
            assertThat(store.pending()).isEmpty();
            Family family = Family.of(store, id);
            return new Outcome<>(
                    outputs,
                    family.steps(),
                    family.byStep(bodies.runs()),
                    family.rows(ledger.rows()),
                    Sent.delivered(store).onlyBy(id));
        }
    }
}
