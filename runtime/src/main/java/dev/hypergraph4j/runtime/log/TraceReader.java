package dev.hypergraph4j.runtime.log;

import dev.hypergraph4j.runtime.plan.Executions;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Region;
import dev.hypergraph4j.runtime.plan.Slice;
import dev.hypergraph4j.runtime.plan.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of the raw times of a run. Times are taken as nanoseconds since the run's begin, since readings of {@link System#nanoTime()} mean
 * something only as differences.
 */
final class TraceReader {
    private final Plan plan;
    private final Slice<?> slice;
    private final Trace trace;
    private final @Nullable CapturedValues captured;
    private final Map<Integer, Trace.Failure> failures = new HashMap<>();
    private final Map<Integer, Trace.Pause> pauses = new HashMap<>();

    TraceReader(Plan plan, Slice<?> slice, Trace trace, @Nullable GraphState captured) {
        this.plan = plan;
        this.slice = slice;
        this.trace = trace;
        this.captured = captured == null ? null : new CapturedValues(plan, captured);
    }

    /** The nodes that ended, in the order of the plan. */
    List<NodeRecord> records(Instant began) {
        trace.failures().forEach(failure -> failures.put(failure.node(), failure));
        trace.pauses().forEach(pause -> pauses.put(pause.node(), pause));
        List<NodeRecord> records = new ArrayList<>(slice.size());
        long previousEnd = 0;
        for (int range = 0; range < slice.ranges(); range++) {
            for (int node = slice.from(range); node < slice.to(range); node++) {
                int region = plan.flow().regionOf(node);
                if (region >= 0) {
                    Region cycle = plan.flow().regions().get(region);
                    records.addAll(turns(cycle, began));
                    node = cycle.to() - 1;
                } else if (pauses.containsKey(node)) {
                    records.add(paused(pauses.get(node), began));
                } else if (trace.hasEnded(node)) {
                    records.add(record(node, previousEnd, began));
                    previousEnd = sinceBegin(trace.end(node));
                }
            }
        }
        return List.copyOf(records);
    }

    /** The executions of a cycle's nodes that were kept, turn by turn. */
    private List<NodeRecord> turns(Region cycle, Instant began) {
        List<NodeRecord> records = new ArrayList<>();
        for (int node = cycle.from(); node < cycle.to(); node++) {
            Executions executions = trace.executions(node);
            for (int i = 0; executions != null && i < executions.kept(); i++) {
                Executions.Execution execution = executions.get(i);
                Trace.Failure failure = failures.get(node);
                Throwable error = failure == null ? null : failure.error();
                boolean failed = failure != null && failure.iteration() == execution.iteration();
                records.add(record(
                        node,
                        execution.iteration(),
                        execution.attempts(),
                        since(execution.ready(), execution.attempts()),
                        since(execution.start(), execution.attempts()),
                        since(execution.end(), execution.attempts()),
                        failed ? error : null,
                        began));
            }
            Trace.Pause pause = pauses.get(node);
            if (pause != null) {
                records.add(paused(pause, began));
            }
        }
        records.sort(Comparator.comparingInt(NodeRecord::iteration)); // stable: in the order of the plan within a turn
        return records;
    }

    private NodeRecord paused(Trace.Pause pause, Instant began) {
        return new NodeRecord(
                plan.node(pause.node()).name(),
                pause.iteration(),
                1,
                began.plusNanos(sinceBegin(pause.ready())),
                began.plusNanos(sinceBegin(pause.start())),
                began.plusNanos(sinceBegin(pause.end())),
                Origin.EXECUTED,
                NodeStatus.PAUSED,
                null,
                captured == null ? Map.of() : captured.inputs(pause.node()),
                Map.of());
    }

    private NodeRecord record(int node, long previousEnd, Instant began) {
        if (trace.attempts(node) == Trace.REPLAYED) {
            return replayed(node, began);
        }
        long end = sinceBegin(trace.end(node));
        long start = Math.min(end, trace.start(node) == 0 ? previousEnd : sinceBegin(trace.start(node)));
        long ready = Math.min(start, trace.ready(node) == 0 ? inputsThere(node) : sinceBegin(trace.ready(node)));
        Trace.Failure failure = failures.get(node);
        return record(
                node, 0, trace.attempts(node), ready, start, end, failure == null ? null : failure.error(), began);
    }

    private NodeRecord record(
            int node,
            int iteration,
            int attempts,
            long ready,
            long start,
            long end,
            @Nullable Throwable error,
            Instant began) {
        return new NodeRecord(
                plan.node(node).name(),
                iteration,
                Math.max(0, attempts),
                began.plusNanos(ready),
                began.plusNanos(start),
                began.plusNanos(end),
                Origin.ofAttempts(attempts),
                error == null ? NodeStatus.COMPLETED : NodeStatus.FAILED,
                error,
                captured == null ? Map.of() : captured.inputs(node),
                captured == null || error != null ? Map.of() : captured.outputs(node));
    }

    private NodeRecord replayed(int node, Instant began) {
        Trace.Failure failure = failures.get(node);
        return record(
                node,
                0,
                Trace.REPLAYED,
                trace.start(node) - trace.began(),
                trace.start(node) - trace.began(),
                trace.end(node) - trace.began(),
                failure == null ? null : failure.error(),
                began);
    }

    /** When the last of the nodes that {@code node} waits for ended. */
    private long inputsThere(int node) {
        long latest = 0;
        for (int i = 0; i < plan.predecessorCount(node); i++) {
            int predecessor = plan.predecessor(node, i);
            if (trace.hasEnded(predecessor)) {
                latest = Math.max(latest, sinceBegin(trace.end(predecessor)));
            }
        }
        return latest;
    }

    /** What was recorded before the run was resumed lies before its begin. */
    private long since(long nanoTime, int attempts) {
        return attempts == Trace.REPLAYED ? nanoTime - trace.began() : sinceBegin(nanoTime);
    }

    private long sinceBegin(long nanoTime) {
        return Math.max(0, nanoTime - trace.began());
    }
}
