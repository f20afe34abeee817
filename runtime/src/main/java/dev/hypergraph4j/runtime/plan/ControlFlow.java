package dev.hypergraph4j.runtime.plan;

import java.util.List;

/**
 * What decides in a run whether a node runs: who gives what it needs, which gates open it, and what makes it run again in a cycle. All by number;
 * worked out once for a plan.
 *
 * <p>Immutable.
 */
public final class ControlFlow {
    // Package-private: filled in by Links, and read through the accessors below in the innermost loop of runs with
    // gates and cycles.
    final int[][][] needs;
    final int[] uncertainInputs;
    final int[][] triggers;
    final boolean[][] converging;
    final int[][] gatesInto;
    final int[] firstGateEdge;
    final int[] gates;
    final int[] targets;
    final boolean[] entries;
    final boolean[] several;
    final boolean[] defaultOpen;
    final List<Region> regions;
    final int[] regionOf;

    ControlFlow(Links links) {
        this.needs = links.needs;
        this.uncertainInputs = links.uncertainInputs;
        this.triggers = links.triggers;
        this.converging = links.converging;
        this.gatesInto = links.gatesInto;
        this.firstGateEdge = links.firstGateEdge;
        this.gates = links.gates;
        this.targets = links.targets;
        this.entries = links.entries;
        this.several = links.several;
        this.defaultOpen = links.defaultOpen;
        this.regions = links.regions;
        this.regionOf = links.regionOf;
    }

    /** The cycles, in the order of the plan. */
    public List<Region> regions() {
        return regions;
    }

    /** The cycle that {@code node} is part of, by its index; -1 where it is part of none. */
    public int regionOf(int node) {
        return regionOf[node];
    }

    /**
     * What {@code node} can't do without: of the nodes in each group one has to have run. The {@link #uncertainInputs} are numbered behind the nodes, and
     * have run where the caller gave them.
     */
    public int[][] needs(int node) {
        return needs[node];
    }

    /** The slots of the shared values that the caller may give or leave out. */
    public int[] uncertainInputs() {
        return uncertainInputs;
    }

    /** The nodes whose values make {@code node} run again. */
    public int[] triggers(int node) {
        return triggers[node];
    }

    /** Whether the value of trigger {@code i} of {@code node} has to have changed for that. */
    public boolean isConverging(int node, int i) {
        return converging[node][i];
    }

    /** The edges by which gates open {@code node}. */
    public int[] gatesInto(int node) {
        return gatesInto[node];
    }

    /** How many edges lead from gates to nodes; they are numbered from 0, those of one gate one after the other. */
    public int gateEdges() {
        return gates.length;
    }

    /** The first edge of the gate {@code node}; its last is before the first one of the next node. */
    public int firstGateEdge(int node) {
        return firstGateEdge[node];
    }

    /** The gate that {@code edge} leads from. */
    public int gate(int edge) {
        return gates[edge];
    }

    /** The node that {@code edge} leads to. */
    public int target(int edge) {
        return targets[edge];
    }

    /**
     * Whether {@code edge} leads into a cycle from outside, to a node that gates of the cycle open as well: it decides whether the node runs for the
     * first time only.
     */
    public boolean isEntry(int edge) {
        return entries[edge];
    }

    /** Whether {@code edge} leads to a node that the cycle looks at before the gate. */
    public boolean isBackward(int edge) {
        int region = regionOf[gates[edge]];
        return region >= 0 && region == regionOf[targets[edge]] && targets[edge] <= gates[edge];
    }

    /** Whether the gate {@code node} may open several nodes at once. */
    public boolean isSeveral(int node) {
        return several[node];
    }

    /** Whether a target that lies before the gate {@code node} in a cycle may run before the gate has decided. */
    public boolean isDefaultOpen(int node) {
        return defaultOpen[node];
    }
}
