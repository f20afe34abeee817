package dev.hypergraph4j.runtime.durable;

import dev.hypergraph4j.internal.Message;
import java.io.Serial;

/** Somebody else has claimed the workflow since: this worker can't record anything for it any more, and what it did last is not recorded. */
public final class LeaseLostException extends StoreException {
    @Serial
    private static final long serialVersionUID = 1;

    /** The lease is not good any more. */
    public LeaseLostException(Lease lease) {
        super(
                Message.of(
                                "LeaseLost",
                                "Workflow '" + lease.workflow()
                                        + "' was claimed by another worker, which goes on with it.")
                        .fact("epoch", String.valueOf(lease.epoch()), "of the claim that was lost")
                        .fix("give workers a longer lease, if this one was only slow")
                        .text(),
                null);
    }
}
