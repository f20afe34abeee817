package dev.hypergraph4j.runtime.definition;

import dev.hypergraph4j.NodeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws a graph in the DOT language. Identifiers are numbers and all text is quoted, so that any name can be drawn. */
final class DotDrawing {

    /** Where a value comes from: the identifier of a box, and what edges that leave it look like. */
    private record Source(String box, String label, boolean optional) {

        String labelledEdgeTo(String target) {
            return edgeTo(target, label);
        }

        /** An output needs no label at its edge: its box bears the same name. */
        String plainEdgeTo(String target) {
            return edgeTo(target, "");
        }

        private String edgeTo(String target, String shownLabel) {
            List<String> attributes = new ArrayList<>(2);
            if (!shownLabel.isEmpty()) {
                attributes.add("label=" + quoted(shownLabel));
            }
            if (optional) {
                attributes.add("style=dashed");
            }
            return box + " -> " + target + (attributes.isEmpty() ? ";" : " " + attributes + ";");
        }
    }

    private final GraphDefinition graph;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, List<Source>> sources = new HashMap<>();

    DotDrawing(GraphDefinition graph) {
        this.graph = graph;
    }

    String text() {
        text.append("digraph ").append(quoted(graph.name())).append(" {\n");
        line("node [shape=box];");
        drawInputs(graph.inputs());
        drawNodes(graph.nodes());
        drawEdges(graph.nodes());
        drawChoices(graph.nodes());
        drawSignals(graph.nodes());
        drawOutputs(graph.outputs());
        return text.append("}\n").toString();
    }

    private void drawInputs(List<InputDefinition> inputs) {
        for (int i = 0; i < inputs.size(); i++) {
            InputDefinition input = inputs.get(i);
            line("i" + i + " [label=" + quoted(input.name()) + ", style=rounded];");
            add(input.name(), new Source("i" + i, "", input.mayBeAbsent()));
        }
    }

    private void drawNodes(List<NodeDefinition> nodes) {
        for (int n = 0; n < nodes.size(); n++) {
            NodeDefinition node = nodes.get(n);
            line("n" + n + " [label=" + quoted(node.name()) + shape(node) + "];");
            for (ValueDefinition output : node.outputs()) {
                add(output.name(), new Source("n" + n, output.name(), output.optional()));
            }
        }
    }

    private void drawEdges(List<NodeDefinition> nodes) {
        for (int n = 0; n < nodes.size(); n++) {
            List<String> takes = nodes.get(n).inputs().stream()
                    .map(ParameterDefinition::name)
                    .distinct()
                    .toList();
            for (String value : takes) {
                for (Source source : sources.getOrDefault(value, List.of())) {
                    line(source.labelledEdgeTo("n" + n));
                }
            }
        }
    }

    private static String shape(NodeDefinition node) {
        if (node.control().isGate()) {
            return ", shape=diamond";
        }
        if (node.control().asks()) {
            return ", shape=hexagon";
        }
        return node.kind() == NodeKind.RPC ? ", peripheries=2" : "";
    }

    private void drawChoices(List<NodeDefinition> nodes) {
        for (int n = 0; n < nodes.size(); n++) {
            for (String target : nodes.get(n).control().targets()) {
                line("n" + n + " -> n" + graph.indexOf(target) + " [style=bold];");
            }
        }
    }

    private void drawSignals(List<NodeDefinition> nodes) {
        for (int n = 0; n < nodes.size(); n++) {
            for (String signal : nodes.get(n).control().waitsFor()) {
                for (int from = 0; from < nodes.size(); from++) {
                    if (gives(nodes.get(from), signal)) {
                        line("n" + from + " -> n" + n + " [label=" + quoted("/" + signal + "/") + ", style=dotted];");
                    }
                }
            }
        }
    }

    private static boolean gives(NodeDefinition node, String signal) {
        return node.control().emits().contains(signal)
                || node.outputs().stream().anyMatch(output -> output.name().equals(signal));
    }

    private void drawOutputs(List<ValueDefinition> outputs) {
        for (int o = 0; o < outputs.size(); o++) {
            String output = outputs.get(o).name();
            line("o" + o + " [label=" + quoted(output) + ", style=rounded];");
            for (Source source : sources.getOrDefault(output, List.of())) {
                if (!source.label.isEmpty()) {
                    line(source.plainEdgeTo("o" + o));
                }
            }
        }
    }

    private void add(String value, Source source) {
        sources.computeIfAbsent(value, first -> new ArrayList<>(1)).add(source);
    }

    private void line(String line) {
        text.append("  ").append(line).append('\n');
    }

    /** Graphviz reads a quote as the end, a backslash as an escape, an ampersand as an HTML entity. */
    private static String quoted(String name) {
        return '"'
                + name.replace("&", "&amp;")
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\r", "")
                        .replace("\n", "\\n")
                + '"';
    }
}
