package dev.hypergraph4j.durability;

import dev.hypergraph4j.durability.Fragile.Dying;
import dev.hypergraph4j.durability.graphs.Grading;
import dev.hypergraph4j.durability.graphs.GradingGraph;
import dev.hypergraph4j.runtime.AsyncRunner;
import dev.hypergraph4j.runtime.CompiledGraph;
import dev.hypergraph4j.runtime.ConflictException;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.Runner;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.runtime.UnknownEffectException;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One life of the process that works on a workflow: it starts the workflow or goes on with it, sees to it where it waits, and dies on the way or brings it
 * to its end.
 */
final class Life<I, O> {
    /** How a process can have its workflow run. */
    enum Way {
        /** It runs the graph with the workflow's id, and again after each answer. */
        RUN,
        /** It submits the workflow, and works on whatever there is to be done. */
        SUBMIT,
        /** As {@link #RUN}, on several threads. */
        RUN_ON_THREADS,
        /** As {@link #SUBMIT}, on several threads. */
        SUBMIT_ON_THREADS;

        /** Whether a worker has the workflow. */
        boolean isSubmitted() {
            return this == SUBMIT || this == SUBMIT_ON_THREADS;
        }

        /** Whether nodes that do not wait for each other run at the same time: how many calls of the store there are is left to chance then. */
        boolean isOnThreads() {
            return this == RUN_ON_THREADS || this == SUBMIT_ON_THREADS;
        }
    }

    /** A process that lives can't bring its workflow any further for now. */
    static final class UnfinishedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnfinishedException(String id) {
            super(id + " is not over");
        }
    }

    /** More than any workflow waits for. */
    private static final int MOST_WAITS = 100;

    private static final AtomicInteger PROCESSES = new AtomicInteger();

    private final Reference<I, O> reference;
    private final String id;
    private final int number;
    private final Bodies bodies;
    private final Fragile store;
    private final Checkpointer seen;
    private final Attendant attendant;

    Life(Reference<I, O> reference, String id, Attendant attendant, Checkpointer real, Dying dying) {
        this.reference = reference;
        this.id = id;
        this.number = attendant.number();
        this.bodies = attendant.bodies();
        this.store = new Fragile(real, dying);
        this.seen = store.seen();
        this.attendant = attendant;
    }

    /** One that nobody has to look after but by giving answers. */
    Life(Reference<I, O> reference, String id, int number, Bodies bodies, Checkpointer real) {
        this(reference, id, new Attendant(number, bodies), real, Dying.NEVER);
    }

    /** The workflow's outputs, once it has come to its end. */
    O live(Way way) {
        Runner runner = runner(way);
        CompiledGraph<I, O> graph = reference.graph().apply(bodies).with(runner);
        CompiledGraph<?, ?> child = GradingGraph.create(new Grading(bodies));
        try (Workflows workflows =
                Workflows.on(seen).runner(runner).serve(graph).serve(child).build()) {
            return way.isSubmitted() ? submit(graph, workflows) : run(graph, workflows);
        }
    }

    private Runner runner(Way way) {
        DurableOptions options = DurableOptions.defaults()
                .worker("process " + PROCESSES.incrementAndGet())
                .recoveryCap(Integer.MAX_VALUE);
        return way.isOnThreads()
                ? AsyncRunner.builder().checkpointer(seen, options).build()
                : SyncRunner.builder().checkpointer(seen, options).build();
    }

    private O run(CompiledGraph<I, O> graph, Workflows workflows) {
        Optional<O> outputs = ran(graph);
        for (int waits = 0; outputs.isEmpty() && waits < MOST_WAITS && seeTo(workflows); waits++) {
            outputs = ran(graph);
        }
        return outputs.orElseThrow(() -> new UnfinishedException(id));
    }

    /** What the graph gives; empty if the workflow waits for something, or somebody. */
    private Optional<O> ran(CompiledGraph<I, O> graph) {
        try {
            RunResult<O> result = graph.run(reference.inputs().apply(number), RunOptions.workflow(id));
            return result.status() == RunStatus.PAUSED ? Optional.empty() : Optional.of(result.outputs());
        } catch (ConflictException | UnknownEffectException refused) {
            if (seen.find(id).orElseThrow().status() == WorkflowStatus.PARKED) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private O submit(CompiledGraph<I, O> graph, Workflows workflows) {
        workflows.submit(graph, id, reference.inputs().apply(number));
        workflows.workHere();
        Optional<RunResult<O>> result = workflows.result(graph, id);
        for (int waits = 0; result.isEmpty() && waits < MOST_WAITS && seeTo(workflows); waits++) {
            workflows.workHere();
            result = workflows.result(graph, id);
        }
        return result.orElseThrow(() -> new UnfinishedException(id)).outputs();
    }

    private boolean seeTo(Workflows workflows) {
        return attendant.seeTo(workflows, id, reference.answering());
    }

    /** How many calls of the store there were. */
    int calls() {
        return store.calls();
    }
}
