package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.runtime.plan.Combinations;
import dev.hypergraph4j.runtime.plan.Combinations.Axis;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many runs of a nested graph, one for each item: by the runner around it, or by the one that was given to the graph. */
final class NestedMap<I, O> implements NestedWork {
    private final CompiledGraph<I, O> graph;
    private final Items<I> items;
    private final ErrorHandling onError;

    /** The items: the values that vary, put together, and what the graph takes for each. */
    record Items<I>(List<Axis> axes, MapMode mode, Function<@Nullable Object[], I> inputs) {
        Iterable<I> each() {
            return () -> {
                Iterator<@Nullable Object[]> values = Combinations.of(mode, axes, GraphConfigException::unequalLengths);
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return values.hasNext();
                    }

                    @Override
                    public I next() {
                        return inputs.apply(values.next());
                    }
                };
            };
        }

        /** How many there are; -1 where that is not known. */
        long size() {
            long size = 1;
            for (Axis axis : axes) {
                if (!(axis.values() instanceof Collection<?> values)) {
                    return -1;
                }
                size = mode == MapMode.ZIP ? values.size() : size * values.size();
            }
            return size;
        }
    }

    NestedMap(CompiledGraph<I, O> graph, Items<I> items, ErrorHandling onError) {
        this.graph = graph;
        this.items = items;
        this.onError = onError;
    }

    private PreparedMap<O> prepared(Around around) {
        RunOptions options = around.options().onError(onError).prefillOnly(); // One node can't pause for many items.
        PreparedMap<O> lazy = graph.prepareEach(items.each().iterator(), options);
        return new PreparedMap<>(lazy.plan(), lazy.runs(), true, items.size(), lazy.options());
    }

    @Override
    public NestedEnd runHere(Around around, StopSignal stop) {
        PreparedMap<O> map = prepared(around);
        Runner own = graph.ownRunner();
        if (own instanceof AsyncRunner runner) {
            return NestedEnd.of(runner.gatheringNested(map, around).gather(stop));
        }
        if (own != null && !(own instanceof SyncRunner)) {
            return NestedEnd.of(own.map(map));
        }
        MapEvents events = around.of(map);
        ExecutionSettings settings = around.settings().ofMap();
        return NestedEnd.of(SequentialMap.of(map, events, run -> {
                    RunEvents told = events == null ? null : events.item(run);
                    return own instanceof SyncRunner runner
                            ? runner.runNested(run, around.with(settings.ofItem(run)), told, stop)
                            : SequentialRun.runNested(run, settings.ofItem(run), told, stop);
                })
                .gather());
    }

    @Override
    public Underway prepare(Around around, Threading threading) {
        Runner own = graph.ownRunner();
        if (own == null) {
            PreparedMap<O> map = prepared(around);
            return new NestedItems<>(map, around.of(map), around.settings(), threading);
        }
        if (own instanceof AsyncRunner runner) {
            return new OnThreads<>(runner.gatheringNested(prepared(around), around));
        }
        return own instanceof SyncRunner
                ? new OnOneThread(stop -> runHere(around, stop))
                : new Elsewhere<>(own.startMap(prepared(around)));
    }

    /** On the threads of a runner of its own. */
    private record OnThreads<O>(ConcurrentMap<O> map, StartedMap<O> handle) implements Underway {
        OnThreads(ConcurrentMap<O> map) {
            this(map, new StartedMap<>(map::stop));
        }

        @Override
        public boolean isOneThread() {
            return false;
        }

        @Override
        public void workHere() {
            map.start(handle);
        }

        @Override
        public CompletionStage<NestedEnd> end() {
            return handle.thenApply(NestedEnd::of);
        }

        @Override
        public void stop(String reason) {
            map.stop(reason);
        }

        @Override
        public void interrupt() {
            map.interrupt();
        }
    }

    /** By a runner that is not ours. */
    private record Elsewhere<O>(MapHandle<O> handle) implements Underway {
        @Override
        public boolean isOneThread() {
            return false;
        }

        @Override
        public void workHere() {
            // It has begun.
        }

        @Override
        public CompletionStage<NestedEnd> end() {
            return handle.thenApply(NestedEnd::of);
        }

        @Override
        public void stop(String reason) {
            handle.stop(reason);
        }

        @Override
        public void interrupt() {
            handle.stop("interrupted");
        }
    }

    /** On the thread of its node. An interrupt reaches that thread by the run around it. */
    static final class OnOneThread implements Underway {
        private final Function<StopSignal, NestedEnd> run;
        private final StopSignal signal = new StopSignal();
        private final CompletableFuture<NestedEnd> end = new CompletableFuture<>();

        OnOneThread(Function<StopSignal, NestedEnd> run) {
            this.run = run;
        }

        @Override
        public boolean isOneThread() {
            return true;
        }

        @Override
        public void workHere() {
            try {
                end.complete(run.apply(signal));
            } catch (Throwable failed) {
                end.completeExceptionally(failed);
            }
        }

        @Override
        public CompletionStage<NestedEnd> end() {
            return end;
        }

        @Override
        public void stop(String reason) {
            signal.stop(reason);
        }

        @Override
        public void interrupt() {
            signal.stop("interrupted");
            signal.interrupt();
        }
    }
}
