package dev.hypergraph4j.benchmarks.source;

import java.util.stream.Collectors;

/** A class of node methods that is a graph. */
public final class GraphSource {
    private GraphSource() {}

    /** The graph {@code className}. */
    public static SourceFile of(String packageName, String className, Layout layout, Values values) {
        SourceFile file = new SourceFile(packageName, className)
                .imports("dev.hypergraph4j.Graph", "dev.hypergraph4j.Node")
                .lines("@Graph", "public final class " + className + " {");
        for (Step step : layout.steps()) {
            String parameters =
                    step.takes().stream().map(name -> values.type + " " + name).collect(Collectors.joining(", "));
            file.lines(
                            "@Node(outputName = \"" + step.name() + "\")",
                            values.type + " " + step.name() + "(" + parameters + ")" + values.thrown() + " {")
                    .lines(values.body(step))
                    .lines("}", "");
        }
        return file.lines("}");
    }
}
