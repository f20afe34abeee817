package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.NestedWork.Around;
import dev.hypergraph4j.runtime.RunnerCapabilities.Capability;
import dev.hypergraph4j.runtime.cache.Cache;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.event.EventProcessor;
import dev.hypergraph4j.runtime.event.EventStream;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs the nodes of a graph one after the other, in the order of its plan, on the caller's thread: the fastest way to run nodes that compute.
 * Graphs with asynchronous nodes are refused; {@link AsyncRunner} takes them.
 *
 * <p>Immutable and thread-safe.
 */
public final class SyncRunner implements Runner {
    private static final RunnerCapabilities CAPABILITIES = RunnerCapabilities.of();
    private static final SyncRunner SHARED = builder().build();

    private final List<EventProcessor> processors;
    private final ExecutionSettings settings;
    private final @Nullable DurableRuns durable;

    private SyncRunner(Builder builder) {
        this.processors = builder.processors;
        this.settings = builder.settings;
        this.durable = builder.durable();
    }

    /** A runner with nothing set. */
    public static SyncRunner create() {
        return SHARED;
    }

    /** Starts a runner of one's own. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public RunnerCapabilities capabilities() {
        return DurableRuns.capabilities(CAPABILITIES, durable);
    }

    @Override
    public <O> RunResult<O> run(PreparedRun<O> run) {
        refuseAsynchronous(run.plan());
        if (durable != null) {
            return LimiterPermits.givenBackWhile(() -> runDurably(durable, run, null, new StopSignal()));
        }
        return LimiterPermits.areHeld()
                ? LimiterPermits.givenBackWhile(() -> SequentialRun.run(run, settings, events(run)))
                : SequentialRun.run(run, settings, events(run));
    }

    @Override
    public <O> RunHandle<O> start(PreparedRun<O> run) {
        refuseAsynchronous(run.plan());
        if (durable != null) {
            return durable.start(run, Threads.shared(), stop -> runDurably(durable, run, null, stop));
        }
        return SequentialRun.start(run, settings, Threads.shared(), events(run));
    }

    private <O> RunResult<O> runDurably(
            DurableRuns runs, PreparedRun<O> run, @Nullable WorkerClaim claim, StopSignal stop) {
        return runs.run(run, claim, settings, stop, this::runJournaled);
    }

    private <O> RunResult<O> runJournaled(PreparedRun<O> named, ExecutionSettings journaled, StopSignal stop) {
        return SequentialRun.runNested(named, journaled, events(named), stop);
    }

    @Override
    public <O> MapResult<O> map(PreparedMap<O> map) {
        if (durable != null && map.options().runId() != null) {
            return durable.map(map, settings, new StopSignal(), (journaled, signal) -> mapping(map, journaled, signal));
        }
        return sequential(map).gather();
    }

    @Override
    public <O> MapIterator<O> mapIter(PreparedMap<O> map) {
        DurableRuns.refuseLazy(durable, map);
        return sequential(map);
    }

    @Override
    public <O> MapHandle<O> startMap(PreparedMap<O> map) {
        refuseAsynchronous(map.plan());
        if (durable != null && map.options().runId() != null) {
            return durable.startMap(
                    map,
                    Threads.shared(),
                    stop -> durable.map(map, settings, stop, (journaled, signal) -> mapping(map, journaled, signal)));
        }
        MapEvents events = events(map);
        return StartedSequentialMap.start(
                map,
                events,
                (run, executor) ->
                        SequentialRun.start(run, settings, executor, events == null ? null : events.item(run)),
                Threads.shared());
    }

    private <O> MapResult<O> mapping(PreparedMap<O> map, ExecutionSettings journaled, StopSignal stop) {
        refuseAsynchronous(map.plan());
        MapEvents events = events(map);
        ExecutionSettings items = journaled.ofMap();
        SequentialMap<O> run = SequentialMap.of(
                map,
                events,
                item -> SequentialRun.runNested(
                        item, items.ofItem(item), events == null ? null : events.item(item), stop));
        return run.gather(stop);
    }

    private <O> SequentialMap<O> sequential(PreparedMap<O> map) {
        refuseAsynchronous(map.plan());
        MapEvents events = events(map);
        return SequentialMap.of(
                map,
                events,
                run -> LimiterPermits.givenBackWhile(
                        () -> SequentialRun.run(run, settings, events == null ? null : events.item(run))));
    }

    /** What it does around runs; {@code null} where it has no checkpointer. */
    @Nullable
    DurableRuns durable() {
        return durable;
    }

