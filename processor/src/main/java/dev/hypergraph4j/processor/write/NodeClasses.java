package dev.hypergraph4j.processor.write;

import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.List;

/**
 * How the nodes of a large graph are spread over classes nested in its state. A class file holds at most 65,535 constants, and a node takes about
 * ten of them, so each class gets {@value #SIZE} nodes.
 *
 * @param nodes how many nodes the graph has
 */
record NodeClasses(int nodes) {
    static final int BITS = 10;
    static final int SIZE = 1 << BITS;

    static NodeClasses of(List<GraphNode> plan) {
        return new NodeClasses(plan.size());
    }

    /** Whether there are any: a graph that fits into one class is left in its state. */
    boolean areNeeded() {
        return nodes > SIZE;
    }

    int count() {
        return (nodes + SIZE - 1) >> BITS;
    }

    /** The first node of a class. */
    int from(int index) {
        return index << BITS;
    }

    /** The node behind the last of a class. */
    int to(int index) {
        return Math.min(nodes, (index + 1) << BITS);
    }

    static String name(int index) {
        return "Nodes" + index;
    }
}
