package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Subgraph;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Nesting;
import java.util.HashSet;
import java.util.Set;

/**
 * Refuses fixed values of a {@code @Subgraph} that nothing takes ({@link UnknownInput}), that stand twice ({@link NameCollision}), or that do not fit
 * ({@link BadDefault}). Reported on the name, or the value, in the {@code @Bind}.
 */
final class NestedInputs implements GraphRule {

    @Override
    public void check(Inspection graph) {
        for (GraphNode node : graph.wiring().declared()) {
            Nesting nesting = node.nesting();
            if (nesting != null && !graph.suspects().contains(node)) {
                checkBinds(nesting, graph);
            }
        }
    }

    private static void checkBinds(Nesting nesting, Inspection graph) {
        String nested = nesting.graph().type().simpleName();
        Set<String> seen = new HashSet<>();
        for (Subgraph.Binding bind : nesting.subgraph().binds()) {
            String input = bind.input().text();
            DefaultValue value = nesting.bound().get(input);
            if (!seen.add(input)) {
                graph.report()
                        .error(
                                bind.input().site(),
                                Message.of(
                                                NameCollision.RULE,
                                                "%s binds '%s' of %s twice.".formatted(graph.name(), input, nested))
                                        .fix("remove one of the two"));
            } else if (nesting.isNamespaced()) {
                graph.report()
                        .error(
                                bind.input().site(),
                                Message.of(
                                                UnknownInput.RULE,
                                                "%s binds '%s' of %s, which is namespaced and takes one record."
                                                        .formatted(graph.name(), input, nested))
                                        .fix("set it in the record")
                                        .fix("remove namespaced"));
            } else if (value == null) {
                graph.report().error(bind.input().site(), unknown(input, nesting, graph));
            } else if (value instanceof DefaultValue.Unfit unfit) {
                graph.report()
                        .error(
                                unfit.site(),
                                Message.of(
                                                BadDefault.RULE,
                                                "The value \"%s\" that %s binds to '%s' of %s %s."
                                                        .formatted(
                                                                unfit.display(),
                                                                graph.name(),
                                                                input,
                                                                nested,
                                                                unfit.reason()))
                                        .fix("write a value of its type"));
            }
        }
    }

    private static Message unknown(String input, Nesting nesting, Inspection graph) {
        String nested = nesting.graph().type().simpleName();
        Message message = Message.of(
                UnknownInput.RULE, "%s binds '%s', which %s does not take.".formatted(graph.name(), input, nested));
        return InputsOfNested.withKnown(message, input, nesting).fix("remove the @Bind");
    }
}
