package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.cache.Cache;
import dev.hypergraph4j.runtime.cache.SingleFlight;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.plan.NodeTraits;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a runner has for the executions of nodes.
 *
 * @param limits what each of them has to pass
 * @param flights where outputs may come from; {@code null} where there is no cache
 * @param timer for what has to wait, and for what takes too long
 * @param pathAround the path of the node that a run is nested in, with a slash behind it; else empty
 * @param journal where their steps are recorded; {@code null} where they are not
 */
record ExecutionSettings(
        Limits limits,
        @Nullable SingleFlight flights,
        Timer timer,
        String pathAround,
        @Nullable JournalScope journal) {
    /** Those of a runner with nothing set. */
    static final ExecutionSettings DEFAULTS = new ExecutionSettings(Limits.NONE, null, Timer.shared(), "", null);

    ExecutionSettings with(Cache cache) {
        return new ExecutionSettings(limits, SingleFlight.over(cache), timer, pathAround, journal);
    }

    ExecutionSettings with(Collection<ProcessLimiter> limiters) {
        return new ExecutionSettings(limits.and(limiters), flights, timer, pathAround, journal);
    }

    ExecutionSettings with(Timer otherTimer) {
        return new ExecutionSettings(limits, flights, otherTimer, pathAround, journal);
    }

    /** Those for a run with {@code options}. */
    ExecutionSettings of(RunOptions options) {
        return options.usesCache() || flights == null
                ? this
                : new ExecutionSettings(limits, null, timer, pathAround, journal);
    }

    /** Ends attempts that take too long. */
    AttemptTimeouts timeouts() {
        return timer == Timer.shared() ? AttemptTimeouts.shared() : new AttemptTimeouts(timer, Threads.shared());
    }

    /** These, for a graph that is nested in one with {@code outer} settings: its nodes pass the limiters of both. */
    ExecutionSettings within(ExecutionSettings outer) {
        return new ExecutionSettings(limits.and(outer.limits), flights, timer, outer.pathAround, outer.journal);
    }

    /** These, for the graph that {@code node} is, in a turn of the node's cycle. */
    ExecutionSettings in(NodeDefinition node, int iteration) {
        JournalScope inner = journal == null ? null : journal.in(node, iteration);
        return new ExecutionSettings(limits, flights, timer, pathAround + node.name() + "/", inner);
    }

    /** These, with the steps recorded in {@code scope}. */
    ExecutionSettings with(JournalScope scope) {
        return new ExecutionSettings(limits, flights, timer, pathAround, scope);
    }

    /** These, for the items of a map. */
    ExecutionSettings ofMap() {
        return journal == null ? this : with(journal.ofMap());
    }

    /** These, which are those of a map, for its next item. */
    ExecutionSettings ofItem(PreparedRun<?> item) {
        return journal == null ? this : with(journal.ofItem(item));
    }

    /** Whether {@code node} takes more than a call of its method. */
    boolean concern(Plan plan, int node) {
        if (plan.isNested(node)) {
            return false;
        }
        NodeTraits traits = plan.traits(node);
        return journal != null || traits.isGuarded() || (traits.cached() && flights != null) || !limits.isEmpty();
    }
}
