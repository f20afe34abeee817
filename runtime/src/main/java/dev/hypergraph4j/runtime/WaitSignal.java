package dev.hypergraph4j.runtime;

import java.io.Serial;

/** Leads from a node that waits for a workflow which it, or a node before it, has spawned, out of the node's code to the runner. */
final class WaitSignal extends PauseSignal {
    @Serial
    private static final long serialVersionUID = 1;
}
