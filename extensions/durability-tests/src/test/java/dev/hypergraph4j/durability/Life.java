package dev.hypergraph4j.durability;

import dev.hypergraph4j.durability.Fragile.Dying;
import dev.hypergraph4j.runtime.CompiledGraph;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One life of the process that works on a workflow: it starts the workflow or goes on with it, answers what it asks, and dies on the way or brings it to
 * its end.
 */
final class Life<I, O> {
    /** How a process can have its workflow run. */
    enum Way {
        /** It runs the graph with the workflow's id, and again after each answer. */
        RUN,
        /** It submits the workflow, and works on whatever there is to be done. */
        SUBMIT
    }

    private static final AtomicInteger PROCESSES = new AtomicInteger();

    private final Reference<I, O> reference;
    private final String id;
    private final int number;
    private final Fragile store;
    private final Checkpointer seen;
    private final CompiledGraph<I, O> graph;
    private final SyncRunner runner;

    Life(Reference<I, O> reference, String id, int number, Bodies bodies, Checkpointer real, Dying dying) {
        this.reference = reference;
        this.id = id;
        this.number = number;
        this.store = new Fragile(real, dying);
        this.seen = store.seen();
        DurableOptions options = DurableOptions.defaults()
                .worker("process " + PROCESSES.incrementAndGet())
                .recoveryCap(Integer.MAX_VALUE);
        this.runner = SyncRunner.builder().checkpointer(seen, options).build();
        this.graph = reference.graph().apply(bodies).with(runner);
    }

    /** The workflow's outputs, once it has come to its end. */
    O live(Way way) {
        try (Workflows workflows =
                Workflows.on(seen).runner(runner).serve(graph).build()) {
            return way == Way.RUN ? run(workflows) : submit(workflows);
        }
    }

    private O run(Workflows workflows) {
        I inputs = reference.inputs().apply(number);
        RunResult<O> result = graph.run(inputs, RunOptions.workflow(id));
        while (result.status() == RunStatus.PAUSED) {
            answer(workflows, workflows.pending());
            result = graph.run(inputs, RunOptions.workflow(id));
        }
        return result.outputs();
    }

    private O submit(Workflows workflows) {
        workflows.submit(graph, id, reference.inputs().apply(number));
        workflows.workHere();
        List<PendingQuestion> pending = workflows.pending();
        while (!pending.isEmpty()) {
            answer(workflows, pending);
            workflows.workHere();
            pending = workflows.pending();
        }
        return workflows
                .result(graph, id)
                .orElseThrow(() -> new AssertionError(id + " is not over"))
                .outputs();
    }

    private void answer(Workflows workflows, List<PendingQuestion> pending) {
        for (PendingQuestion question : pending) {
            workflows.answer(question.workflow(), question.step(), Reference.answer(number), "test");
        }
    }

    /** How many calls of the store there were. */
    int calls() {
        return store.calls();
    }
}
