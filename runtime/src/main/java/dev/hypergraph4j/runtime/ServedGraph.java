package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.VersionPolicy;
import java.util.Objects;
import java.util.Optional;

/** A graph whose workflows are run here, by a runner that records them. */
record ServedGraph<I, O>(CompiledGraph<I, O> graph, Runner runner) {

    /** The graph with its own runner if that records, else with {@code runner}. */
    static <I, O> ServedGraph<I, O> of(CompiledGraph<I, O> graph, Runner runner) {
        Runner own = graph.ownRunner();
        return new ServedGraph<>(graph, own != null && DurableRuns.of(own) != null ? own : runner);
    }

    private DurableRuns durable() {
        return Objects.requireNonNull(DurableRuns.of(runner), "The runner has no checkpointer.");
    }

    private PreparedRun<O> prepare(History history) {
        RunOptions options = RunOptions.workflow(history.workflow().id());
        return graph.prepareRecorded(
                history.inputs(),
                durable().store().codec(),
                history.workflow().prefillOnly() ? options.prefillOnly() : options);
    }

    /** Runs a workflow that was claimed. */
    RunResult<O> run(WorkerClaim claim, StopSignal stop) {
        return DurableRuns.runClaimed(runner, prepare(claim.claim().history()), claim, stop);
    }

    /** The result of a workflow that has completed. */
    RunResult<O> rerun(String id, Checkpointer store) {
        return runner.run(prepare(store.history(id).orElseThrow()));
    }

    /** Whether a workflow is left to other processes, since the JVM has failed it here. */
    boolean hasCrashedOn(String id) {
        return durable().crashes().wereMetIn(id);
    }

    /** Whether a workflow has steps of other code, with which it must not go on. */
    boolean isIncompatible(String id, Checkpointer store) {
        if (durable().options().versionPolicy() != VersionPolicy.COMPATIBLE) {
            return false;
        }
        Optional<History> history = store.history(id);
        return history.isPresent()
                && !history.get().workflow().status().isFinal()
                && !new VersionCheck(graph.plan(), history.get()).differences().isEmpty();
    }
}
