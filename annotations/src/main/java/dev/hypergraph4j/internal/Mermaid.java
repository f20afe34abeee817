package dev.hypergraph4j.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a graph as a Mermaid flowchart: inputs and outputs as rounded boxes, nodes as boxes, edges labelled with the value they carry.
 * Identifiers are numbers, so that any name can be drawn.
 */
public final class Mermaid {

    /** A node of the drawing: its name and the names of the values it takes and gives. */
    public record Box(String name, List<String> takes, List<String> gives) {}

    private Mermaid() {}

    /** The flowchart, lines separated by {@code \n}, without one at the end. Boxes are drawn in the order given. */
    public static String flowchart(List<String> inputs, List<Box> boxes, List<String> outputs) {
        StringBuilder chart = new StringBuilder("flowchart TD");
        Map<String, String> sources = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            chart.append("\n  i").append(i).append(rounded(inputs.get(i)));
            sources.put(inputs.get(i), "i" + i + " --> ");
        }
        for (int n = 0; n < boxes.size(); n++) {
            chart.append("\n  n").append(n).append("[\"").append(escaped(boxes.get(n).name())).append("\"]");
            for (String value : boxes.get(n).gives()) {
                sources.putIfAbsent(value, "n" + n + " -- " + value + " --> ");
            }
        }
        for (int n = 0; n < boxes.size(); n++) {
            for (String value : boxes.get(n).takes()) {
                if (sources.containsKey(value)) {
                    chart.append("\n  ").append(sources.get(value)).append('n').append(n);
                }
            }
        }
        for (int o = 0; o < outputs.size(); o++) {
            String source = sources.get(outputs.get(o));
            if (source != null) {
                chart.append("\n  o").append(o).append(rounded(outputs.get(o)));
                chart.append("\n  ").append(source.replaceFirst(" -- .* --> ", " --> ")).append('o').append(o);
            }
        }
        return chart.toString();
    }

    private static String rounded(String name) {
        return "([\"" + escaped(name) + "\"])";
    }

    private static String escaped(String name) {
        return name.replace("\"", "#quot;");
    }
}
