package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A workflow that has completed and those that it spawned, which have too. Steps are known by their keys; those of a child, with that of its parent before. */
final class Family {
    private final Set<String> ids = new HashSet<>();
    private final Set<String> steps = new HashSet<>();
    private final Map<String, String> stepByEffect = new HashMap<>();
    private final Map<String, Long> claims = new HashMap<>();
    private final Map<String, List<Attempt>> attempts = new HashMap<>();

    private Family() {}

    /** Checks the invariants of all of them. */
    static Family of(Checkpointer store, String id) {
        Family family = new Family();
        family.add(store, id, "");
        for (Workflow child : store.descendants(id)) {
            family.add(store, child.id(), child.id().substring(id.length() + 1) + " ");
        }
        return family;
    }

    private void add(Checkpointer store, String id, String prefix) {
        Invariants invariants = Invariants.of(store, id);
        assertThat(invariants.workflow().status()).as(id).isEqualTo(WorkflowStatus.COMPLETED);
        ids.add(id);
        claims.put(prefix, invariants.claims());
        invariants.keys().forEach(key -> steps.add(prefix + key));
        invariants
                .attempts()
                .forEach(attempt -> attempts.computeIfAbsent(prefix + attempt.step(), step -> new ArrayList<>())
                        .add(attempt));
        invariants.stepByEffect().forEach((effect, step) -> stepByEffect.put(effect, prefix + step));
    }

    Set<String> ids() {
        return ids;
    }

    /** How often workers have claimed each of them. */
    Map<String, Long> claims() {
        return claims;
    }

    Set<String> steps() {
        return steps;
    }

    /** The attempts at each step. */
    Map<String, List<Attempt>> attempts() {
        return attempts;
    }

    /** How often workers have claimed the one that a step is of. */
    long claims(String step) {
        return claims.get(step.substring(0, step.indexOf(' ') + 1));
    }

    /** Numbers by step that were counted by effect id; those of nobody's effects, at "none". */
    Map<String, Integer> byStep(Map<String, Integer> byEffect) {
        Map<String, Integer> counts = new HashMap<>();
        byEffect.forEach(
                (effect, count) -> counts.merge(stepByEffect.getOrDefault(effect, "none"), count, Integer::sum));
        return counts;
    }

    /** The same, of those effects that are theirs. */
    Map<String, Integer> rows(Map<String, Integer> byEffect) {
        Map<String, Integer> own = new HashMap<>(byEffect);
        own.keySet().retainAll(stepByEffect.keySet());
        return byStep(own);
    }
}
