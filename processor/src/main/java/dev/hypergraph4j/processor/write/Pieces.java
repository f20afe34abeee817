package dev.hypergraph4j.processor.write;

import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.List;

/**
 * How the nodes of a plan are cut into methods. HotSpot never compiles a method of more than 8,000 bytecodes, and compiles small ones better: a
 * piece has at most 64 nodes and about 6,000 bytecodes. All pieces have the same size, a power of two, so that the piece of a node is a shift away.
 */
final class Pieces {
    private static final int MOST_BITS = 6;
    private static final int MOST_BYTECODES = 6_000;

    private final int nodes;
    private final int bits;

    private Pieces(int nodes, int bits) {
        this.nodes = nodes;
        this.bits = bits;
    }

    static Pieces of(List<GraphNode> plan) {
        int bits = MOST_BITS;
        while (bits > 0 && largest(plan, 1 << bits) > MOST_BYTECODES) {
            bits--;
        }
        return new Pieces(plan.size(), bits);
    }

    /** How many pieces there are. */
    int count() {
        return (nodes + size() - 1) >> bits;
    }

    /** How many nodes a piece has, but for the last. */
    int size() {
        return 1 << bits;
    }

    /** By how many bits to shift a node's number for that of its piece. */
    int bits() {
        return bits;
    }

    /** The first node of a piece. */
    int from(int piece) {
        return piece << bits;
    }

    /** The node behind the last of a piece. */
    int to(int piece) {
        return Math.min(nodes, (piece + 1) << bits);
    }

    private static int largest(List<GraphNode> plan, int size) {
        int largest = 0;
        for (int from = 0; from < plan.size(); from += size) {
            int sum = 0;
            for (GraphNode node : plan.subList(from, Math.min(plan.size(), from + size))) {
                sum += bytecodes(node);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** An upper estimate of what the call of a node takes: the call itself and its end, its arguments, its values. */
    private static int bytecodes(GraphNode node) {
        return 30 + 12 * node.takes().size() + 20 * node.gives().size();
    }
}
