package dev.hypergraph4j;

/** What the results of gates ({@link Route}, {@link IfElse}) share. */
public final class Gate {
    /**
     * The target that is no node: the path ends here, and the graph's other paths go on. Nodes and values can't have this name. A gate may
     * return it as text, and an enum with a constant of this name ends the path with it.
     */
    public static final String END = "END";

    private Gate() {}
}
