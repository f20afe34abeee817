package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.NodeContext;

/** The world outside: each method of a node has an effect on it, under the key that it is known by. */
public interface Receiver {

    /** A node's method runs: {@code effect} is what it has done to the world. */
    void accept(NodeContext context, String effect);

    /** The same, for nodes that give what they have done. */
    default <T> T noted(NodeContext context, T value) {
        accept(context, String.valueOf(value));
        return value;
    }
}
