package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.Nested;
import dev.hypergraph4j.processor.model.Subgraph;
import dev.hypergraph4j.processor.report.Report;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.NestedGraph;
import dev.hypergraph4j.processor.wire.Nesting;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses a graph that is nested in itself, and one whose generated types do not exist or can't be seen. Reported on the {@code @Subgraph}. What is
 * wrong with the nested graph itself is reported there; of the graph around it nothing more can be told then.
 */
final class BadSubgraph implements GraphRule {
    private static final String RULE = "BadSubgraph";

    @Override
    public void check(Inspection graph) {
        for (Subgraph subgraph : graph.graph().subgraphs()) {
            if (subgraph.nested() instanceof Nested.Itself itself) {
                graph.report().error(subgraph.site(), nestedInItself(itself, graph));
                graph.suspects().addUnknownNodes();
            } else if (subgraph.nested() instanceof Nested.Unknown) {
                graph.report().error(subgraph.site(), unprocessed(subgraph, graph));
                graph.suspects().addUnknownNodes();
            }
        }
        for (GraphNode node : graph.wiring().declared()) {
            Nesting nesting = node.nesting();
            if (nesting != null) {
                check(nesting, node, graph);
            }
        }
    }

    private static void check(Nesting nesting, GraphNode node, Inspection graph) {
        NestedGraph nested = nesting.graph();
        if (!nesting.isVisibleFrom(graph.graph().type().packageName())) {
            graph.report().error(node.use().site(), hidden(nested, graph));
            graph.suspects().addFlaw();
        }
        if (nested.wiring() != null && !GraphChecks.check(nested.wiring(), new Report())) {
            graph.suspects().add(node);
            graph.suspects().addUnknownNodes();
        }
    }

    private static Message nestedInItself(Nested.Itself itself, Inspection graph) {
        List<String> way = new ArrayList<>(List.of(graph.name()));
        way.addAll(itself.way());
        return Message.of(RULE, "%s would be nested in itself.".formatted(graph.name()))
                .fact("nested", Arrows.path(way))
                .fix("remove the @Subgraph")
                .fix("let the graph turn in a cycle instead, with @Seed and a gate");
    }

    private static Message unprocessed(Subgraph subgraph, Inspection graph) {
        String name = subgraph.type().simpleName();
        return Message.of(
                        RULE,
                        "%s can't nest %s, whose class file was not compiled with the Hypergraph4j processor."
                                .formatted(graph.name(), name))
                .fact("nested", subgraph.type().canonicalName())
                .fix("compile " + name + " with the processor, which writes down beside it what it takes and gives");
    }

    private static Message hidden(NestedGraph nested, Inspection graph) {
        String name = nested.type().simpleName();
        return Message.of(
                        RULE,
                        "%s can't nest %s, which is not public and of another package.".formatted(graph.name(), name))
                .fact("nested", nested.type().canonicalName())
                .fact("graph", graph.graph().type().canonicalName())
                .fix("make " + name + " public");
    }
}
