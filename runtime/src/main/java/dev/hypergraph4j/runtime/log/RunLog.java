package dev.hypergraph4j.runtime.log;

import dev.hypergraph4j.runtime.plan.Executions;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Slice;
import dev.hypergraph4j.runtime.plan.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run did: which nodes ran, when, for how long and with what end. It is always on: a run notes raw times only, and everything here is
 * worked out from them when it is asked for, in time linear in the graph's size. Nodes that have not ended take no part.
 *
 * <pre>{@code
 * RunResult<RagOutputs> result = rag.run("What is a record?");
 * result.log().summary();                          // "3 nodes, 12 ms, 0 errors | slowest: retrieve (9 ms)"
 * result.log().timing().get("retrieve");           // how long it worked
 * System.out.println(result.log().executionTrace());
 * }</pre>
 *
 * <p>Durations are differences of {@link System#nanoTime()}. Instants are these placed on the system clock, which is read once, when the first
 * instant of this log is asked for: they are exact to each other, and as right as the system clock is then. A clock that was set, or a machine that
 * slept, between the run and that moment shifts them all alike.
 *
 * <p>The log of a cycle is bounded: of each of its nodes the first {@value Executions#KEPT} executions and the last {@value Executions#KEPT} are among the
 * {@link #steps()}, and the {@link #nodeStats()} count all of them. The percentiles of these are up to 6 % too high then.
 *
 * <p>Of the values of a run it holds those that the run was told to capture, otherwise none.
 *
 * <p>Immutable from outside and thread-safe.
 */
public final class RunLog {
    private final Plan plan;
    private final Slice<?> slice;
    private final Trace trace;
    private final @Nullable GraphState captured;
    private final IntFunction<@Nullable Object> children;

    // Worked out when first asked for, guarded by this
    private @Nullable Instant began;
    private @Nullable List<NodeRecord> steps;

    private RunLog(
            Plan plan,
            Slice<?> slice,
            Trace trace,
            @Nullable GraphState captured,
            IntFunction<@Nullable Object> children,
            @Nullable Instant began) {
        this.plan = plan;
        this.slice = slice;
        this.trace = trace;
        this.captured = captured;
        this.children = children;
        this.began = began;
    }

    /**
     * The log of a run, for runners. It costs nothing until it is read; by then the run must be over.
     *
     * @param plan the graph
     * @param slice the nodes that were to run
     * @param trace what the run noted
     * @param captured the values of the run, if the log is to show them
     */
    public static RunLog of(Plan plan, Slice<?> slice, Trace trace, @Nullable GraphState captured) {
        return of(plan, slice, trace, captured, node -> null);
    }

    /**
     * The log of a run of a graph in which others are nested, for runners; see {@link #of(Plan, Slice, Trace, GraphState)}.
     *
     * @param children the log of the nested graph that a node is, a {@link MapLog} where it is mapped, by the node's number; {@code null} where there is
     *     none
     */
    public static RunLog of(
            Plan plan,
            Slice<?> slice,
            Trace trace,
            @Nullable GraphState captured,
            IntFunction<@Nullable Object> children) {
        return new RunLog(plan, slice, trace, captured, children, null);
    }

    /** A log whose run began at {@code began} instead of on the system clock. */
    static RunLog beganAt(Instant began, Plan plan, Slice<?> slice, Trace trace, @Nullable GraphState captured) {
        return new RunLog(plan, slice, trace, captured, node -> null, began);
    }

    /** When the run began. */
    public synchronized Instant began() {
        if (began == null) {
            Instant now = Instant.now();
            began = now.minusNanos(System.nanoTime() - trace.began());
        }
        return began;
    }

    /** How long the run took, from its begin until it was over, or until its latest node ended where it never was. */
    public Duration duration() {
        if (trace.finished() != 0) {
            return Duration.ofNanos(trace.finished() - trace.began());
        }
        return steps().stream()
                .map(step -> Duration.between(began(), step.end()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** The nodes that ended or asked, in the order of the plan, whatever finished first; those of a cycle turn by turn. */
    public synchronized List<NodeRecord> steps() {
        if (steps == null) {
            steps = new TraceReader(plan, slice, trace, captured).records(began());
        }
        return steps;
    }

    /**
     * What the nested graph called {@code node} did; of one in a cycle, what it did the last time. Empty where it did not run, or is mapped.
     *
     * @throws IllegalArgumentException if the graph has no such node; the message says which was probably meant
     */
    public Optional<RunLog> child(String node) {
        return logOf(node, RunLog.class);
    }

    /**
     * What the mapped nested graph called {@code node} did; of one in a cycle, what it did the last time. Empty where it did not run, or is not mapped.
     *
     * @throws IllegalArgumentException if the graph has no such node; the message says which was probably meant
     */
    public Optional<MapLog> mappedChild(String node) {
        return logOf(node, MapLog.class);
    }

    private <L> Optional<L> logOf(String node, Class<L> kind) {
        return Optional.ofNullable(children.apply(plan.definition().indexOf(node)))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** Those of the {@link #steps()} that failed. */
    public List<NodeRecord> errors() {
        return steps().stream()
                .filter(step -> step.status() == NodeStatus.FAILED)
                .toList();
    }

    /** The nodes that wait for an answer to their question, in the order of the plan. */
    public List<String> paused() {
        return trace.pauses().stream()
                .map(pause -> plan.node(pause.node()).name())
                .toList();
    }

    /** Those of the {@link #steps()} that are over. */
    private Stream<NodeRecord> ended() {
        return steps().stream().filter(step -> step.status() != NodeStatus.PAUSED);
    }

    /** The nodes that were skipped, in the order of the plan: no gate opened them, or nobody gave what they can't do without. */
    public List<String> skipped() {
        List<String> skipped = new ArrayList<>();
        for (int node = 0; node < plan.size(); node++) {
            if (trace.isSkipped(node)) {
                skipped.add(plan.node(node).name());
            }
        }
        return List.copyOf(skipped);
    }

    /** What else should be known of the run, such as why outputs of a node could not be cached. */
    public List<String> notes() {
        return trace.notes();
    }

    /** How long each node worked, by node, in the order of the plan. */
    public Map<String, Duration> timing() {
        Map<String, Duration> timing = new LinkedHashMap<>();
        nodeStats().forEach((node, stats) -> timing.put(node, stats.total()));
        return Collections.unmodifiableMap(timing);
    }

    /** How often each node ended and how long it worked, by node, in the order of the plan. */
    public Map<String, NodeStats> nodeStats() {
        Map<String, List<NodeRecord>> executions = new HashMap<>();
        ended().forEach(step -> executions
                .computeIfAbsent(step.node(), first -> new ArrayList<>(1))
                .add(step));
        Map<String, NodeStats> stats = new LinkedHashMap<>();
        for (int node = 0; node < plan.size(); node++) {
            String name = plan.node(node).name();
            List<NodeRecord> records = executions.get(name);
            if (records != null) {
                stats.put(name, NodeStats.of(records, trace.executions(node)));
            }
        }
        return Collections.unmodifiableMap(stats);
    }

    /**
     * How often {@code node} ended and how long it worked; all zero for a node of the graph that did not end.
     *
     * @throws IllegalArgumentException if the graph has no such node; the message says which was probably meant
     */
    public NodeStats stats(String node) {
        int number = plan.definition().indexOf(node);
        return NodeStats.of(ended().filter(step -> step.node().equals(node)).toList(), trace.executions(number));
    }

    /**
     * The run in one line: {@code 3 nodes, 12 ms, 0 errors | slowest: retrieve (9 ms)}, with the number of executions where
     * cycles turned, and of nodes that were skipped or wait for an answer. The slowest node is the one that worked longest; of
     * several the first in the plan.
     */
    public String summary() {
        Map<String, NodeStats> stats = nodeStats();
        int nodes = stats.size();
        long executions = stats.values().stream().mapToLong(NodeStats::count).sum();
        int errors = errors().size();
        int skipped = skipped().size();
        int paused = paused().size();
        String counts = (nodes == 1 ? "1 node, " : nodes + " nodes, ")
                + (executions == nodes ? "" : executions + " executions, ")
                + (skipped == 0 ? "" : skipped + " skipped, ")
                + (paused == 0 ? "" : paused + " paused, ")
                + DurationText.of(duration())
                + (errors == 1 ? ", 1 error" : ", " + errors + " errors");
        return timing().entrySet().stream()
                .reduce((slowest, entry) -> entry.getValue().compareTo(slowest.getValue()) > 0 ? entry : slowest)
                .map(slowest ->
                        counts + " | slowest: " + slowest.getKey() + " (" + DurationText.of(slowest.getValue()) + ")")
                .orElse(counts);
    }

    /**
     * A table of the {@link #steps()} in the order they started in: when after the run's begin, how long each waited and worked, drawn on the
     * run's time ({@code .} waiting, {@code #} working), and how it ended. For people: the form may change.
     */
    public String executionTrace() {
        return new ExecutionTrace(this).text();
    }

    /**
     * The log for programs: maps with text keys, lists, texts, numbers and booleans, all unmodifiable. At the top stand {@code graph},
     * {@code version}, {@code began}, {@code durationNanos}, {@code errors} (their number), {@code skipped} and {@code paused} (names of nodes), {@code notes} and {@code steps}, a list of maps with the components
     * of {@link NodeRecord} and {@code waitingNanos} and {@code workingNanos}. Instants are in ISO 8601. An error is a map of {@code type} and
     * {@code message}; it is left out where there is none, as {@code inputs} and {@code outputs} are where no values were captured. A captured
     * value that is no collection, map, array, number or boolean is shown as its {@code toString()}.
     */
    public Map<String, Object> toMap() {
        return new LogMap(captured != null).of(this, plan.definition());
    }

    /** {@link #toMap()} as JSON, on one line. Numbers that JSON does not know (NaN and the infinities) become texts. */
    public String toJson() {
        return new JsonWriter().write(toMap()).toString();
    }

    /** The {@link #summary()}. */
    @Override
    public String toString() {
        return summary();
    }
}
