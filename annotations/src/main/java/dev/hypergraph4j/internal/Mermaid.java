package dev.hypergraph4j.internal;

import dev.hypergraph4j.NodeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a graph as a Mermaid flowchart: inputs and outputs as rounded boxes, nodes as boxes (with doubled sides where they call another
 * process), gates as rhombs, questions as hexagons, edges labelled with the value they carry and dotted where that value may be absent. A thick edge leads from a gate to what it may
 * open, a dotted one with a name in slashes from who gives a signal to who waits for it. Identifiers are numbers and all text is quoted,
 * so that any name can be drawn.
 */
public final class Mermaid {

    /** A value that comes from the caller or from a node; one that a run may be without is {@code optional}. */
    public record Value(String name, boolean optional) {}

    /**
     * What leads to and from a node beside values: the nodes that it may open, the signals that it gives and those that it waits for; and whether
     * it asks a question.
     */
    public record Control(List<String> opens, List<String> emits, List<String> waitsFor, boolean asks) {
        /** Nothing. */
        public static final Control NONE = new Control(List.of(), List.of(), List.of(), false);
    }

    /** A node of the drawing: its name, what kind of work it does, the names of the values it takes, the values it gives, and what else it does. */
    public record Box(String name, NodeKind kind, List<String> takes, List<Value> gives, Control control) {

        /** A node that takes and gives values only. */
        public Box(String name, NodeKind kind, List<String> takes, List<Value> gives) {
            this(name, kind, takes, gives, Control.NONE);
        }
    }

    /** Where a value comes from: the identifier of a box, and the label of the edges that leave it. */
    private record Source(String box, String label, boolean optional) {}

    private final StringBuilder chart = new StringBuilder("flowchart TD");
    private final Map<String, List<Source>> sources = new HashMap<>();

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
        drawing.drawChoices(boxes);
        drawing.drawSignals(boxes);
        drawing.drawOutputs(outputs);
        return drawing.chart.toString();
    }

    private void drawInputs(List<Value> inputs) {
        for (int i = 0; i < inputs.size(); i++) {
            Value input = inputs.get(i);
            line("i" + i + rounded(input.name()));
            add(input.name(), new Source("i" + i, "", input.optional()));
        }
    }

    private void drawBoxes(List<Box> boxes) {
        for (int n = 0; n < boxes.size(); n++) {
            Box box = boxes.get(n);
            String text = quoted(box.name());
            line("n" + n + shape(box, text));
            for (Value value : box.gives()) {
                add(value.name(), new Source("n" + n, "|" + quoted(value.name()) + "|", value.optional()));
            }
        }
    }

    private void drawEdges(List<Box> boxes) {
        for (int n = 0; n < boxes.size(); n++) {
            for (String value : boxes.get(n).takes().stream().distinct().toList()) {
                for (Source source : sources.getOrDefault(value, List.of())) {
                    line(source.box() + arrow(source) + source.label() + " n" + n);
                }
            }
        }
    }

    private void drawChoices(List<Box> boxes) {
        Map<String, Integer> numbers = new HashMap<>();
        boxes.forEach(box -> numbers.putIfAbsent(box.name(), numbers.size()));
        for (int n = 0; n < boxes.size(); n++) {
            for (String target : boxes.get(n).control().opens()) {
                if (numbers.containsKey(target)) {
                    line("n" + n + " ==> n" + numbers.get(target));
                }
            }
        }
    }

    private void drawSignals(List<Box> boxes) {
        for (int n = 0; n < boxes.size(); n++) {
            for (String signal : boxes.get(n).control().waitsFor()) {
                for (int from = 0; from < boxes.size(); from++) {
                    Box giver = boxes.get(from);
                    if (giver.control().emits().contains(signal)
                            || giver.gives().stream()
                                    .anyMatch(value -> value.name().equals(signal))) {
                        line("n" + from + " -.->|" + quoted("/" + signal + "/") + "| n" + n);
                    }
                }
            }
        }
    }

    /** The edge to an output bears no label: the output's own box does. */
    private void drawOutputs(List<String> outputs) {
        for (int o = 0; o < outputs.size(); o++) {
            List<Source> givers = sources.getOrDefault(outputs.get(o), List.of()).stream()
                    .filter(source -> !source.label().isEmpty())
                    .toList();
            if (!givers.isEmpty()) {
                line("o" + o + rounded(outputs.get(o)));
            }
            for (Source source : givers) {
                line(source.box() + arrow(source) + " o" + o);
            }
        }
    }

    private static String shape(Box box, String text) {
        if (!box.control().opens().isEmpty()) {
            return "{" + text + "}";
        }
        if (box.control().asks()) {
            return "{{" + text + "}}";
        }
        return box.kind() == NodeKind.RPC ? "[[" + text + "]]" : "[" + text + "]";
    }

    private void add(String value, Source source) {
        sources.computeIfAbsent(value, first -> new ArrayList<>(1)).add(source);
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
