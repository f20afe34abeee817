package dev.hypergraph4j.benchmarks.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A Dagger component with one binding for each node of a {@link Layout}, and the last of them exposed. All values are {@code int}s. */
public final class DaggerSource {
    private DaggerSource() {}

    /** Bindings as methods of a module: a node is a method too. */
    public static List<SourceFile> module(String packageName, String name, Layout layout) {
        SourceFile module = new SourceFile(packageName, name + "Module")
                .imports("dagger.Module", "dagger.Provides", "javax.inject.Named")
                .lines("@Module", "public final class " + name + "Module {", "private " + name + "Module() {}");
        for (Step step : layout.steps()) {
            String parameters = step.takes().stream().map(DaggerSource::named).collect(Collectors.joining(", "));
            module.lines(
                            "",
                            "@Provides",
                            "@Named(\"" + step.name() + "\")",
                            "static int " + step.name() + "(" + parameters + ") {")
                    .lines(Values.INTS.body(step))
                    .lines("}");
        }
        String resultType = "@Named(\"" + layout.last().name() + "\") int";
        return List.of(
                module.lines("}"),
                component(packageName, name, "@Component(modules = " + name + "Module.class)", resultType));
    }

    /** Bindings as classes with an {@code @Inject} constructor. */
    public static List<SourceFile> classes(String packageName, String name, Layout layout) {
        List<SourceFile> files = new ArrayList<>();
        layout.steps().forEach(step -> files.add(injected(packageName, step)));
        files.add(
                component(packageName, name, "@Component", typeOf(layout.last().name())));
        return files;
    }

    private static SourceFile injected(String packageName, Step step) {
        String type = typeOf(step.name());
        String parameters = step.takes().stream()
                .map(name -> name.equals(Layout.INPUT) ? named(name) : typeOf(name) + " " + name)
                .collect(Collectors.joining(", "));
        List<String> values = step.takes().stream()
                .map(name -> name.equals(Layout.INPUT) ? name : name + ".value")
                .toList();
        return new SourceFile(packageName, type)
                .imports("javax.inject.Inject", "javax.inject.Named")
                .lines(
                        "public final class " + type + " {",
                        "final int value;",
                        "",
                        "@Inject",
                        type + "(" + parameters + ") {",
                        "value = " + Values.INTS.result(new Step(step.number(), values)) + ";",
                        "}",
                        "}");
    }

    private static SourceFile component(String packageName, String name, String annotation, String resultType) {
        return new SourceFile(packageName, name + "Component")
                .imports("dagger.BindsInstance", "dagger.Component", "javax.inject.Named")
                .lines(
                        annotation,
                        "public interface " + name + "Component {",
                        resultType + " last();",
                        "",
                        "@Component.Factory",
                        "interface Factory {",
                        name + "Component create(@BindsInstance " + named(Layout.INPUT) + ");",
                        "}",
                        "}");
    }

    private static String named(String name) {
        return "@Named(\"" + name + "\") int " + name;
    }

    private static String typeOf(String value) {
        return value.toUpperCase(Locale.ROOT);
    }
}
