package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One run of a nested graph: by the runner around it, or by the one that was given to the graph. */
final class NestedRun<I, O> implements NestedWork {
    private final CompiledGraph<I, O> graph;
    private final I inputs;

    /** Where it goes on; {@code null} where it begins. */
    private final @Nullable RunResult<O> paused;

    NestedRun(CompiledGraph<I, O> graph, I inputs) {
        this(graph, inputs, null);
    }

    private NestedRun(CompiledGraph<I, O> graph, I inputs, @Nullable RunResult<O> paused) {
        this.graph = graph;
        this.inputs = inputs;
        this.paused = paused;
    }

    private PreparedRun<O> prepared(Around around) {
        return paused == null
                ? graph.prepare(inputs, around.options())
                : paused.goneOn(around.options().answers());
    }

    /** What its questions wait for that have no answer. */
    List<PauseInfo> pauses() {
        return paused == null ? List.of() : paused.pauses();
    }

    /**
     * Says that it is to go on.
     *
     * @throws GraphConfigException if an answer does not fit its question, or it has gone on before
     */
    void resumeWith(Answers more) {
        if (paused != null) {
            paused.resumeWith(more);
        }
    }

    private NestedEnd end(RunResult<O> result) {
        return result.status() == RunStatus.PAUSED
                ? NestedEnd.paused(result, new NestedRun<>(graph, inputs, result))
                : NestedEnd.of(result);
    }

    @Override
    public NestedEnd runHere(Around around, StopSignal stop) {
        PreparedRun<O> run = prepared(around);
        Runner own = graph.ownRunner();
        if (own == null) {
            return end(SequentialRun.runNested(run, around.settings(), around.of(run), stop));
        }
        if (own instanceof SyncRunner runner) {
            return end(runner.runNested(run, around, around.of(run), stop));
        }
        return end(own instanceof AsyncRunner runner ? runner.runNested(run, around, stop) : own.run(run));
    }

    @Override
    public Underway prepare(Around around, Threading threading) {
        PreparedRun<O> run = prepared(around);
        Runner own = graph.ownRunner();
        if (own == null) {
            return new OnThreads<>(
                    this,
                    DataflowRun.sharing(threading.limit(), run, around.settings(), threading.threads(), around.of(run)),
                    true);
        }
        if (own instanceof AsyncRunner runner) {
            return new OnThreads<>(this, runner.nested(run, around), false);
        }
        return own instanceof SyncRunner
                ? new NestedMap.OnOneThread(stop -> runHere(around, stop))
                : new Elsewhere(own, run);
    }

    /**
     * On the threads of the run around it, or those of a runner of its own.
     *
     * @param isLent whether this thread is one of them
     */
    private record OnThreads<O>(NestedRun<?, O> nested, DataflowRun<O> run, boolean isLent) implements Underway {
        @Override
        public boolean isOneThread() {
            return false;
        }

        @Override
        public void workHere() {
            if (isLent) {
                run.workHere();
            } else {
                run.begin();
            }
        }

        @Override
        public CompletionStage<NestedEnd> end() {
            return run.handle().thenApply(nested::end);
        }

        @Override
        public void stop(String reason) {
            run.handle().stop(reason);
        }

        @Override
        public void interrupt() {
            run.interrupt();
        }
    }

    /** By a runner that is not ours. */
    private final class Elsewhere implements Underway {
        private final RunHandle<O> handle;

        Elsewhere(Runner runner, PreparedRun<O> run) {
            this.handle = runner.start(run);
        }

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
            return handle.thenApply(NestedRun.this::end);
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
}
