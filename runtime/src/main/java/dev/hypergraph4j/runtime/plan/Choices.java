package dev.hypergraph4j.runtime.plan;

import java.util.Arrays;

/**
 * What the gates of a run have chosen, and whether values that a cycle waits to settle have changed, from when a node's code says so until the runner
 * takes note of the node's end.
 *
 * <p>Not thread-safe by itself: a node's entries are written by the one thread that runs it, and read by the runner after the node has ended.
 */
public final class Choices {
    private final ControlFlow flow;
    private final boolean[] chosen;
    private final boolean[] changed;

    /** Nothing chosen yet. */
    public Choices(ControlFlow flow) {
        this.flow = flow;
        this.chosen = new boolean[flow.gateEdges()];
        this.changed = new boolean[flow.regions().isEmpty() ? 0 : flow.firstGateEdge.length];
    }

    void open(int gate, int target) {
        chosen[flow.firstGateEdge[gate] + target] = true;
    }

    void change(int node) {
        changed[node] = true;
    }

    /** Whether the gate chose its {@code target}th target. */
    boolean isChosen(int gate, int target) {
        return chosen[flow.firstGateEdge[gate] + target];
    }

    /** Forgets what {@code node} said: it has failed, and is tried again. */
    void forget(int node) {
        Arrays.fill(chosen, flow.firstGateEdge(node), flow.firstGateEdge(node + 1), false);
        if (changed.length != 0) {
            changed[node] = false;
        }
    }

    /** Whether the gate chose {@code edge}. */
    public boolean isChosen(int edge) {
        return chosen[edge];
    }

    /** Whether the gate chose {@code edge}; it is forgotten. */
    public boolean takeChosen(int edge) {
        boolean was = chosen[edge];
        chosen[edge] = false;
        return was;
    }

    /** Whether a value of {@code node} that the cycle waits to settle changed; it is forgotten. */
    public boolean takeChanged(int node) {
        boolean was = changed[node];
        changed[node] = false;
        return was;
    }
}
