package dev.hypergraph4j.runtime;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.internal.Message;
import java.io.Serial;

/** A graph needs something of its runner that this runner can't do. Nothing has run. */
public final class IncompatibleRunnerException extends HypergraphException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String node;
    private final RunnerCapabilities.Capability capability;

    IncompatibleRunnerException(
            String runner, String graph, String node, RunnerCapabilities.Capability capability, String mend) {
        super(
                Message.of(
                                "IncompatibleRunner",
                                "Node '" + node + "' of '" + graph + "' needs " + capability.display() + ", which "
                                        + runner + " does not have.")
                        .fix(mend)
                        .text(),
                null);
        this.node = node;
        this.capability = capability;
    }

    /** The node that needs it. */
    public String node() {
        return node;
    }

    /** What it needs. */
    public RunnerCapabilities.Capability capability() {
        return capability;
    }
}
