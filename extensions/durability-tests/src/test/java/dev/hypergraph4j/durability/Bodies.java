package dev.hypergraph4j.durability;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.durability.graphs.Receiver;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A receiver in this JVM: counts how often a method ran with each effect id. */
final class Bodies implements Receiver {
    private final Map<String, Integer> runs = new ConcurrentHashMap<>();
    private final Map<String, String> effects = new ConcurrentHashMap<>();

    @Override
    public void accept(NodeContext context, String effect) {
        effects.put(context.effectId(), effect);
        runs.merge(context.effectId(), 1, Integer::sum);
    }

    /** How often, by effect id. */
    Map<String, Integer> runs() {
        return Map.copyOf(runs);
    }

    /** How often, all together. */
    int total() {
        return runs.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What was done with this effect id; empty if nothing was. */
    Optional<String> effect(String id) {
        return Optional.ofNullable(effects.get(id));
    }
}
