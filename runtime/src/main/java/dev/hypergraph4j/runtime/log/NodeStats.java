package dev.hypergraph4j.runtime.log;

import dev.hypergraph4j.runtime.plan.Durations;
import dev.hypergraph4j.runtime.plan.Executions;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often a node was executed, and how long it worked. Immutable and thread-safe.
 *
 * <p>Percentiles are by nearest rank: {@code p95} is the shortest time that at least 95 % of the executions did not exceed. All durations are
 * zero where {@code count} is. Over the items of a map, or the turns of a long loop, percentiles come from a histogram and may be up to 6 % too long.
 *
 * @param count how often it ended, well or not
 * @param total the sum of all working times
 * @param min the shortest working time
 * @param avg the mean working time
 * @param p50 the median working time
 * @param p95 the working time that 95 % did not exceed
 * @param max the longest working time
 * @param errors how often it failed
 * @param cached how often its outcome came from a cache
 * @param replayed how often its outcome was one from before a resume
 * @param retries how often it was tried again after a failed attempt
 */
public record NodeStats(
        long count,
        Duration total,
        Duration min,
        Duration avg,
        Duration p50,
        Duration p95,
        Duration max,
        long errors,
        long cached,
        long replayed,
        long retries) {
    static final NodeStats NONE = new NodeStats(
            0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, 0, 0, 0);

    /** The figures of {@code records}, in any order, or of {@code all} executions where those are but a part of them. */
    static NodeStats of(Collection<NodeRecord> records, @Nullable Executions all) {
        NodeStats stats = of(records);
        return all == null || all.count() == stats.count
                ? stats
                : stats.over(all.durations()).with(all.cached(), all.replayed(), all.retries());
    }

    /** The same with other counts of what was cached, replayed, and tried again. */
    NodeStats with(long newCached, long newReplayed, long newRetries) {
        return new NodeStats(count, total, min, avg, p50, p95, max, errors, newCached, newReplayed, newRetries);
    }

    /** The figures of {@code durations}, of which {@code errors} are those of failures. */
    static NodeStats of(Durations durations, long errors) {
        NodeStats none =
                new NodeStats(0, NONE.total, NONE.min, NONE.avg, NONE.p50, NONE.p95, NONE.max, errors, 0, 0, 0);
        return durations.count() == 0 ? none : none.over(durations);
    }

    /** The same with other times. */
    private NodeStats over(Durations times) {
        return new NodeStats(
                times.count(),
                Duration.ofNanos(times.total()),
                Duration.ofNanos(times.min()),
                Duration.ofNanos(times.total() / times.count()),
                Duration.ofNanos(times.percentile(50)),
                Duration.ofNanos(times.percentile(95)),
                Duration.ofNanos(times.max()),
                errors,
                cached,
                replayed,
                retries);
    }

    /** The figures of {@code executions}, in any order. */
    static NodeStats of(Collection<NodeRecord> executions) {
        if (executions.isEmpty()) {
            return NONE;
        }
        List<Duration> sorted =
                executions.stream().map(NodeRecord::working).sorted().toList();
        Duration total = sorted.stream().reduce(Duration.ZERO, Duration::plus);
        return new NodeStats(
                sorted.size(),
                total,
                sorted.get(0),
                total.dividedBy(sorted.size()),
                percentile(sorted, 50),
                percentile(sorted, 95),
                sorted.get(sorted.size() - 1),
                executions.stream()
                        .filter(execution -> execution.status() == NodeStatus.FAILED)
                        .count(),
                from(Origin.CACHED, executions),
                from(Origin.REPLAYED, executions),
                executions.stream()
                        .mapToLong(execution -> Math.max(0, execution.attempts() - 1))
                        .sum());
    }

    private static Duration percentile(List<Duration> sorted, int percent) {
        long rank = ((long) sorted.size() * percent + 99) / 100;
        return sorted.get((int) rank - 1);
    }

    private static long from(Origin origin, Collection<NodeRecord> executions) {
        return executions.stream()
                .filter(execution -> execution.origin() == origin)
                .count();
    }
}
