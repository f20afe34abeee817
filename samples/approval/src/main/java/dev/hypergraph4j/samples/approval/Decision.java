package dev.hypergraph4j.samples.approval;

import dev.hypergraph4j.Target;

/** What the head of a department says to an order, and where that leads in {@link Purchase}. */
public enum Decision {
    /** It is paid. */
    @Target("pay")
    APPROVE,
    /** It is not. */
    @Target("reject")
    REJECT
}
