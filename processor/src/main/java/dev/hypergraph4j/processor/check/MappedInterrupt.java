package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Nesting;
import dev.hypergraph4j.processor.wire.Wiring;
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
            if (nesting != null && nesting.subgraph().isMapped()) {
                List<String> way = wayToQuestion(nesting.wiring());
                if (!way.isEmpty()) {
                    graph.report().error(node.use().site(), message(node, nesting, way, graph));
                }
            }
        }
    }

    /** The names of the nodes that lead to one which asks; none where none does. */
    private static List<String> wayToQuestion(Wiring wiring) {
        for (GraphNode node : wiring.active()) {
            Nesting nesting = node.nesting();
            List<String> way = new ArrayList<>();
            if (nesting != null) {
                way.addAll(wayToQuestion(nesting.wiring()));
            }
            if (!way.isEmpty() || node.method().traits().interrupt()) {
                way.add(0, node.name());
                return way;
            }
        }
        return List.of();
    }

    private static Message message(GraphNode node, Nesting nesting, List<String> way, Inspection graph) {
        List<String> path = new ArrayList<>(List.of(node.name()));
        path.addAll(way);
        String nested = nesting.wiring().graph().type().simpleName();
        return Message.of(RULE, "%s maps %s, which asks a question.".formatted(graph.name(), nested))
                .fact("asks", String.join("/", path))
                .fix("ask before or behind the map, in " + graph.name())
                .fix("remove mapOver, and run " + nested + " for one item");
    }
}
