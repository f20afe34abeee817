package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Nesting;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses to map a nested graph that asks questions, itself or by a graph nested in it: each item would pause by itself. Reported on the
 * {@code @Subgraph}.
 */
final class MappedInterrupt implements GraphRule {
    private static final String RULE = "MappedInterrupt";

    @Override
    public void check(Inspection graph) {
        for (GraphNode node : graph.wiring().declared()) {
            Nesting nesting = node.nesting();
            if (nesting != null && nesting.subgraph().isMapped() && nesting.asks()) {
                graph.report().error(node.use().site(), message(node, nesting, graph));
            }
        }
    }

    private static Message message(GraphNode node, Nesting nesting, Inspection graph) {
        List<String> path = new ArrayList<>(List.of(node.name()));
        path.addAll(nesting.graph().question());
        String nested = nesting.graph().type().simpleName();
        return Message.of(RULE, "%s maps %s, which asks a question.".formatted(graph.name(), nested))
                .fact("asks", String.join("/", path))
                .fix("ask before or behind the map, in " + graph.name())
                .fix("remove mapOver, and run " + nested + " for one item");
    }
}
