package dev.hypergraph4j.runtime.definition;

import java.util.List;

/**
 * What decides whether and when a node runs, beside the values that it takes.
 *
 * @param targets of a gate the nodes that it may open, in a fixed order; empty for other nodes
 * @param several whether the gate may open several of them at once
 * @param defaultOpen whether a target that lies before the gate in a cycle may run before the gate decides for the first time
 * @param emits signals that it gives when it has ended
 * @param waitsFor signals and values that it waits for
 * @param after nodes that give a shared value before it reads that value
 * @param seeds values that it takes from the caller the first time, and then from the cycle that it is part of
 * @param converging those of the seeds that make the cycle turn only where they change
 * @param asks whether it asks a question, whose answer is its output
 * @param answers of a question whose answer decides by itself where the run goes on: what it may be; empty where that is not known
 */
public record NodeControl(
        List<String> targets,
        boolean several,
        boolean defaultOpen,
        List<String> emits,
        List<String> waitsFor,
        List<String> after,
        List<String> seeds,
        List<String> converging,
        boolean asks,
        List<String> answers) {
    /** Nothing but the values. */
    public static final NodeControl NONE = new NodeControl(
            List.of(), false, false, List.of(), List.of(), List.of(), List.of(), List.of(), false, List.of());

    /** Copies the lists. */
    public NodeControl {
        targets = List.copyOf(targets);
        emits = List.copyOf(emits);
        waitsFor = List.copyOf(waitsFor);
        after = List.copyOf(after);
        seeds = List.copyOf(seeds);
        converging = List.copyOf(converging);
        answers = List.copyOf(answers);
    }

    /** Whether the node is a gate. */
    public boolean isGate() {
        return !targets.isEmpty();
    }
}
