package dev.hypergraph4j.runtime.plan;

/**
 * Nodes that form a cycle, or several that are tied together. They are numbered next to each other, in the order in which one turn of the cycle
 * looks at them.
 *
 * @param index its place among the regions of the plan
 * @param from the first node
 * @param to the node behind the last one
 * @param maxIterations how often it may turn
 */
public record Region(int index, int from, int to, int maxIterations) {

    /** How many nodes there are. */
    public int size() {
        return to - from;
    }

    /** Whether {@code node} is one of them. */
    public boolean contains(int node) {
        return from <= node && node < to;
    }
}
