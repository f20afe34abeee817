package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Warns of one of a node's several outputs that nobody gets: no node takes it, and the graph, which says which outputs it has, does not name it. Only
 * of the graph's own nodes, since those of a library may give more than one graph needs. Reported on the output's name.
 */
final class UnusedOutput implements GraphRule {
    private static final String RULE = "UnusedOutput";

    @Override
    public void check(Inspection graph) {
        if (!graph.isSound()) {
            return;
        }
        Set<String> used = new HashSet<>(graph.wiring().consumers().keySet());
        graph.wiring().outputs().forEach(output -> used.add(output.name()));
        for (GraphNode node : graph.wiring().active()) {
            for (Give give : node.gives()) {
                if (node.use().ownClass() && node.gives().size() > 1 && !used.contains(give.value())) {
                    graph.report().warning(Places.of(give), message(give, graph));
                }
            }
        }
    }

    private static Message message(Give give, Inspection graph) {
        Spelling spelling = Spelling.of(List.of(), List.of(give));
        return Message.of(
                        RULE,
                        "%s produces '%s', which no node takes and %s does not give."
                                .formatted(spelling.node(give.node()), give.value(), graph.name()))
                .fact(give.value(), spelling.type(give.port().type()), spelling.role(give))
                .fix("remove \"" + give.port().name() + "\" from its outputName")
                .fix(
                        graph.graph().select().isEmpty()
                                ? "return it from an entry method of " + graph.name()
                                : "add \"" + give.value() + "\" to select")
                .fix("say @SuppressWarnings(\"hypergraph:UnusedOutput\")");
    }
}
