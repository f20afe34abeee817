package dev.hypergraph4j.durability;

import dev.hypergraph4j.durability.Life.Way;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What workflows come to whose processes live. */
final class Faultless {
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
            Map<String, Long> attempts,
            Map<String, Integer> bodies,
            Map<String, Object> messages) {}

    /** Workflows are run on this store, once for each input. */
    Faultless(Checkpointer store) {
        this.store = store;
    }

    Outcome of(Numbered<?, ?> numbered) {
        String id = "faultless " + numbered.reference() + " " + numbered.number();
        return outcomes.computeIfAbsent(id, unknown -> run(numbered, unknown));
    }

    private <I, O> Outcome run(Numbered<I, O> numbered, String id) {
        Bodies bodies = new Bodies();
        O outputs = new Life<>(numbered.reference(), id, numbered.number(), bodies, store).live(Way.RUN);
        Map<String, Long> attempts =
                store.attempts(id).stream().collect(Collectors.groupingBy(Attempt::step, Collectors.counting()));
        Family family = Family.of(store, id);
        return new Outcome(
                outputs,
                family.steps(),
                attempts,
                family.byStep(bodies.runs()),
                Sent.delivered(store).onlyBy(id));
    }
}
