package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.RetryPolicy;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A failure that passes: the attempt does not count as an execution of its node. */
final class Flaw extends IOException {
    static final long HOUR_MILLIS = 3_600_000;
    static final RetryPolicy HOURLY = new RetryPolicy(
            Integer.MAX_VALUE, List.of(Flaw.class), HOUR_MILLIS * 1_000_000, 1, Long.MAX_VALUE, 0, Long.MAX_VALUE);

    private static final long serialVersionUID = 1;

    /** Throws one, if there is to be one. */
    static void strike(BooleanSupplier strikes) throws Flaw {
        if (strikes.getAsBoolean()) {
            throw new Flaw();
        }
    }
}
