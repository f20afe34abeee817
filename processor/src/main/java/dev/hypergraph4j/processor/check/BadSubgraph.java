package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.Subgraph;
import dev.hypergraph4j.processor.report.Report;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Nesting;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses a graph that is nested in itself, and one whose generated types can't be seen. Reported on the {@code @Subgraph}. What is wrong with
 * the nested graph itself is reported there; of the graph around it nothing more can be told then.
 */
final class BadSubgraph implements GraphRule {
    private static final String RULE = "BadSubgraph";

    @Override
    public void check(Inspection graph) {
        for (Subgraph subgraph : graph.graph().subgraphs()) {
            GraphDeclaration nested = subgraph.graph();
            if (nested == null) {
                graph.report().error(subgraph.site(), nestedInItself(subgraph, graph));
                graph.suspects().addUnknownNodes();
            } else if (!isVisible(nested, graph)) {
                graph.report().error(subgraph.site(), hidden(nested, graph));
                graph.suspects().addFlaw();
            }
        }
        for (GraphNode node : graph.wiring().declared()) {
            Nesting nesting = node.nesting();
            if (nesting != null && !GraphChecks.check(nesting.wiring(), new Report())) {
                graph.suspects().add(node);
                graph.suspects().addUnknownNodes();
            }
        }
    }

    private static Message nestedInItself(Subgraph subgraph, Inspection graph) {
        List<String> way = new ArrayList<>(List.of(graph.name()));
        way.addAll(subgraph.way());
        return Message.of(RULE, "%s would be nested in itself.".formatted(graph.name()))
                .fact("nested", Arrows.path(way))
                .fix("remove the @Subgraph")
                .fix("let the graph turn in a cycle instead, with @Seed and a gate");
    }

    private static boolean isVisible(GraphDeclaration nested, Inspection graph) {
        return nested.isPublic()
                || nested.type().packageName().equals(graph.graph().type().packageName());
    }

    private static Message hidden(GraphDeclaration nested, Inspection graph) {
        String name = nested.type().simpleName();
        return Message.of(
                        RULE,
                        "%s can't nest %s, which is not public and of another package.".formatted(graph.name(), name))
                .fact("nested", nested.type().canonicalName())
                .fact("graph", graph.graph().type().canonicalName())
                .fix("make " + name + " public");
    }
}
