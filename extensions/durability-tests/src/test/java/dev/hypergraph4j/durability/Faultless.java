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
     */
    record Outcome(Object outputs, Set<String> steps, Map<String, Long> attempts) {}

    /** Workflows are run on this store, once for each input. */
    Faultless(Checkpointer store) {
        this.store = store;
    }

    Outcome of(Numbered<?, ?> numbered) {
        String id = "faultless " + numbered.reference() + " " + numbered.number();
        return outcomes.computeIfAbsent(id, unknown -> run(numbered, unknown));
    }

    private <I, O> Outcome run(Numbered<I, O> numbered, String id) {
        O outputs = new Life<>(numbered.reference(), id, numbered.number(), new Bodies(), store).live(Way.RUN);
        Map<String, Long> attempts =
                store.attempts(id).stream().collect(Collectors.groupingBy(Attempt::step, Collectors.counting()));
        return new Outcome(outputs, Invariants.of(store, id).keys(), attempts);
    }
}
