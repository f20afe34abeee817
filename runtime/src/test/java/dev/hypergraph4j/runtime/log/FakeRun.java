package dev.hypergraph4j.runtime.log;

import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Slice;
import dev.hypergraph4j.runtime.plan.Trace;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run that has chosen times. All times are in microseconds since its begin, and nodes are numbered as in the plan. */
final class FakeRun {
    static final Instant BEGAN = Instant.parse("2026-03-01T10:00:00Z");

    private final Plan plan;
    private final Trace trace;
    private Slice<?> slice;
    private @Nullable GraphState captured;

    private FakeRun(Plan plan, Trace trace) {
        this.plan = plan;
        this.trace = trace;
        this.slice = plan.whole(result -> Map.of());
    }

    /** A sequential run whose first nodes end at {@code ends} and that is over with the last of them. */
    static FakeRun sequential(Plan plan, long... ends) {
        FakeRun run = new FakeRun(plan, Trace.sequential(plan));
        for (int node = 0; node < ends.length; node++) {
            run.end(node, ends[node]);
        }
        return ends.length == 0 ? run : run.finish(ends[ends.length - 1]);
    }

    static FakeRun concurrent(Plan plan) {
        return new FakeRun(plan, Trace.concurrent(plan));
    }

    FakeRun slice(int... ranges) {
        slice = plan.slice(1, result -> Map.of(), ranges);
        return this;
    }

    FakeRun node(int node, long ready, long start, long end) {
        trace.ready(node, nanoTime(ready));
        trace.start(node, nanoTime(start));
        return end(node, end);
    }

    FakeRun end(int node, long end) {
        trace.end(node, nanoTime(end));
        return this;
    }

    FakeRun fail(int node, Throwable error) {
        trace.fail(node, error);
        return this;
    }

    FakeRun finish(long micros) {
        trace.finish(nanoTime(micros));
        return this;
    }

    /** Captures these values, by their slots. */
    FakeRun captured(@Nullable Object... values) {
        captured = new GraphState() {
            @Override
            public void run(int from, int to) {}

            @Override
            public @Nullable Object value(int slot) {
                return values[slot];
            }

            @Override
            public @Nullable Object result(int index) {
                return null;
            }
        };
        return this;
    }

    RunLog log() {
        return RunLog.beganAt(BEGAN, plan, slice, trace, captured);
    }

    /** The log as a runner makes it: on the system clock. */
    RunLog logOnTheSystemClock() {
        return RunLog.of(plan, slice, trace, captured);
    }

    private long nanoTime(long micros) {
        return trace.began() + micros * 1_000;
    }
}
