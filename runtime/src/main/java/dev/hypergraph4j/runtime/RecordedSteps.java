package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.RunnerCapabilities.Capability;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Slice;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a workflow have to be recorded for, so that it is refused under {@link Durability#EXIT}: questions, which wait in the store for
 * their answers; effects that must not be repeated, since nobody could tell after a crash whether they had begun; and waiting for spawned workflows,
 * which are not created before the end.
 *
 * <p>Starts are refused where the plan shows it. A node that comes to it all the same, in a retry that may pause where the failed workflow might not,
 * fails.
 */
final class RecordedSteps {
    private static final String RUNNER = "Durability.EXIT";

    private RecordedSteps() {}

    /**
     * Refuses to start {@code run} where it needs what {@code durability} does not give.
     *
     * @throws IncompatibleRunnerException naming the node
     */
    static void require(Durability durability, PreparedRun<?> run) {
        if (durability == Durability.EXIT) {
            Slice<?> slice = run.slice();
            for (int range = 0; range < slice.ranges(); range++) {
                refuse(run.plan(), slice.from(range), slice.to(range), run.options());
            }
        }
    }

    /** As for a run. */
    static void require(Durability durability, PreparedMap<?> map) {
        if (durability == Durability.EXIT) {
            refuse(map.plan(), 0, map.plan().size(), map.options());
        }
    }

    private static void refuse(Plan plan, int from, int to, RunOptions options) {
        String node = first(plan, from, to, options.mayPause());
        if (node != null) {
            throw missing(plan.name(), node);
        }
    }

    /** The path of the first node that needs them, which may be one of a nested graph; {@code null} if there is none. */
    private static @Nullable String first(Plan plan, int from, int to, boolean mayPause) {
        for (int node = from; node < to; node++) {
            String name = plan.node(node).name();
            if (plan.traits(node).effectOnce()
                    || (mayPause && plan.node(node).control().asks())) {
                return name;
            }
            Plan.Nested nested = plan.nested(node);
            String inner = nested == null
                    ? null
                    : first(nested.plan(), 0, nested.plan().size(), mayPause);
            if (inner != null) {
                return name + "/" + inner;
            }
        }
        return null;
    }

    /** What to throw where {@code node} of {@code graph} needs them. */
    static IncompatibleRunnerException missing(String graph, String node) {
        return new IncompatibleRunnerException(
                RUNNER,
                graph,
                node,
                Capability.RECORDED_STEPS,
                "record them: DurableOptions.defaults(), whose durability is SYNC, or durability(Durability.RELAXED)");
    }
}