    /** Runs a workflow that was claimed; it has a checkpointer. */
    <O> RunResult<O> runClaimed(PreparedRun<O> run, WorkerClaim claim, StopSignal stop) {
        refuseAsynchronous(run.plan());
        return runDurably(Objects.requireNonNull(durable), run, claim, stop);
    }

    /** Makes the result of a workflow once more that has completed; it has a checkpointer. */
    <O> RunResult<O> rerun(PreparedRun<O> run, History completed) {
        refuseAsynchronous(run.plan());
        DurableRuns runs = Objects.requireNonNull(durable);
        return LimiterPermits.givenBackWhile(() -> runs.rerun(run, completed, settings, this::runJournaled));
    }

    /** Runs a graph that is nested in another one and has this runner for its own. */
    <O> RunResult<O> runNested(PreparedRun<O> run, Around around, @Nullable RunEvents events, StopSignal stop) {
        refuseAsynchronous(run.plan());
        return SequentialRun.runNested(run, settings.within(around.settings()), events, stop);
    }

    /** @throws IncompatibleRunnerException if a node is asynchronous */
    static void refuseAsynchronous(Plan plan) {
        if (plan.isAsynchronous()) {
            throw new IncompatibleRunnerException(
                    "SyncRunner",
                    plan.name(),
                    firstAsynchronous(plan),
                    Capability.ASYNCHRONOUS_NODES,
                    "run the graph on an AsyncRunner: graph.with(AsyncRunner.create()), or graph.runAsync(...)");
        }
    }

    /** The path of the first asynchronous node, which may be one of a nested graph. */
    private static String firstAsynchronous(Plan plan) {
        for (int node = 0; node < plan.size(); node++) {
            String name = plan.node(node).name();
            Plan.Nested nested = plan.nested(node);
            if (plan.node(node).asynchronous()) {
                return name;
            }
            if (nested != null && !nested.hasRunner() && nested.plan().isAsynchronous()) {
                return name + "/" + firstAsynchronous(nested.plan());
            }
        }
        throw new IllegalArgumentException("no node of " + plan.name() + " is asynchronous");
    }

    /** What tells of {@code run}; {@code null} if nobody wants it. */
    private @Nullable RunEvents events(PreparedRun<?> run) {
        return RunEvents.of(events(run.options()), run);
    }

    /** What tells of {@code map}; {@code null} if nobody wants it. */
    private @Nullable MapEvents events(PreparedMap<?> map) {
        return MapEvents.of(events(map.options()), map);
    }

    private @Nullable EventStream events(RunOptions options) {
        return EventStream.open(processors, options.processors(), Threads.shared());
    }

    /** Collects what is special about a runner. Not thread-safe. */
    public static final class Builder {
        private List<EventProcessor> processors = List.of();
        private ExecutionSettings settings = ExecutionSettings.DEFAULTS;
        private @Nullable Checkpointer checkpointer;
        private DurableOptions durableOptions = DurableOptions.defaults();

        private Builder() {}

        /** One more processor that is told what happens in all runs. None by default. */
        public Builder processor(EventProcessor processor) {
            this.processors = Processors.joined(processors, List.of(processor));
            return this;
        }

        /** Where the outputs of nodes that may be cached come from, and are kept. None by default. */
        public Builder cache(Cache cache) {
            this.settings = settings.with(cache);
            return this;
        }

        /**
         * Where runs are recorded, so that they can go on after a crash, in another process, or on another day: each run is a workflow, whose id is that of
         * its {@link RunOptions#workflow}, or else a random one. None by default.
         */
        public Builder checkpointer(Checkpointer checkpointer) {
            return checkpointer(checkpointer, DurableOptions.defaults());
        }

        /** Where runs are recorded, and how; see {@link #checkpointer(Checkpointer)}. */
        public Builder checkpointer(Checkpointer checkpointer, DurableOptions options) {
            this.checkpointer = Objects.requireNonNull(checkpointer, "checkpointer");
            this.durableOptions = Objects.requireNonNull(options, "options");
            return this;
        }

        private @Nullable DurableRuns durable() {
            return checkpointer == null ? null : new DurableRuns(checkpointer, durableOptions);
        }

        /** One more limiter that each node execution has to pass, but for nested graphs, whose nodes pass it. None by default. */
        public Builder limiter(ProcessLimiter limiter) {
            this.settings = settings.with(List.of(limiter));
            return this;
        }

        /** The timer for what has to wait; for tests. */
        Builder timer(Timer timer) {
            this.settings = settings.with(timer);
            return this;
        }

        /** The runner. */
        public SyncRunner build() {
            return new SyncRunner(this);
        }
    }
}
