package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.wire.Cycle;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Take;
import java.util.List;

/**
 * Refuses nodes that wait for each other: none of them could be the first to run. Reported on the parameter by which the first node of the cycle takes
 * what the last one gives, with a drawing of a shortest cycle; once for nodes that are on several.
 */
final class UnseededCycle implements GraphRule {
    private static final String RULE = "UnseededCycle";

    @Override
    public void check(Inspection graph) {
        for (Cycle cycle : graph.wiring().cycles()) {
            if (cycle.edges().stream().noneMatch(edge -> graph.suspects().contains(edge.take()))) {
                Cycle.Edge closing = cycle.edges().get(cycle.edges().size() - 1);
                graph.report().error(Places.of(closing.take()), message(cycle, closing));
            }
        }
    }

    private static Message message(Cycle cycle, Cycle.Edge closing) {
        Take take = closing.take();
        Spelling spelling = Spelling.of(List.of(take), List.of(closing.give()));
        GraphNode first = take.node();
        String itself = cycle.edges().size() == 1
                ? "which it produces itself"
                : "which is made from its own '%s'"
                        .formatted(cycle.edges().get(0).give().value());
        return Message.of(RULE, "%s needs '%s', %s.".formatted(spelling.node(first), take.value(), itself))
                .fact(take.value(), spelling.type(take.parameter().type()), spelling.role(take))
                .fact("cycle", Arrows.cycle(cycle))
                .fix("take another value in %s: %s".formatted(spelling.node(first), Places.takeAnother(take)))
                .fix(Places.giveOtherwise(closing.give()))
                .fix("turn the loop inside of one node");
    }
}
