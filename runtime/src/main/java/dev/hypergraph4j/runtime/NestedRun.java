package dev.hypergraph4j.runtime;

import java.util.concurrent.CompletionStage;

/** One run of a nested graph: by the runner around it, or by the one that was given to the graph. */
final class NestedRun<I, O> implements NestedWork {
    private final CompiledGraph<I, O> graph;
    private final I inputs;

    NestedRun(CompiledGraph<I, O> graph, I inputs) {
        this.graph = graph;
        this.inputs = inputs;
    }

    @Override
    public NestedEnd runHere(Around around, StopSignal stop) {
        PreparedRun<O> run = graph.prepare(inputs, around.options());
        Runner own = graph.ownRunner();
        if (own == null) {
            return NestedEnd.of(SequentialRun.runNested(run, around.settings(), around.of(run), stop));
        }
        if (own instanceof SyncRunner runner) {
            return NestedEnd.of(runner.runNested(run, around, around.of(run), stop));
        }
        return NestedEnd.of(own instanceof AsyncRunner runner ? runner.runNested(run, around, stop) : own.run(run));
    }

    @Override
    public Underway prepare(Around around, Threading threading) {
        PreparedRun<O> run = graph.prepare(inputs, around.options());
        Runner own = graph.ownRunner();
        if (own == null) {
            return new OnThreads<>(
                    DataflowRun.sharing(threading.limit(), run, around.settings(), threading.threads(), around.of(run)),
                    true);
        }
        if (own instanceof AsyncRunner runner) {
            return new OnThreads<>(runner.nested(run, around), false);
        }
        return own instanceof SyncRunner
                ? new NestedMap.OnOneThread(stop -> runHere(around, stop))
                : new Elsewhere<>(own, run);
    }

    /**
     * On the threads of the run around it, or those of a runner of its own.
     *
     * @param isLent whether this thread is one of them
     */
    private record OnThreads<O>(DataflowRun<O> run, boolean isLent) implements Underway {
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
            return run.handle().thenApply(NestedEnd::of);
        }

        @Override
        public void stop(String reason) {
            run.handle().stop(reason);
        }

        @Override
        public void interrupt() {
            run.interruptRun();
        }
    }

    /** By a runner that is not ours. */
    private static final class Elsewhere<O> implements Underway {
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
}
