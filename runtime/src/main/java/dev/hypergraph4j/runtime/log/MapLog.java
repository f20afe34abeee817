package dev.hypergraph4j.runtime.log;

import dev.hypergraph4j.runtime.plan.Durations;
import dev.hypergraph4j.runtime.plan.Executions;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Slice;
import dev.hypergraph4j.runtime.plan.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the runs of a map did, added up: how many items there were, how long it took, and for each node how often it ran and for how long. It needs
 * memory for the nodes of the graph, not for the items: what one item did is in the {@link RunLog} of its result.
 *
 * <pre>{@code
 * MapResult<RagOutputs> result = rag.map(m -> m.questionEach(questions));
 * result.log().summary();                  // "50 items, 4m12s | embed: avg 200 ms | generate: avg 4.1s (p95 12.3s)"
 * result.log().stats("generate").errors(); // how often it failed
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class MapLog {
    /** How many errors are kept; the others are counted. */
    public static final int MOST_ERRORS = 100;

    private final Plan plan;
    private final long items;
    private final Instant began;
    private final Duration duration;
    private final Map<String, NodeStats> stats;
    private final long errorCount;
    private final List<ItemError> errors;

    private MapLog(Collector collected, long now) {
        this.plan = collected.plan;
        this.items = collected.items;
        this.duration = Duration.ofNanos(now - collected.began);
        this.began = Instant.now().minusNanos(System.nanoTime() - collected.began);
        this.stats = Collections.unmodifiableMap(collected.stats());
        this.errorCount = collected.errorCount;
        this.errors = List.copyOf(collected.errors);
    }

    /** How many items started. */
    public long items() {
        return items;
    }

    /** When the map began. */
    public Instant began() {
        return began;
    }

    /** How long the map took; of one that goes on, how long it has taken so far. */
    public Duration duration() {
        return duration;
    }

    /** How often each node ended and how long it worked, over all items, by node, in the order of the plan; without nodes that never ended. */
    public Map<String, NodeStats> nodeStats() {
        return stats;
    }

    /**
     * How often {@code node} ended and how long it worked, over all items; all zero for a node of the graph that did not end.
     *
     * @throws IllegalArgumentException if the graph has no such node; the message says which was probably meant
     */
    public NodeStats stats(String node) {
        plan.definition().indexOf(node);
        return stats.getOrDefault(node, NodeStats.NONE);
    }

    /** How many executions of nodes failed, and how many runs by themselves. */
    public long errorCount() {
        return errorCount;
    }

    /** The nodes that failed, by item: the first {@value #MOST_ERRORS}. */
    public List<ItemError> errors() {
        return errors;
    }

    /**
     * The map in one line: {@code 50 items, 4m12s, 2 errors | embed: avg 200 ms | generate: avg 4.1s (p95 12.3s)}. Of many nodes it shows the five
     * that worked longest, and of those whose time varies much the 95th percentile.
     */
    public String summary() {
        return new MapSummary(this).text();
    }

    /**
     * The log for programs: maps with text keys, lists, texts and numbers, all unmodifiable. At the top stand {@code graph}, {@code version},
     * {@code began}, {@code durationNanos}, {@code items}, {@code errors} (their number), {@code firstErrors}, a list of maps of {@code item},
     * {@code node}, {@code type} and {@code message}, and {@code nodes}, a map by node of the components of {@link NodeStats}, durations in
     * nanoseconds as {@code totalNanos} and so on. Instants are in ISO 8601.
     */
    public Map<String, Object> toMap() {
        return new LogMap(false).of(this, plan.definition());
    }

    /** {@link #toMap()} as JSON, on one line. */
    public String toJson() {
        return new JsonWriter().write(toMap()).toString();
    }

    /** The {@link #summary()}. */
    @Override
    public String toString() {
        return summary();
    }

    /** Adds up what runs noted, for runners. Not thread-safe. */
    public static final class Collector {
        private final Plan plan;
        private final long began = System.nanoTime();
        private final Durations[] times;
        private final long[] failures;
        private final long[] cached;
        private final long[] replayed;
        private final long[] retries;
        private final List<ItemError> errors = new ArrayList<>();
        private long items;
        private long errorCount;

        /** Nothing yet; the map begins now. */
        public Collector(Plan plan) {
            this.plan = plan;
            this.times = new Durations[plan.size()];
            this.failures = new long[plan.size()];
            this.cached = new long[plan.size()];
            this.replayed = new long[plan.size()];
            this.retries = new long[plan.size()];
            Arrays.setAll(times, node -> new Durations());
        }

        /** Adds what the run of {@code item} noted. It is over. */
        public void add(long item, Slice<?> slice, Trace trace) {
            items++;
            long previousEnd = trace.began();
            for (int range = 0; range < slice.ranges(); range++) {
                for (int node = slice.from(range); node < slice.to(range); node++) {
                    Executions executions = trace.executions(node);
                    if (executions != null) {
                        times[node].addAll(executions.durations());
                        cached[node] += executions.cached();
                        replayed[node] += executions.replayed();
                        retries[node] += executions.retries();
                    } else if (trace.hasEnded(node)) {
                        long start = trace.start(node) == 0 ? previousEnd : trace.start(node);
                        times[node].add(Math.max(0, trace.end(node) - start));
                        cached[node] += trace.attempts(node) == 0 ? 1 : 0;
                        replayed[node] += trace.attempts(node) == Trace.REPLAYED ? 1 : 0;
                        retries[node] += Math.max(0, trace.attempts(node) - 1);
                    }
                    previousEnd = trace.hasEnded(node) ? trace.end(node) : previousEnd;
                }
            }
            trace.failures().forEach(failure -> addError(item, failure));
        }

        /** The log of what was added until now. */
        public MapLog log() {
            return new MapLog(this, System.nanoTime());
        }

        private void addError(long item, Trace.Failure failure) {
            errorCount++;
            boolean isOfNode = failure.node() >= 0;
            if (isOfNode) {
                failures[failure.node()]++;
            }
            if (errors.size() < MOST_ERRORS) {
                String node = isOfNode ? plan.node(failure.node()).name() : "";
                errors.add(new ItemError(item, node, failure.error()));
            }
        }

        private Map<String, NodeStats> stats() {
            Map<String, NodeStats> stats = new LinkedHashMap<>();
            for (int node = 0; node < times.length; node++) {
                if (times[node].count() > 0) {
                    NodeStats ofNode = NodeStats.of(times[node], failures[node]);
                    stats.put(plan.node(node).name(), ofNode.with(cached[node], replayed[node], retries[node]));
                }
            }
            return stats;
        }
    }
}
