package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.History;
import dev.hypergraph4j.runtime.durable.MissingValueException;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.VersionPolicy;
import dev.hypergraph4j.runtime.durable.Workflow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A graph whose workflows are run here, by a runner that records them. */
record ServedGraph<I, O>(CompiledGraph<I, O> graph, Runner runner) {

    /** The graph with its own runner if that records in the store of {@code runner}, else with this. */
    static <I, O> ServedGraph<I, O> of(CompiledGraph<I, O> graph, Runner runner) {
        Runner own = graph.ownRunner();
        return new ServedGraph<>(graph, own != null && isOneStore(own, runner) ? own : runner);
    }

    /** What is claimed in one store must not be recorded in another one. */
    private static boolean isOneStore(Runner own, Runner runner) {
        DurableRuns durable = DurableRuns.of(own);
        return durable != null
                && Objects.equals(
                        durable.store(),
                        Objects.requireNonNull(DurableRuns.of(runner)).store());
    }

    /** @throws IncompatibleRunnerException if the runner can't run the graph */
    void requireRunnable() {
        if (runner instanceof SyncRunner) {
            SyncRunner.refuseAsynchronous(graph.plan());
        }
    }

    private DurableRuns durable() {
        return Objects.requireNonNull(DurableRuns.of(runner), "The runner has no checkpointer.");
    }

    /** As who its workflows are claimed, which their leases are renewed as. */
    Claimant claimant() {
        return durable().options().claimant();
    }

    VersionPolicy versionPolicy() {
        return durable().options().versionPolicy();
    }

    private PreparedRun<O> prepare(History history) {
        Workflow workflow = history.workflow();
        RunOptions options = RunOptions.workflow(workflow.id()).onError(workflow.errorHandling());
        return graph.prepareRecorded(
                history.inputs(), durable().store().codec(), workflow.prefillOnly() ? options.prefillOnly() : options);
    }

    /** Runs a workflow that was claimed. */
    RunResult<O> run(WorkerClaim claim, StopSignal stop) {
        return DurableRuns.runClaimed(runner, prepareOrPark(claim.claim()), claim, stop);
    }

    /** Without its inputs a workflow can't even begin to go on: it waits for code that can read them. */
    private PreparedRun<O> prepareOrPark(Claim.Claimed claim) {
        try {
            return prepare(claim.history());
        } catch (RuntimeException unreadable) {
            Ending parked = Ending.parked(ParkReason.VALUE_UNREADABLE, "inputs: " + unreadable.getMessage());
            durable()
                    .store()
                    .commit(new Transition(
                            claim.lease(),
                            claimant(),
                            claim.history().workflow().durability(),
                            null,
                            List.of(),
                            parked));
            throw unreadable;
        }
    }

    /** The result of a workflow that has completed. */
    RunResult<O> rerun(String id, Checkpointer store) {
        History completed = store.history(id).orElseThrow();
        return DurableRuns.rerun(runner, prepare(completed), completed);
    }

    /** Whether a workflow is left to other processes, since the JVM has failed it here. */
    boolean hasCrashedOn(String id) {
        return durable().crashes().wereMetIn(id);
    }

    /** Whether a workflow has steps of other code, with which it must not go on. One of which a value is missing is to be claimed: that parks it. */
    boolean isIncompatible(String id, Checkpointer store) {
        if (versionPolicy() != VersionPolicy.COMPATIBLE) {
            return false;
        }
        Optional<History> history;
        try {
            history = store.history(id);
        } catch (MissingValueException parkedWhenClaimed) {
            return false;
        }
        return history.isPresent()
                && !history.get().workflow().status().isFinal()
                && !new VersionCheck(graph.plan(), history.get()).differences().isEmpty();
    }
}
