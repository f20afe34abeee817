package dev.hypergraph4j.runtime;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.internal.Message;
import java.io.Serial;

/**
 * A node with {@code effect = ONCE} can't be run: its worker died in the middle of an earlier attempt, and nobody knows whether that had its effect.
 * The workflow is parked until an operator says.
 */
public final class UnknownEffectException extends HypergraphException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String workflow;
    private final String step;

    UnknownEffectException(String workflow, String step) {
        super(
                Message.of(
                                "UnknownEffect",
                                "Workflow '" + workflow + "' waits for an operator: nobody knows whether '" + step
                                        + "' had its effect.")
                        .fact("step", step, "with effect = ONCE; its worker died in the middle of it")
                        .fix("find out, then give its outcome: workflows.settle(\"" + workflow + "\", \"" + step
                                + "\", ...)")
                        .fix("have it tried again: workflows.tryAgain(\"" + workflow + "\", \"" + step + "\")")
                        .text(),
                null);
        this.workflow = workflow;
        this.step = step;
    }

    /** The workflow that is parked. */
    public String workflow() {
        return workflow;
    }

    /** The key of the step. */
    public String step() {
        return step;
    }
}
