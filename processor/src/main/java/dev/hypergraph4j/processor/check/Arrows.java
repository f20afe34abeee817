package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.processor.wire.Cycle;
import dev.hypergraph4j.processor.wire.Edge;
import java.util.ArrayList;
import java.util.List;

/** How messages draw ways through a graph, in one line; of a long one the middle is left out. */
final class Arrows {
    private static final int TAIL = 4;

    private Arrows() {}

    /** {@code a -> b -> c}. */
    static String path(List<String> names) {
        return String.join(" -> ", cut(names, ""));
    }

    /** {@code a -(x)-> b -(y)-> a}: nodes, and on the arrows the values and signals they give each other. */
    static String cycle(Cycle cycle) {
        List<String> steps = new ArrayList<>();
        for (Edge edge : cycle.edges()) {
            steps.add(edge.from().name() + " -(" + edge.label() + ")");
        }
        steps.add(cycle.edges().get(0).from().name());
        return String.join("-> ", cut(steps, " "));
    }

    private static List<String> cut(List<String> steps, String gap) {
        if (steps.size() <= Lists.MOST) {
            return steps;
        }
        List<String> shown = new ArrayList<>(steps.subList(0, Lists.MOST - 1 - TAIL));
        shown.add("(" + (steps.size() - Lists.MOST + 1) + " more)" + gap);
        shown.addAll(steps.subList(steps.size() - TAIL, steps.size()));
        return shown;
    }
}
