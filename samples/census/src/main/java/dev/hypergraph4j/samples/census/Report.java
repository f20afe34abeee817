package dev.hypergraph4j.samples.census;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The census for people. The graph computes it; what it looks like is no business of the graph. */
record Report(JdkCensusOutputs census) {

    String text() {
        Stream<String> parts = Stream.of(
                totals(),
                kinds().text(),
                fileVersions().text(),
                moduleSizes().text(),
                packageSizes().text(),
                instructionMix().text(),
                longestMethods(),
                deepestDescents());
        return parts.collect(joining("\n\n", "", "\n"));
    }

    /** The sizes and the instructions as a picture. */
    String svg() {
        return SvgDrawing.of(List.of(moduleSizes(), packageSizes(), instructionMix()));
    }

    private String totals() {
        Totals totals = census.totals();
        return Stream.of(
                        "Counted in Java " + Runtime.version(),
                        row(totals.modules(), "modules with classes"),
                        row(totals.packages(), "packages"),
                        row(totals.classes(), "classes, interfaces and other types"),
                        row(totals.sealedTypes(), "of them sealed"),
                        row(totals.methods(), "methods"),
                        row(totals.instructions(), "bytecode instructions"),
                        row(totals.strings(), "string constants"))
                .collect(joining("\n"));
    }

    private BarChart kinds() {
        return new BarChart("Kinds of types", census.kinds());
    }

    private BarChart fileVersions() {
        return new BarChart("Classes by class-file version", census.fileVersions());
    }

    private BarChart moduleSizes() {
        return new BarChart("Classes by module", census.moduleSizes());
    }

    private BarChart packageSizes() {
        return new BarChart("Classes by package", census.packageSizes());
    }

    private BarChart instructionMix() {
        return new BarChart("Most used instructions", census.instructionMix());
    }

    private String longestMethods() {
        return census.longestMethods().stream()
                .map(method -> row(method.instructions(), method.method()))
                .collect(joining("\n", "Longest methods, in instructions (one of each package)\n", ""));
    }

    private String deepestDescents() {
        return census.deepestDescents().stream()
                .map(descent -> row(descent.depth(), descent.className()))
                .collect(joining("\n", "Deepest classes, in superclasses\n", ""));
    }

    private static String row(long count, String what) {
        return String.format(Locale.ROOT, "  %,10d  %s", count, what);
    }
}
