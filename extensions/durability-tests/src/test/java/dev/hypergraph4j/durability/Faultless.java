package dev.hypergraph4j.durability;

import dev.hypergraph4j.durability.Fragile.Dying;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.testing.ManualClock;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What workflows come to whose processes live. */
final class Faultless implements AutoCloseable {
    private final ManualClock clock = ManualClock.at(1_700_000_000_000L);
    private final Checkpointer store;
    private final Map<String, Outcome> outcomes = new HashMap<>();

    /**
     * What came of a workflow.
     *
     * @param attempts how many there were, by step
     * @param bodies how often methods ran, by step
     */
    record Outcome(
            Object outputs,
            Set<String> steps,
            Map<String, Integer> attempts,
            Map<String, Integer> bodies,
            Map<String, Object> messages) {}

    /** Workflows are run on a store in a new file, once for each input. */
    Faultless(Path file) {
        Place place = new Place(file.toString());
        this.store = place.open(clock);
        Ledger.createIn(place);
    }

    Outcome of(Numbered<?, ?> numbered) {
        String id = "faultless " + numbered.reference() + " " + numbered.number();
        return outcomes.computeIfAbsent(id, unknown -> run(numbered, unknown));
    }

    private <I, O> Outcome run(Numbered<I, O> numbered, String id) {
        Reference<I, O> reference = numbered.reference();
        Bodies bodies = new Bodies();
        Attendant attendant = new Attendant(numbered.number(), bodies, clock);
        O outputs = new Life<>(reference, id, attendant, store, Dying.NEVER)
                .live(reference.ways().get(0));
        Map<String, Integer> attempts = new HashMap<>();
        Family family = Family.of(store, id);
        family.attempts().forEach((step, all) -> attempts.put(step, all.size()));
        return new Outcome(
                outputs,
                family.steps(),
                attempts,
                family.byStep(bodies.runs()),
                Sent.delivered(store).onlyBy(id));
    }

    @Override
    public void close() {
        store.close();
    }
}
