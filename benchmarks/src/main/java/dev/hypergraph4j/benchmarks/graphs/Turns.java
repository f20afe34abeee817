package dev.hypergraph4j.benchmarks.graphs;

import dev.hypergraph4j.Gate;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.IfElse;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Seed;

/** A cycle of three trivial nodes, one of which is a gate. */
@Graph(maxIterations = Integer.MAX_VALUE)
public final class Turns {

    /** Counts a turn. */
    @Node(outputName = "turn")
    public static int count(@Seed int turn) {
        return turn + 1;
    }

    /** Does what {@link Line#twice} does. */
    @Node(outputName = "doubled")
    public static int twice(int turn) {
        return 2 * turn;
    }

    /** Turns until there were as many turns as wanted. */
    @IfElse(whenTrue = "count", whenFalse = Gate.END)
    public static boolean goesOn(int doubled, int wanted) {
        return doubled < 2 * wanted;
    }
}
