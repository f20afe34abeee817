package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.Plan;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Who works on a run, and on how many of its nodes at once.
 *
 * @param executor the threads
 * @param maxConcurrency how many nodes of the run may be under way, where there is no {@code limit}
 * @param limit how many nodes may be under way over all the runs that share it; {@code null} where none do
 * @param hasCaller whether the thread that calls the run works too, until the run is over
 */
record Workforce(
        Executor executor, int maxConcurrency, @Nullable ConcurrencyLimit limit, boolean hasCaller) {

    /** That of a run by itself; the graphs nested in it share its limit. */
    static Workforce of(Plan plan, Executor executor, int maxConcurrency, boolean hasCaller) {
        return plan.isNesting() && maxConcurrency != Integer.MAX_VALUE
                ? new Workforce(executor, Integer.MAX_VALUE, new ConcurrencyLimit(maxConcurrency), hasCaller)
                : new Workforce(executor, maxConcurrency, null, hasCaller);
    }

    /** That of one of several runs that share {@code limit}, {@code null} where there is none. */
    static Workforce sharing(@Nullable ConcurrencyLimit limit, Executor executor) {
        return new Workforce(executor, Integer.MAX_VALUE, limit, false);
    }
}
