package dev.hypergraph4j.runtime;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.runtime.durable.StepError;
import java.io.Serial;

/** What a step of this workflow failed with before the workflow was resumed, as it was recorded: the exception itself is gone with its process. */
public final class RecordedFailureException extends HypergraphException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient StepError error;

    RecordedFailureException(String step, StepError error) {
        super("Step '" + step + "' failed before the workflow was resumed: " + error, null);
        this.error = error;
    }

    /** What was recorded of the exception. */
    public StepError error() {
        return error;
    }
}
