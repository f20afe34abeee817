package dev.hypergraph4j.runtime;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.internal.Message;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A node with {@code effect = ONCE} can't be run again: its worker died in the middle of an earlier attempt, or the time of one was over, and nobody knows
 * whether that had its effect. The workflow is parked until an operator says.
 */
public final class UnknownEffectException extends HypergraphException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String workflow;
    private final String step;

    /** @param why nobody knows */
    UnknownEffectException(String workflow, String step, String why, @Nullable Throwable cause) {
        super(
                Message.of(
                                "UnknownEffect",
                                "Workflow '" + workflow + "' waits for an operator: nobody knows whether '" + step
                                        + "' had its effect.")
                        .fact("step", step, "with effect = ONCE; " + why)
                        .fix("find out, then give its outcome: workflows.settle(\"" + workflow + "\", \"" + step
                                + "\", ...)")
                        .fix("have it tried again: workflows.tryAgain(\"" + workflow + "\", \"" + step + "\")")
                        .text(),
                cause);
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
