package dev.hypergraph4j.benchmarks.source;

import java.util.stream.Collectors;

/** The calls of a graph's node methods as a production component of Dagger Producers, which is made anew for each run, as it is meant to be. */
final class ProductionSource {
    private ProductionSource() {}

    static SourceFile of(String packageName, String nodes, Layout layout, Values values) {
        String className = nodes + "Production";
        SourceFile file = new SourceFile(packageName, className)
                .imports(
                        "com.google.common.util.concurrent.ListenableFuture",
                        "dagger.BindsInstance",
                        "dagger.producers.ProducerModule",
                        "dagger.producers.Produces",
                        "dagger.producers.ProductionComponent",
                        "javax.inject.Named")
                .lines(
                        "@ProductionComponent(modules = {" + className + ".Steps.class, DirectExecutor.class})",
                        "interface " + className + " {",
                        "@Named(\"" + layout.last().name() + "\")",
                        "ListenableFuture<" + values.boxed + "> result();",
                        "",
                        "@ProductionComponent.Factory",
                        "interface Factory {",
                        className + " create(@BindsInstance " + nodes + " nodes, @BindsInstance "
                                + qualified(Layout.INPUT, values) + ");",
                        "}",
                        "",
                        "@ProducerModule",
                        "final class Steps {",
                        "private Steps() {}");
        layout.steps().forEach(step -> writeMethod(file, nodes, step, values));
        return file.lines("}", "}");
    }

    private static void writeMethod(SourceFile file, String nodes, Step step, Values values) {
        String parameters =
                step.takes().stream().map(name -> qualified(name, values)).collect(Collectors.joining(", "));
        file.lines(
                "",
                "@Produces",
                "@Named(\"" + step.name() + "\")",
                "static " + values.type + " " + step.name() + "(" + nodes + " nodes, " + parameters + ") {",
                "return nodes." + step.name() + "(" + String.join(", ", step.takes()) + ");",
                "}");
    }

    private static String qualified(String name, Values values) {
        return "@Named(\"" + name + "\") " + values.type + " " + name;
    }
}
