package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.internal.Suggestions;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.UnknownReference;
import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.List;

/**
 * Refuses what names nodes and leads to none: an entry of {@code @Graph(nodes)} that is no class with node methods, a {@code @Use} of what is no
 * node method, an {@code entrypoint} that no node is called. Reported on that entry, since the classes it could have meant are right.
 */
final class UnknownNode implements GraphRule {
    private static final String RULE = "UnknownNode";

    @Override
    public void check(Inspection graph) {
        graph.graph().unknown().forEach(reference -> graph.report().error(reference.site(), message(reference, graph)));
        List<String> names = graph.wiring().declared().stream()
                .map(GraphNode::name)
                .distinct()
                .toList();
        for (Name entrypoint : graph.graph().entrypoint()) {
            if (!names.contains(entrypoint.text()) && !graph.suspects().incomplete()) {
                graph.report().error(entrypoint.site(), message(entrypoint, names, graph));
                graph.suspects().addUnknownNodes();
            }
        }
    }

    private static Message message(UnknownReference reference, Inspection graph) {
        String name = reference.name();
        Message message = Message.of(
                RULE,
                switch (reference.kind()) {
                    case NODE_CLASS ->
                        "%s takes nodes from %s, which has no node method.".formatted(graph.name(), name);
                    case NOT_A_GRAPH ->
                        "%s takes nodes from %s, which is a graph itself.".formatted(graph.name(), name);
                    case NODE_METHOD -> "%s uses %s, which is no node method.".formatted(graph.name(), name);
                    case GRAPH -> "%s nests %s, which is no graph.".formatted(graph.name(), name);
                });
        if (!reference.known().isEmpty()) {
            message = message.fact(
                    "nodes",
                    Lists.enumerated(reference.known().stream().sorted().toList()));
        }
        String guess = Suggestions.closest(name.substring(name.lastIndexOf('.') + 1), reference.known())
                .map(known -> "'" + known + "'")
                .orElse("");
        return switch (reference.kind()) {
            case NODE_CLASS ->
                message.didYouMean(guess)
                        .fix("annotate the methods of " + name + " that are to be nodes with @Node")
                        .fix("remove it from nodes");
            case NOT_A_GRAPH ->
                message.didYouMean(guess)
                        .fix("move the nodes that both need to a class without @Graph, and list that in both");
            case NODE_METHOD -> message.didYouMean(guess).fix("name a node method in the @Use, as its class calls it");
            case GRAPH ->
                message.fix("annotate " + name + " with @Graph")
                        .fix("list it in @Graph(nodes), if it is a class with node methods");
        };
    }

    private static Message message(Name entrypoint, List<String> names, Inspection graph) {
        return Message.of(
                        RULE,
                        "%s starts from '%s', which is none of its nodes.".formatted(graph.name(), entrypoint.text()))
                .fact("nodes", Lists.enumerated(names.stream().sorted().toList()))
                .didYouMean(Suggestions.closest(entrypoint.text(), names)
                        .map(name -> "'" + name + "'")
                        .orElse(""))
                .fix("name a node in entrypoint; a node is called as its method unless @Node(name) says otherwise");
    }
}
