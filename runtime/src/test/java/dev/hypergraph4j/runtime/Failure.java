package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.Sketch.Loop;
import dev.hypergraph4j.runtime.Sketch.Node;
import java.util.List;

/**
 * What must fail in a run: a node, or a cycle that does not end.
 *
 * @param text where, seen from the graph that was run: names of nodes separated by {@code /}
 * @param item for which item of the innermost map; -1 if for none
 * @param ways all that the run may tell instead; which of them is a matter of chance, where the first failure ends the rest
 */
record Failure(String text, int item, List<Failure> ways) {
    private static final int NONE = -1;

    static Failure of(Node node, int turn) {
        return new Failure(node.name() + " in " + turn, NONE, List.of());
    }

    static Failure of(Loop loop) {
        return new Failure("endless from n" + loop.from(), NONE, List.of());
    }

    /** One of {@code ways}, of the items that {@code node} is mapped over. */
    static Failure any(Node node, List<Failure> ways) {
        return new Failure(node.name() + "/any", NONE, ways);
    }

    /** As the graph around this one tells it, where it is {@code node}. */
    Failure within(Node node) {
        return new Failure(
                node.name() + "/" + text,
                item,
                ways.stream().map(way -> way.within(node)).toList());
    }

    Failure forItem(int number) {
        boolean isOfNode = ways.isEmpty() && !text.contains("endless");
        return new Failure(
                text,
                isOfNode && item == NONE ? number : item,
                ways.stream().map(way -> way.forItem(number)).toList());
    }

    @Override
    public String toString() {
        return item == NONE ? text : text + " for " + item;
    }
}
