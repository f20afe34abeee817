package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.NodeUse;
import dev.hypergraph4j.processor.model.Renaming;
import dev.hypergraph4j.processor.report.Report;
import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses two nodes of one name, and a {@code @Use} that renames a value twice. Reported on the second of the two, in the order of declaration;
 * for methods of one class with that class, else with the graph that brings them together.
 */
final class NameCollision implements NodeClassRule, GraphRule {
    static final String RULE = "NameCollision";

    @Override
    public void check(NodeClass nodeClass, Report report) {
        Map<String, NodeMethod> byName = new HashMap<>();
        List<NodeMethod> checked = Places.methodsOf(nodeClass);
        for (NodeMethod method : nodeClass.methods()) {
            NodeMethod first = byName.putIfAbsent(method.node(), method);
            if (first != null && checked.contains(method)) {
                report.error(
                        method.site(), nodes(method.node(), nodeClass.name().simpleName(), first, method, rename()));
            }
        }
    }

    @Override
    public void check(Inspection graph) {
        checkNodes(graph);
        graph.wiring().declared().stream().map(GraphNode::use).forEach(use -> {
            checkRenames(use, use.inputs(), graph);
            checkRenames(use, use.outputs(), graph);
        });
    }

    private static void checkNodes(Inspection graph) {
        Map<String, GraphNode> byName = new HashMap<>();
        for (GraphNode node : graph.wiring().declared()) {
            GraphNode first = byName.putIfAbsent(node.name(), node);
            if (first != null && isReportedWithClass(first, node)) {
                graph.suspects().addFlaw();
            } else if (first != null) {
                String mend = Places.isFurtherUse(node)
                        ? "choose another name in the " + Places.annotation(node.use())
                        : rename();
                graph.report()
                        .error(
                                node.use().site(),
                                nodes(node.name(), graph.name(), first.method(), node.method(), mend));
            }
        }
    }

    private static boolean isReportedWithClass(GraphNode first, GraphNode second) {
        return !Places.isFurtherUse(first)
                && !Places.isFurtherUse(second)
                && first.use().holder().equals(second.use().holder());
    }

    private static String rename() {
        return "name one of them otherwise: @Node(name = \"...\")";
    }

    private static Message nodes(String name, String where, NodeMethod first, NodeMethod second, String mend) {
        Spelling spelling = Spelling.ofMethods(List.of(first, second));
        return Message.of(RULE, "Two nodes of %s are called '%s'.".formatted(where, name))
                .fact("first", spelling.signature(first))
                .fact("second", spelling.signature(second))
                .fix(mend);
    }

    private static void checkRenames(NodeUse use, List<Renaming> renamings, Inspection graph) {
        Set<String> seen = new HashSet<>();
        for (Renaming renaming : renamings) {
            if (!seen.add(renaming.from().text())) {
                graph.report()
                        .error(
                                renaming.from().site(),
                                Message.of(
                                                RULE,
                                                "The %s '%s' of %s renames '%s' twice."
                                                        .formatted(
                                                                Places.annotation(use),
                                                                use.name(),
                                                                graph.name(),
                                                                renaming.from().text()))
                                        .fix("remove one of the two"));
            }
        }
    }
}
