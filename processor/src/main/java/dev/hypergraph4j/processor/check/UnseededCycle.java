package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.wire.Cycle;
import dev.hypergraph4j.processor.wire.Edge;
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
            if (cycle.edges().stream().noneMatch(edge -> isSuspect(edge, graph))) {
                Edge closing = closing(cycle);
                if (closing.isValue()) {
                    graph.report().error(Places.of(closing.taken()), message(cycle, closing));
                } else {
                    graph.report().error(closing.to().use().site(), ofSignals(cycle, closing));
                }
            }
        }
    }

    private static boolean isSuspect(Edge edge, Inspection graph) {
        return edge.isValue()
                ? graph.suspects().contains(edge.taken())
                : graph.suspects().contains(edge.from()) || graph.suspects().contains(edge.to());
    }

    /** The edge that leads back to the first node, or else the last one that carries a value: such a one can be made a seed. */
    private static Edge closing(Cycle cycle) {
        Edge last = cycle.edges().get(cycle.edges().size() - 1);
        return last.isValue()
                ? last
                : cycle.edges().stream()
                        .filter(Edge::isValue)
                        .reduce((a, b) -> b)
                        .orElse(last);
    }

    private static Message message(Cycle cycle, Edge closing) {
        Take take = closing.taken();
        Spelling spelling = Spelling.of(List.of(take), List.of(closing.given()));
        GraphNode node = take.node();
        String type = spelling.type(take.parameter().type());
        String itself = cycle.edges().size() == 1
                ? "which it produces itself"
                : "which is made from its own '%s'".formatted(ownLabel(cycle, node));
        return Message.of(RULE, "%s needs '%s', %s.".formatted(spelling.node(node), take.value(), itself))
                .fact(take.value(), type, spelling.role(take))
                .fact("cycle", Arrows.cycle(cycle))
                .fix("say that the cycle begins here: @Seed %s %s"
                        .formatted(type, take.parameter().name()))
                .fix("take another value in %s: %s".formatted(spelling.node(node), Places.takeAnother(take)))
                .fix(Places.giveOtherwise(closing.given()));
    }

    private static String ownLabel(Cycle cycle, GraphNode node) {
        return cycle.edges().stream()
                .filter(edge -> edge.from() == node)
                .map(Edge::label)
                .findFirst()
                .orElse("");
    }

    private static Message ofSignals(Cycle cycle, Edge closing) {
        Spelling spelling = Spelling.of();
        return Message.of(
                        RULE,
                        "%s waits for '%s', which waits for %s."
                                .formatted(spelling.node(closing.to()), closing.label(), spelling.node(closing.to())))
                .fact("cycle", Arrows.cycle(cycle))
                .fix("remove \"" + closing.label() + "\" from its waitFor");
    }
}
