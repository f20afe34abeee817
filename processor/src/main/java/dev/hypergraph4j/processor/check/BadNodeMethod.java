package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.report.Report;
import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses a method that can't be a node, and, in a graph, one with types that the graph's package can't see, since generated code there has to
 * spell them. Reported on the method, with all its faults at once: they are mended in one place.
 */
final class BadNodeMethod implements NodeClassRule, GraphRule {
    private static final String RULE = "BadNodeMethod";

    @Override
    public void check(NodeClass nodeClass, Report report) {
        for (NodeMethod method : Places.methodsOf(nodeClass)) {
            if (Faults.has(method)) {
                report.error(method.site(), message(method, Faults.of(method)));
            }
        }
    }

    @Override
    public void check(Inspection graph) {
        String packageName = graph.graph().type().packageName();
        Set<NodeMethod> seen = new HashSet<>();
        for (GraphNode node : graph.wiring().declared()) {
            if (graph.suspects().contains(node)) {
                continue;
            }
            List<String> hidden = node.method().typesHiddenFrom(packageName).stream()
                    .map(ValueType::display)
                    .toList();
            if (!hidden.isEmpty() && seen.add(node.method())) {
                graph.report().error(node.use().site(), message(node.method(), hidden, packageName, graph));
            }
        }
    }

    private static Message message(NodeMethod method, List<Faults.Described> faults) {
        if (faults.size() == 1) {
            return Message.of(
                            RULE,
                            "%s can't be a node: it %s."
                                    .formatted(method.display(), faults.get(0).what()))
                    .fix(faults.get(0).mend());
        }
        Message message =
                Message.of(RULE, "%s can't be a node for %d reasons.".formatted(method.display(), faults.size()));
        for (int i = 0; i < faults.size(); i++) {
            Faults.Described fault = faults.get(i);
            message = message.fact(String.valueOf(i + 1), "it " + fault.what(), fault.mend());
        }
        return message;
    }

    private static Message message(NodeMethod method, List<String> hidden, String packageName, Inspection graph) {
        return Message.of(
                        RULE,
                        "%s can't use %s: the package '%s' can't see %s."
                                .formatted(graph.name(), method.display(), packageName, Lists.enumerated(hidden)))
                .fact("node", method.signature())
                .fact("graph", graph.graph().type().canonicalName())
                .fix("make " + Lists.enumerated(hidden) + " public")
                .fix("move " + graph.name() + " to the package '"
                        + method.owner().packageName() + "'");
    }
}
