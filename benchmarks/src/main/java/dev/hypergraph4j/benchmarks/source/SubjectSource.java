package dev.hypergraph4j.benchmarks.source;

import java.util.List;
import java.util.stream.Collectors;

/** The classes that make the {@link Subject}s known to the benchmarks: a {@code Shape} for each, and {@code Shapes} to find them by name. */
final class SubjectSource {
    private SubjectSource() {}

    static SourceFile shape(String packageName, Subject subject) {
        String nodes = subject.className();
        Values values = subject.values();
        String className = nodes + "Shape";
        SourceFile file = new SourceFile(packageName, className)
                .imports("dev.hypergraph4j.runtime.RunResult")
                .lines(
                        "final class " + className + " implements Shape {",
                        "private final " + nodes + " nodes = new " + nodes + "();",
                        "private final " + nodes + "Graph graph = " + nodes + "Graph.create(nodes);");
        if (subject.langGraph()) {
            file.lines("private final " + nodes + "LangGraph langGraph = new " + nodes + "LangGraph(nodes);");
        }
        String output = "((" + nodes + "Outputs) result.outputs())."
                + subject.layout().last().name() + "()";
        file.lines(
                "",
                "// Not final: the JIT must not know it.",
                "private " + values.type + " origin = " + (values == Values.TOKENS ? "Token.of(7)" : "7") + ";");
        method(file, "RunResult<?> graph()", "graph.run(origin)");
        method(file, "int output(RunResult<?> result)", values.number(output));
        method(file, "int calls()", values.number(nodes + "Calls.run(nodes, origin)"));
        method(file, "Clocked clockedCalls()", nodes + "ClockedCalls.run(nodes, origin)");
        method(file, "int futures()", values.number(nodes + "Futures.run(nodes, origin)"));
        if (subject.producers()) {
            String component = "Dagger" + nodes + "Production.factory().create(nodes, origin)";
            method(file, "int producers()", "DirectExecutor.resultOf(" + component + ".result())");
        }
        if (subject.langGraph()) {
            method(file, "int langGraph()", "langGraph.run(origin)");
        }
        return file.lines("}");
    }

    static SourceFile shapes(String packageName, List<Subject> subjects) {
        String names = subjects.stream()
                .map(subject -> '"' + subject.id() + '"')
                .collect(Collectors.joining(", ", "List.of(", ")"));
        SourceFile file = new SourceFile(packageName, "Shapes")
                .imports("java.util.List")
                .lines(
                        "/** The shapes of graphs that are measured, by name. */",
                        "public final class Shapes {",
                        "private Shapes() {}",
                        "",
                        "/** The names of all. */",
                        "public static List<String> names() {",
                        "return " + names + ";",
                        "}",
                        "",
                        "/** The shape {@code name}. No class of another one is loaded. */",
                        "public static Shape named(String name) {",
                        "return switch (name) {");
        for (Subject subject : subjects) {
            file.lines("case \"" + subject.id() + "\" -> new " + subject.className() + "Shape();");
        }
        return file.lines(
                "default -> throw new IllegalArgumentException(\"no shape '\" + name + \"'\");", "};", "}", "}");
    }

    private static void method(SourceFile file, String signature, String result) {
        file.lines("", "@Override", "public " + signature + " {", "return " + result + ";", "}");
    }
}
