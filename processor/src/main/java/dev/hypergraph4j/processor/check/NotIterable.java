package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Nesting;
import dev.hypergraph4j.processor.wire.Take;
import java.util.List;

/**
 * Refuses a {@code mapOver} that names no input of the nested graph, or one for which a node gives what has no elements. Reported on the name in
 * {@code mapOver}.
 */
final class NotIterable implements GraphRule {
    private static final String RULE = "NotIterable";

    @Override
    public void check(Inspection graph) {
        for (GraphNode node : graph.wiring().declared()) {
            Nesting nesting = node.nesting();
            if (nesting != null && !graph.suspects().contains(node)) {
                nesting.subgraph().mapping().over().forEach(over -> check(over, node, nesting, graph));
            }
        }
    }

    private static void check(Name over, GraphNode node, Nesting nesting, Inspection graph) {
        String nested = nesting.graph().type().simpleName();
        String input = over.text();
        if (!nesting.graph().inputs().containsKey(input)) {
            Message message = Message.of(
                    RULE, "%s maps %s over '%s', which it does not take.".formatted(graph.name(), nested, input));
            graph.report()
                    .error(
                            over.site(),
                            InputsOfNested.withKnown(message, input, nesting).fix("remove it from mapOver"));
            graph.suspects().add(node);
            return;
        }
        if (nesting.bound().containsKey(input) || nesting.isNamespaced()) {
            String reason =
                    nesting.isNamespaced() ? "is namespaced and takes one record" : "has one fixed value for it";
            graph.report()
                    .error(
                            over.site(),
                            Message.of(
                                            RULE,
                                            "%s can't map %s over '%s': the @Subgraph %s."
                                                    .formatted(graph.name(), nested, input, reason))
                                    .fix("remove it from mapOver")
                                    .fix(nesting.isNamespaced() ? "remove namespaced" : "remove the @Bind"));
            graph.suspects().add(node);
            return;
        }
        node.takes().stream()
                .filter(take -> take.parameter().value().equals(input))
                .forEach(take -> checkGiven(take, over, graph));
    }

    private static void checkGiven(Take take, Name over, Inspection graph) {
        List<Give> gives = graph.wiring().producers().getOrDefault(take.value(), List.of());
        for (Give give : gives) {
            if (!give.port().type().isSequence() && !graph.suspects().contains(take)) {
                Spelling spelling = Spelling.of(List.of(take), List.of(give));
                String type = spelling.type(give.port().type());
                graph.report()
                        .error(
                                over.site(),
                                Message.of(
                                                RULE,
                                                "%s is mapped over '%s', but %s produces %s."
                                                        .formatted(
                                                                spelling.node(take.node()),
                                                                take.value(),
                                                                spelling.node(give.node()),
                                                                type))
                                        .fact(take.value(), type, spelling.role(give))
                                        .fix("have %s produce %s"
                                                .formatted(
                                                        spelling.node(give.node()),
                                                        take.parameter().type().display()))
                                        .fix("remove it from mapOver"));
                graph.suspects().add(take.value());
            }
        }
    }
}
