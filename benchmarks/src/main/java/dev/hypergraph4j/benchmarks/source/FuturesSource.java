package dev.hypergraph4j.benchmarks.source;

import java.util.List;
import java.util.stream.Collectors;

/** The calls of a graph's node methods as stages of {@link java.util.concurrent.CompletableFuture}s, the first of which has completed. */
final class FuturesSource {
    private final String nodes;
    private final Layout layout;
    private final Values values;

    FuturesSource(String nodes, Layout layout, Values values) {
        this.nodes = nodes;
        this.layout = layout;
        this.values = values;
    }

    SourceFile inPackage(String packageName) {
        String className = nodes + "Futures";
        SourceFile file = new SourceFile(packageName, className)
                .imports("java.util.concurrent.CompletableFuture")
                .lines("final class " + className + " {", "private " + className + "() {}", "");
        writeRun(file);
        layout.parts().stream().filter(this::hasMethod).forEach(part -> writePart(file, part));
        return file.lines("}");
    }

    private boolean hasMethod(List<Step> part) {
        return layout.parts().size() > 1 && part.size() > 1;
    }

    private void writeRun(SourceFile file) {
        file.lines(
                "static " + values.type + " run(" + nodes + " nodes, " + values.type + " input) {",
                future(Layout.INPUT) + " = CompletableFuture.completedFuture(input);");
        for (List<Step> part : layout.parts()) {
            if (hasMethod(part)) {
                file.lines(future(Layout.last(part).name()) + " = part"
                        + part.get(0).number() + "(nodes, "
                        + part.get(0).takes().get(0) + ");");
            } else {
                part.forEach(step -> writeStage(file, step));
            }
        }
        file.lines("return " + layout.last().name() + ".join();", "}");
    }

    /** Every part of several nodes takes one value from the others. */
    private void writePart(SourceFile file, List<Step> part) {
        Step first = part.get(0);
        file.lines(
                "",
                "private static CompletableFuture<" + values.boxed + "> part" + first.number() + "(" + nodes
                        + " nodes, " + future(first.takes().get(0)) + ") {");
        part.forEach(step -> writeStage(file, step));
        file.lines("return " + Layout.last(part).name() + ";", "}");
    }

    private void writeStage(SourceFile file, Step step) {
        List<String> takes = step.takes();
        if (takes.size() == 1) {
            file.lines(future(step.name()) + " = " + takes.get(0) + ".thenApply(nodes::" + step.name() + ");");
        } else {
            String arguments = takes.stream().map(name -> name + ".join()").collect(Collectors.joining(", "));
            file.lines(future(step.name()) + " = CompletableFuture.allOf(" + String.join(", ", takes)
                    + ").thenApply(all -> nodes." + step.name() + "(" + arguments + "));");
        }
    }

    private String future(String name) {
        return "CompletableFuture<" + values.boxed + "> " + name;
    }
}
