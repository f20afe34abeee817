package dev.hypergraph4j.runtime.durable;

import dev.hypergraph4j.internal.Message;
import java.io.Serial;

/** What a node wanted done in the transaction that records its step has failed, so that neither is done. The attempt has failed with the cause. */
public final class StepWorkException extends StoreException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String step;

    /**
     * The work of a step has failed.
     *
     * @param step the key of the step
     * @param cause what the work threw
     */
    public StepWorkException(String step, Throwable cause) {
        super(
                Message.of(
                                "StepWorkFailed",
                                "The work of step '" + step + "' inside its transaction failed: " + cause.getMessage())
                        .fix("see the cause: nothing of the step is recorded")
                        .text(),
                cause);
        this.step = step;
    }

    /** The key of the step. */
    public String step() {
        return step;
    }
}
