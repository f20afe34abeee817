package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.GraphOutput;

/**
 * Warns of a node that never runs, because no promised output needs it or {@code entrypoint} leaves it out. Only of the graph's own nodes, since a graph
 * may take a library in for some of its nodes. Reported on the method.
 */
final class DeadNode implements GraphRule {
    private static final String RULE = "DeadNode";

    @Override
    public void check(Inspection graph) {
        if (!graph.isSound()) {
            return;
        }
        for (GraphNode node : graph.wiring().declared()) {
            if (node.use().ownClass() && !graph.wiring().active().contains(node)) {
                graph.report().warning(node.use().site(), message(node, graph));
            }
        }
    }

    private static Message message(GraphNode node, Inspection graph) {
        String name = node.method().display();
        Message message = Message.of(RULE, "%s never runs: %s.".formatted(name, reason(graph)))
                .fact("node", node.method().signature());
        if (!graph.wiring().outputs().isEmpty()) {
            message = message.fact(
                    "outputs",
                    Lists.enumerated(graph.wiring().outputs().stream()
                            .map(GraphOutput::name)
                            .toList()));
        }
        return message.fix("remove it, or take its output where it is needed")
                .fix("say @SuppressWarnings(\"hypergraph:DeadNode\")");
    }

    private static String reason(Inspection graph) {
        return graph.graph().entrypoint().isEmpty()
                ? "no output of " + graph.name() + " needs it"
                : "entrypoint or the outputs of " + graph.name() + " leave it out";
    }
}
