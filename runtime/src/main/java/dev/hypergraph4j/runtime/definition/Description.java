package dev.hypergraph4j.runtime.definition;

import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.internal.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells people what a graph is. */
final class Description {
    private static final String INDENT = "  ";

    private final GraphDefinition graph;

    Description(GraphDefinition graph) {
        this.graph = graph;
    }

    String text() {
        int nodes = graph.nodes().size();
        return "Graph " + graph.name()
                + (graph.version().isEmpty() ? "" : ", version " + graph.version())
                + (nodes == 1 ? ": 1 node\n" : ": " + nodes + " nodes\n")
                + section("Inputs", inputs())
                + section("Nodes", nodes())
                + section("Outputs", outputs());
    }

    private static String section(String title, Table table) {
        String rows = table.text();
        return "\n" + title + "\n" + (rows.isEmpty() ? INDENT + "none\n" : rows);
    }

    private Table inputs() {
        Table table = new Table(INDENT);
        graph.inputs().forEach(input -> table.row(input.name(), input.type(), need(input)));
        return table;
    }

    private static String need(InputDefinition input) {
        if (input.required()) {
            return "required";
        }
        return input.defaultValue().isEmpty() ? "optional" : "default " + input.defaultValue();
    }

    private Table nodes() {
        Table table = new Table(INDENT);
        graph.nodes().forEach(node -> table.row(node.name(), takes(node), "-> " + gives(node), origin(node)));
        return table;
    }

    private static String takes(NodeDefinition node) {
        return node.inputs().stream()
                .map(input -> marked(input.name(), input.optional()))
                .collect(Collectors.joining(", "));
    }

    private static String gives(NodeDefinition node) {
        NodeControl control = node.control();
        if (control.isGate()) {
            return "opens " + String.join(control.several() ? ", " : " or ", control.targets());
        }
        return node.outputs().isEmpty()
                ? "nothing"
                : node.outputs().stream()
                        .map(output -> marked(output.name(), output.optional()) + ": " + output.type())
                        .collect(Collectors.joining(", "));
    }

    private static String origin(NodeDefinition node) {
        return node.method()
                + (node.source().isKnown() ? " (" + node.source() + ")" : "")
                + (node.kind() == NodeKind.STEP ? "" : ", " + node.kind().name().toLowerCase(Locale.ROOT))
                + (node.asynchronous() ? ", asynchronous" : "")
                + signals(", waits for ", node.control().waitsFor())
                + signals(", emits ", node.control().emits());
    }

    private static String signals(String words, List<String> signals) {
        return signals.isEmpty() ? "" : words + String.join(", ", signals);
    }

    private Table outputs() {
        Table table = new Table(INDENT);
        graph.outputs().forEach(output -> table.row(marked(output.name(), output.optional()), output.type()));
        return table;
    }

    private static String marked(String name, boolean optional) {
        return optional ? name + "?" : name;
    }
}
