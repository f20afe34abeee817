package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.List;

/**
 * Warns, in a durable graph, of two nodes that return nothing, so are run for their effects, of which a run may execute both and nothing says which goes first:
 * after a crash they may have happened in either order. Reported on the method of the later one, in the order of declaration, with one of those before it.
 */
final class SideEffectUnordered implements GraphRule {
    private static final String RULE = "SideEffectUnordered";

    @Override
    public void check(Inspection graph) {
        if (!graph.graph().durable() || !graph.isSound()) {
            return;
        }
        for (List<GraphNode> pair : graph.wiring().unordered()) {
            if (!pair.get(0).use().site().suppresses(RULE)) {
                graph.report().warning(pair.get(1).use().site(), message(pair.get(0), pair.get(1)));
            }
        }
    }

    private static Message message(GraphNode one, GraphNode other) {
        Spelling spelling = Spelling.ofMethods(List.of(one.method(), other.method()));
        return Message.of(
                        RULE,
                        "Nothing orders %s and %s: after a crash, they may have happened in either order."
                                .formatted(spelling.node(one), spelling.node(other)))
                .fact(one.name(), spelling.signature(one.method()))
                .fact(other.name(), spelling.signature(other.method()))
                .fix("let one wait for the other: emit = \"...\" in %s, waitFor = \"...\" in %s"
                        .formatted(spelling.method(one.method()), spelling.method(other.method())))
                .fix("say @SuppressWarnings(\"hypergraph:SideEffectUnordered\"), if either order will do");
    }
}
