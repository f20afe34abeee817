package dev.hypergraph4j.runtime;

import java.io.Serial;

/** Leads from a node's question that has no answer out of the node's code to the runner. Nobody else sees it. */
class PauseSignal extends Error {
    @Serial
    private static final long serialVersionUID = 1;

    PauseSignal() {
        super("This node waits for an answer.", null, false, false);
    }
}
