package dev.hypergraph4j.internal;

import dev.hypergraph4j.NodeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a graph as a Mermaid flowchart: inputs and outputs as rounded boxes, nodes as boxes (with doubled sides where they call another
 * process), edges labelled with the value they carry and dotted where that value may be absent. Identifiers are numbers and all text is quoted,
 * so that any name can be drawn.
 */
public final class Mermaid {

    /** A value that comes from the caller or from a node; one that a run may be without is {@code optional}. */
    public record Value(String name, boolean optional) {}

    /** A node of the drawing: its name, what kind of work it does, the names of the values it takes and the values it gives. */
    public record Box(String name, NodeKind kind, List<String> takes, List<Value> gives) {}

    /** Where a value comes from: the identifier of a box, and the label of the edges that leave it. */
    private record Source(String box, String label, boolean optional) {}

    private final StringBuilder chart = new StringBuilder("flowchart TD");
    private final Map<String, Source> sources = new HashMap<>();

    private Mermaid() {}

    /**
     * The flowchart, lines separated by {@code \n}, without one at the end. Boxes are drawn in the order given; a value that nobody gives has
     * no edge.
     *
     * @param outputs the names of the values that the graph gives
     */
    public static String flowchart(List<Value> inputs, List<Box> boxes, List<String> outputs) {
        Mermaid drawing = new Mermaid();
        drawing.drawInputs(inputs);
        drawing.drawBoxes(boxes);
        drawing.drawEdges(boxes);
        drawing.drawOutputs(outputs);
        return drawing.chart.toString();
    }

    private void drawInputs(List<Value> inputs) {
        for (int i = 0; i < inputs.size(); i++) {
            Value input = inputs.get(i);
            line("i" + i + rounded(input.name()));
            sources.put(input.name(), new Source("i" + i, "", input.optional()));
        }
    }

    private void drawBoxes(List<Box> boxes) {
        for (int n = 0; n < boxes.size(); n++) {
            Box box = boxes.get(n);
            String text = quoted(box.name());
            line("n" + n + (box.kind() == NodeKind.RPC ? "[[" + text + "]]" : "[" + text + "]"));
            for (Value value : box.gives()) {
                sources.putIfAbsent(
                        value.name(), new Source("n" + n, "|" + quoted(value.name()) + "|", value.optional()));
            }
        }
    }

    private void drawEdges(List<Box> boxes) {
        for (int n = 0; n < boxes.size(); n++) {
            for (String value : boxes.get(n).takes().stream().distinct().toList()) {
                Source source = sources.get(value);
                if (source != null) {
                    line(source.box() + arrow(source) + source.label() + " n" + n);
                }
            }
        }
    }

    /** The edge to an output bears no label: the output's own box does. */
    private void drawOutputs(List<String> outputs) {
        for (int o = 0; o < outputs.size(); o++) {
            Source source = sources.get(outputs.get(o));
            if (source != null) {
                line("o" + o + rounded(outputs.get(o)));
                line(source.box() + arrow(source) + " o" + o);
            }
        }
    }

    private void line(String line) {
        chart.append("\n  ").append(line);
    }

    private static String arrow(Source source) {
        return source.optional() ? " -.->" : " -->";
    }

    private static String rounded(String name) {
        return "([" + quoted(name) + "])";
    }

    /** In quotes only a quote has to be escaped, and what Mermaid or the HTML it makes of a label would take for markup. */
    private static String quoted(String name) {
        StringBuilder text = new StringBuilder("\"");
        name.codePoints().forEach(c -> {
            switch (c) {
                case '"', '#', '&', '<', '>', '`', '\\' ->
                    text.append('#').append(c).append(';');
                case '\n', '\r', '\t' -> text.append(' ');
                default -> text.appendCodePoint(c);
            }
        });
        return text.append('"').toString();
    }
}
