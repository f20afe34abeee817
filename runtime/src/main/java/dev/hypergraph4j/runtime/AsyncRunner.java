package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.NestedWork.Around;
import dev.hypergraph4j.runtime.RunnerCapabilities.Capability;
import dev.hypergraph4j.runtime.cache.Cache;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.event.EventProcessor;
import dev.hypergraph4j.runtime.event.EventStream;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs each node as soon as what it needs is there, on as many threads as there are nodes that do not wait for each other. No barrier holds a
 * ready node back, and where there is nothing to overlap nothing is handed to another thread: the thread that ends a node goes on with the next
 * one, and {@link #run} lends the caller's.
 *
 * <p>If the thread that waits in {@link #run} is interrupted, the run is stopped, the nodes that run on other threads are interrupted, the
 * stages of asynchronous ones are cancelled, and the {@link RunStatus#STOPPED} result is returned once they have ended, with the thread's interrupt
 * status set.
 *
 * <p>Immutable and thread-safe.
 */
public final class AsyncRunner implements Runner {
    private static final RunnerCapabilities CAPABILITIES =
            RunnerCapabilities.of(Capability.ASYNCHRONOUS_NODES, Capability.CONCURRENCY);
    private static final AsyncRunner SHARED = builder().build();

    private final int maxConcurrency;
    private final Executor executor;
    private final List<EventProcessor> processors;
    private final ExecutionSettings settings;
    private final @Nullable DurableRuns durable;

    private AsyncRunner(Builder builder) {
        this.maxConcurrency = builder.maxConcurrency;
        this.executor = builder.executor;
        this.processors = builder.processors;
        this.settings = builder.settings;
        this.durable = builder.durable();
    }

    /** A runner with nothing set. */
    public static AsyncRunner create() {
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
        if (durable != null) {
            return LimiterPermits.givenBackWhile(() -> runDurably(durable, run, null, new StopSignal()));
        }
        return LimiterPermits.givenBackWhile(
                () -> DataflowRun.run(run, settings, executor, maxConcurrency, events(run)));
    }

    @Override
    public <O> RunHandle<O> start(PreparedRun<O> run) {
        if (durable != null) {
            return durable.start(run, Threads.shared(), stop -> runDurably(durable, run, null, stop));
        }
        return DataflowRun.start(run, settings, executor, maxConcurrency, events(run));
    }

    private <O> RunResult<O> runDurably(
            DurableRuns runs, PreparedRun<O> run, @Nullable WorkerClaim claim, StopSignal stop) {
        return runs.run(run, claim, settings, stop, this::runJournaled);
    }

    private <O> RunResult<O> runJournaled(PreparedRun<O> named, ExecutionSettings journaled, StopSignal stop) {
        return DataflowRun.runNested(named, journaled, executor, maxConcurrency, events(named), stop);
    }

    private <O> MapResult<O> mapDurably(DurableRuns runs, PreparedMap<O> map, StopSignal stop) {
        return runs.map(map, settings, stop, (journaled, signal) -> {
            ConcurrentMap<O> run = ConcurrentMap.gathering(map, journaled, executor, maxConcurrency, events(map));
            return run.gather(signal);
        });
    }

    /** What it does around runs; {@code null} where it has no checkpointer. */
    @Nullable
    DurableRuns durable() {
        return durable;
    }

    /** Runs a workflow that was claimed; it has a checkpointer. */
    <O> RunResult<O> runClaimed(PreparedRun<O> run, WorkerClaim claim, StopSignal stop) {
        return runDurably(Objects.requireNonNull(durable), run, claim, stop);
    }

    /** Makes the result of a workflow once more that has completed; it has a checkpointer. */
    <O> RunResult<O> rerun(PreparedRun<O> run, History completed) {
        DurableRuns runs = Objects.requireNonNull(durable);
        return LimiterPermits.givenBackWhile(() -> runs.rerun(run, completed, settings, this::runJournaled));
    }

    /** Runs a graph that is nested in one on a single thread and has this runner for its own; that thread works too. */
    <O> RunResult<O> runNested(PreparedRun<O> run, Around around, StopSignal stop) {
        return DataflowRun.runNested(
                run, settings.within(around.settings()), executor, maxConcurrency, around.of(run), stop);
    }

    /** A run of a graph that is nested in another one and has this runner for its own. It has not begun. */
    <O> DataflowRun<O> nested(PreparedRun<O> run, Around around) {
        boolean unlimited = maxConcurrency == Integer.MAX_VALUE;
        return DataflowRun.sharing(
                unlimited ? null : new ConcurrencyLimit(maxConcurrency),
                run,
                settings.within(around.settings()),
                executor,
                around.of(run));
    }

    /** A map of a graph that is nested in another one and has this runner for its own. */
    <O> ConcurrentMap<O> gatheringNested(PreparedMap<O> map, Around around) {
        return ConcurrentMap.gathering(
                map, settings.within(around.settings()), executor, maxConcurrency, around.of(map));
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

    @Override
    public <O> MapResult<O> map(PreparedMap<O> map) {
        if (durable != null && map.options().runId() != null) {
            return LimiterPermits.givenBackWhile(() -> mapDurably(durable, map, new StopSignal()));
        }
        return LimiterPermits.givenBackWhile(
                () -> ConcurrentMap.gathering(map, settings, executor, maxConcurrency, events(map))
                        .gather());
    }

    @Override
    public <O> MapIterator<O> mapIter(PreparedMap<O> map) {
        DurableRuns.refuseLazy(durable, map);
        return ConcurrentMap.of(map, settings, executor, maxConcurrency, events(map));
    }

    @Override
    public <O> MapHandle<O> startMap(PreparedMap<O> map) {
        if (durable != null && map.options().runId() != null) {
            return durable.startMap(map, Threads.shared(), stop -> mapDurably(durable, map, stop));
        }
        ConcurrentMap<O> run = ConcurrentMap.gathering(map, settings, executor, maxConcurrency, events(map));
        StartedMap<O> handle = new StartedMap<>(run::stop);
        run.start(handle);
        return handle;
    }

    /** Collects what is special about a runner. Not thread-safe. */
    public static final class Builder {
        private int maxConcurrency = Integer.MAX_VALUE;
        private Executor executor = Threads.shared();
        private List<EventProcessor> processors = List.of();
        private ExecutionSettings settings = ExecutionSettings.DEFAULTS;
        private @Nullable Checkpointer checkpointer;
        private DurableOptions durableOptions = DurableOptions.defaults();

        private Builder() {}

        /**
         * How many nodes of one run, or of all items of one map together, may be under way at once, asynchronous ones included until their stage
         * completes. Unlimited by default; of a map up to 256 items are under way then.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maxConcurrency(int nodes) {
            if (nodes < 1) {
                throw new IllegalArgumentException("maxConcurrency is at least 1, not " + nodes);
            }
            this.maxConcurrency = nodes;
            return this;
        }

        /**
         * The threads to run on. By default virtual threads where the JVM has them, else a pool of daemon threads that all runners share. The
         * executor must not run tasks on the thread that hands them over; shutting it down is its owner's business. One that refuses a task ends
         * the run with what it threw; a recorded run has not failed with that, but is stopped.
         */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

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
        public AsyncRunner build() {
            return new AsyncRunner(this);
        }
    }
}
