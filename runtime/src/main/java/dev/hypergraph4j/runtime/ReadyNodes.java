package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.Trace;

/**
 * The nodes of a run that wait for a thread and, where not all may run at once, for a place, in the order in which they became ready.
 *
 * <p>Not thread-safe: guarded by the lock of the {@link Coordination}.
 */
final class ReadyNodes {
    private final Trace trace;

    // The nodes, from `first` on, in a ring; each node is in here once at most.
    private final int[] nodes;
    private int first;
    private int count;

    private boolean closed;

    /** @param most how many nodes may ever be ready at once */
    ReadyNodes(Trace trace, int most) {
        this.trace = trace;
        this.nodes = new int[most];
    }

    /** {@code node} is ready. In a closed run, what would be ready stays open: unless there is none, the run was cut short. */
    void add(int node, long nanos) {
        if (closed) {
            return;
        }
        trace.ready(node, nanos);
        addAgain(node);
    }

    /** {@code node}, which was ready before and was taken, is to be given a place again. */
    void addAgain(int node) {
        int end = first + count;
        nodes[end >= nodes.length ? end - nodes.length : end] = node;
        count++;
    }

    /** Takes the node that has been ready for longest; there is one. */
    int take() {
        int node = nodes[first];
        first = first + 1 == nodes.length ? 0 : first + 1;
        count--;
        return node;
    }

    int count() {
        return count;
    }

    /** Nothing more becomes ready, and what is ready does not run. */
    void close() {
        closed = true;
        count = 0;
    }

    boolean isClosed() {
        return closed;
    }
}
