package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.wire.Cycle;
import dev.hypergraph4j.processor.wire.Edge;
import dev.hypergraph4j.processor.wire.GraphNode;

/**
 * Refuses a cycle that would turn for ever: no gate can leave it, and no seed says that its value stops changing. Reported on a seed of the cycle, or
 * else on its first node.
 */
final class EndlessCycle implements GraphRule {
    private static final String RULE = "EndlessCycle";

    @Override
    public void check(Inspection graph) {
        if (!graph.isSound()) {
            return; // A gate that was misnamed may well be what leaves the cycle.
        }
        for (Cycle cycle : graph.wiring().endless()) {
            Edge seed = cycle.edges().stream().filter(Edge::isSeed).findFirst().orElse(null);
            GraphNode first = cycle.edges().get(0).from();
            if (seed == null) {
                graph.report().error(first.use().site(), message(cycle, first));
            } else {
                graph.report().error(Places.of(seed.taken()), withSeed(message(cycle, first), seed));
            }
        }
    }

    private static Message message(Cycle cycle, GraphNode first) {
        Spelling spelling = Spelling.of();
        return Message.of(RULE, "The cycle of %s never ends: no gate can leave it.".formatted(spelling.node(first)))
                .fact("cycle", Arrows.cycle(cycle))
                .fix("let a gate decide: @IfElse(whenTrue = \"%s\", whenFalse = Gate.END)".formatted(first.name()));
    }

    private static Message withSeed(Message message, Edge seed) {
        return message.fix("say that '%s' stops changing, if it does: @Seed(converges = true)".formatted(seed.label()));
    }
}
