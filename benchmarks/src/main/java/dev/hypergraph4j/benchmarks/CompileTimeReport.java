package dev.hypergraph4j.benchmarks;

import static dev.hypergraph4j.benchmarks.CompileTimeProject.HUNDRED;
import static dev.hypergraph4j.benchmarks.CompileTimeProject.LONG_CHAIN;
import static dev.hypergraph4j.benchmarks.CompileTimeProject.TEN;
import static dev.hypergraph4j.benchmarks.CompileTimeProject.THOUSAND;
import static dev.hypergraph4j.benchmarks.CompileTimeProject.THREE_THOUSAND;

import dev.hypergraph4j.benchmarks.compile.Cost;
import dev.hypergraph4j.benchmarks.report.Environment;
import dev.hypergraph4j.benchmarks.report.Spread;
import dev.hypergraph4j.benchmarks.report.Table;
import java.util.List;
import java.util.Set;

/** What the figures of {@link CompileTimeBenchmark} say about the bars. */
final class CompileTimeReport {
    private static final Set<CompileTimeProject> COMPARED_BY_A_BAR = Set.of(TEN, HUNDRED, THOUSAND);
    private static final double MOST_OF_DAGGER = 0.25;
    private static final double MOST_GROWTH = 3;
    private static final double MOST_MEGABYTES = 300;

    private CompileTimeReport() {}

    static String of(CompileTimes all) {
        return String.join("\n\n", Environment.line(), comparison(all), growth(all), memory(all));
    }

    private static String comparison(CompileTimes all) {
        Table table = new Table(
                "CPU time, ms",
                "javac alone",
                "ours adds",
                "Dagger adds (module)",
                "Dagger adds (classes)",
                "ours / the smaller of Dagger's",
                "at most",
                "bar");
        for (CompileTimeProject project : CompileTimeProject.ALL) {
            if (project.hasDagger()) {
                boolean hasBar = COMPARED_BY_A_BAR.contains(project);
                Spread part = partOfFasterDagger(all, project);
                table.row(
                        project.name(),
                        all.of(project, Variant.NODES_ALONE, Cost::cpuMillis).roundedMedian(),
                        all.added(project, Variant.NODES).roundedMedian(),
                        all.added(project, Variant.MODULE).roundedMedian(),
                        all.added(project, Variant.CLASSES).roundedMedian(),
                        part.precise(),
                        hasBar ? Table.number(MOST_OF_DAGGER) : "",
                        hasBar ? Table.bar(part.median() <= MOST_OF_DAGGER) : "");
            }
        }
        return table.toString();
    }

    private static Spread partOfFasterDagger(CompileTimes all, CompileTimeProject project) {
        Spread module = all.partOfDagger(project, Variant.MODULE);
        Spread classes = all.partOfDagger(project, Variant.CLASSES);
        return module.median() > classes.median() ? module : classes;
    }

    private static String growth(CompileTimes all) {
        Spread growth = all.growth(THREE_THOUSAND, THOUSAND);
        return new Table("what ours adds", "CPU time", "at most", "bar")
                .row(
                        "to 3,000 nodes / to 1,000 nodes",
                        growth.precise(),
                        Table.number(MOST_GROWTH),
                        Table.bar(growth.median() <= MOST_GROWTH))
                .row(
                        "to a chain of 5,000 nodes on the default stack, ms",
                        all.added(LONG_CHAIN, Variant.NODES).rounded(),
                        "",
                        "compiles")
                .toString();
    }

    private static String memory(CompileTimes all) {
        Table table = new Table("peak memory of javac, MB", "heap", "process", "at most", "bar");
        for (CompileTimeProject project : CompileTimeProject.ALL) {
            for (Variant variant : List.of(Variant.NODES_ALONE, Variant.NODES, Variant.MODULE, Variant.CLASSES)) {
                if (project.variants().contains(variant)) {
                    Spread resident = all.of(project, variant, cost -> megabytes(cost.residentBytes()));
                    boolean hasBar = project == THOUSAND && variant == Variant.NODES;
                    table.row(
                            project.name() + ", " + described(variant),
                            all.of(project, variant, cost -> megabytes(cost.heapBytes()))
                                    .roundedMedian(),
                            resident.roundedMedian(),
                            hasBar ? Table.number(MOST_MEGABYTES) : "",
                            hasBar ? Table.bar(resident.median() <= MOST_MEGABYTES) : "");
                }
            }
        }
        return table.toString();
    }

    private static String described(Variant variant) {
        return switch (variant) {
            case NODES_ALONE, MODULE_ALONE, CLASSES_ALONE -> "javac alone";
            case NODES -> "ours";
            case MODULE -> "Dagger (module)";
            case CLASSES -> "Dagger (classes)";
        };
    }

    private static double megabytes(long bytes) {
        return bytes / (1024.0 * 1024);
    }
}
