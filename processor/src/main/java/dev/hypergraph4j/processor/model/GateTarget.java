package dev.hypergraph4j.processor.model;

import dev.hypergraph4j.Gate;

/**
 * Where a choice of a gate leads.
 *
 * @param choice the choice: the name of an enum's constant, a text, {@code true} or {@code false}
 * @param node the node that it opens, or {@code END}
 * @param site the annotation value, or the method where an enum's constant says it
 */
public record GateTarget(String choice, String node, Site site) {

    /** Whether it opens no node. */
    public boolean isEnd() {
        return node.equals(Gate.END);
    }
}
