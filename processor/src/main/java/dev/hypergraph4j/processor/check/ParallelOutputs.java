package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.Decision;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.List;
import java.util.Optional;

/**
 * Refuses targets of one gate that give the same value, where the gate may open several of them at once. Reported on the output name of the second, in the order of
 * declaration, once a value.
 */
final class ParallelOutputs implements GraphRule {
    private static final String RULE = "ParallelOutputs";

    @Override
    public void check(Inspection graph) {
        for (List<Give> pair : graph.wiring().clashes()) {
            String value = pair.get(0).value();
            Optional<GraphNode> gate = graph.wiring().active().stream()
                    .filter(node -> opensBoth(node, pair, graph))
                    .findFirst();
            if (gate.isPresent() && !graph.suspects().contains(value)) {
                graph.report().error(Places.of(pair.get(1)), message(value, gate.get(), pair));
                graph.suspects().add(value);
            }
        }
    }

    private static boolean opensBoth(GraphNode node, List<Give> pair, Inspection graph) {
        Decision decision = node.method().traits().decision();
        List<GraphNode> targets = graph.wiring().targets(node);
        return decision != null && decision.several() && pair.stream().allMatch(give -> targets.contains(give.node()));
    }

    private static Message message(String value, GraphNode gate, List<Give> pair) {
        Spelling spelling = Spelling.of(List.of(), pair);
        Message message = Message.of(
                RULE,
                "%s may open %s and %s at once, and both produce '%s'."
                        .formatted(
                                spelling.node(gate),
                                spelling.node(pair.get(0).node()),
                                spelling.node(pair.get(1).node()),
                                value));
        return Facts.gives(message, pair, spelling)
                .fix("have %s return one choice instead of several".formatted(spelling.node(gate)))
                .fix(Places.giveOtherwise(pair.get(1)));
    }
}
