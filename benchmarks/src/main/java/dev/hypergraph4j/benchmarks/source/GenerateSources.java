package dev.hypergraph4j.benchmarks.source;

import java.nio.file.Path;
import java.util.List;

/** Writes the sources whose run time is measured. The build calls it; there is no use in keeping 1,000-node classes in the repository. */
public final class GenerateSources {
    private static final String PACKAGE = "dev.hypergraph4j.benchmarks.shapes";

    private GenerateSources() {}

    /** Writes into the folder that is the one argument. */
    public static void main(String[] arguments) {
        Path root = Path.of(arguments[0]);
        List<Subject> subjects = Subject.all();
        subjects.forEach(subject -> write(subject, root));
        SubjectSource.shapes(PACKAGE, subjects).writeTo(root);
        new HandOffsSource("FanOut1000", Layout.fanOut(1000)).fanOut(PACKAGE).writeTo(root);

        Layout waits = Layout.independent(100);
        GraphSource.of(PACKAGE, "Waits100", waits, Values.WAITS).writeTo(root);
        new HandOffsSource("Waits100", waits).independent(PACKAGE).writeTo(root);
    }

    private static void write(Subject subject, Path root) {
        String nodes = subject.className();
        Layout layout = subject.layout();
        Values values = subject.values();
        GraphSource.of(PACKAGE, nodes, layout, values).writeTo(root);
        new CallsSource(nodes, layout, values, false).inPackage(PACKAGE).writeTo(root);
        new CallsSource(nodes, layout, values, true).inPackage(PACKAGE).writeTo(root);
        new FuturesSource(nodes, layout, values).inPackage(PACKAGE).writeTo(root);
        SubjectSource.shape(PACKAGE, subject).writeTo(root);
        if (subject.producers()) {
            ProductionSource.of(PACKAGE, nodes, layout, values).writeTo(root);
        }
        if (subject.langGraph()) {
            LangGraphSource.of(PACKAGE, nodes, layout, values).writeTo(root);
        }
    }
}
