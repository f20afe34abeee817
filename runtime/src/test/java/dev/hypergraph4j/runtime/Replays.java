package dev.hypergraph4j.runtime;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StepStatus;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.function.IntFunction;

/** How often a node of a cycle ran before its workflow was resumed. */
final class Replays {
    private Replays() {}

    static int before(Plan plan, int node, IntFunction<NodeContext> contexts) {
        NodeContext context;
        try {
            context = contexts.apply(node);
        } catch (NullPointerException notLinked) {
            return 0;
        }
        StepContext step = context instanceof LiveContext live ? live.step() : null;
        if (step == null) {
            return 0;
        }
        String key = step.id().key();
        String name = plan.node(node).name();
        String around = key.substring(0, key.lastIndexOf('/') + 1);
        int count = 0;
        for (int turn = 0; turn < context.iteration(); turn++) {
            String earlier = around + name + (turn == 0 ? "" : "#" + turn);
            Step recorded = step.journal().recorded(earlier);
            count += recorded == null || recorded.status() == StepStatus.OPEN ? 0 : 1;
        }
        return count;
    }
}
