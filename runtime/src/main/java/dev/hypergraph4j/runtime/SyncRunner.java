package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.RunnerCapabilities.Capability;
import dev.hypergraph4j.runtime.plan.Plan;

/**
 * Runs the nodes of a graph one after the other, in the order of its plan, on the caller's thread: the fastest way to run nodes that compute.
 * Graphs with asynchronous nodes are refused; {@link AsyncRunner} takes them.
 *
 * <p>Immutable and thread-safe.
 */
public final class SyncRunner implements Runner {
    private static final SyncRunner SHARED = new SyncRunner();
    private static final RunnerCapabilities CAPABILITIES = RunnerCapabilities.of();

    private SyncRunner() {}

    /** The runner; it has nothing to set. */
    public static SyncRunner create() {
        return SHARED;
    }

    @Override
    public RunnerCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public <O> RunResult<O> run(PreparedRun<O> run) {
        refuseAsynchronous(run.plan());
        return SequentialRun.run(run);
    }

    @Override
    public <O> RunHandle<O> start(PreparedRun<O> run) {
        refuseAsynchronous(run.plan());
        return SequentialRun.start(run, Threads.shared());
    }

    private static void refuseAsynchronous(Plan plan) {
        if (plan.isAsynchronous()) {
            throw new IncompatibleRunnerException(
                    "SyncRunner",
                    plan.name(),
                    firstAsynchronous(plan),
                    Capability.ASYNCHRONOUS_NODES,
                    "run the graph on an AsyncRunner: graph.with(AsyncRunner.create()), or graph.runAsync(...)");
        }
    }

    private static String firstAsynchronous(Plan plan) {
        return plan.definition().nodes().stream()
                .filter(node -> node.asynchronous())
                .findFirst()
                .orElseThrow()
                .name();
    }
}
