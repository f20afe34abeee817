package dev.hypergraph4j.benchmarks.source;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The calls of a graph's node methods as a person would write them: values are locals, and there is a method for each {@link Layout#parts() part}
 * of several nodes. If clocked, the clock is read as often as in a run of the graph: once to begin with, and at the end of each node.
 */
final class CallsSource {
    private final String nodes;
    private final Layout layout;
    private final Values values;
    private final boolean clocked;

    CallsSource(String nodes, Layout layout, Values values, boolean clocked) {
        this.nodes = nodes;
        this.layout = layout;
        this.values = values;
        this.clocked = clocked;
    }

    SourceFile inPackage(String packageName) {
        String className = nodes + (clocked ? "ClockedCalls" : "Calls");
        SourceFile file = new SourceFile(packageName, className)
                .lines("final class " + className + " {", "private " + className + "() {}", "");
        writeRun(file);
        layout.parts().stream().filter(this::hasMethod).forEach(part -> writePart(file, part));
        return file.lines("}");
    }

    private boolean hasMethod(List<Step> part) {
        return layout.parts().size() > 1 && part.size() > 1;
    }

    private void writeRun(SourceFile file) {
        file.lines("static " + (clocked ? "Clocked" : values.type) + " run(" + nodes + " nodes, " + values.type + " "
                + Layout.INPUT + ") {");
        if (clocked) {
            file.lines("long[] times = new long[" + (layout.size() + 1) + "];", "times[0] = System.nanoTime();");
        }
        for (List<Step> part : layout.parts()) {
            if (hasMethod(part)) {
                file.lines(values.type + " " + Layout.last(part).name() + " = part"
                        + part.get(0).number() + "(" + list("nodes", outside(part), "times") + ");");
            } else {
                part.forEach(step -> writeCall(file, step));
            }
        }
        String result = layout.last().name();
        file.lines("return " + (clocked ? "new Clocked(" + values.number(result) + ", times)" : result) + ";", "}");
    }

    private void writePart(SourceFile file, List<Step> part) {
        List<String> parameters =
                outside(part).stream().map(name -> values.type + " " + name).toList();
        file.lines(
                "",
                "private static " + values.type + " part" + part.get(0).number() + "("
                        + list(nodes + " nodes", parameters, "long[] times") + ") {");
        part.forEach(step -> writeCall(file, step));
        file.lines("return " + Layout.last(part).name() + ";", "}");
    }

    private void writeCall(SourceFile file, Step step) {
        file.lines(values.type + " " + step.name() + " = nodes." + step.name() + "(" + String.join(", ", step.takes())
                + ");");
        if (clocked) {
            file.lines("times[" + step.number() + "] = System.nanoTime();");
        }
    }

    private String list(String nodesItem, List<String> valueItems, String timesItem) {
        return Stream.of(List.of(nodesItem), valueItems, clocked ? List.of(timesItem) : List.<String>of())
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
    }

    /** What the part takes from others. */
    private static List<String> outside(List<Step> part) {
        List<String> inside = part.stream().map(Step::name).toList();
        return part.stream()
                .flatMap(step -> step.takes().stream())
                .filter(name -> !inside.contains(name))
                .distinct()
                .toList();
    }
}
