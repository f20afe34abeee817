package dev.hypergraph4j.benchmarks;

import dev.hypergraph4j.benchmarks.source.DaggerSource;
import dev.hypergraph4j.benchmarks.source.GraphSource;
import dev.hypergraph4j.benchmarks.source.Layout;
import dev.hypergraph4j.benchmarks.source.SourceFile;
import dev.hypergraph4j.benchmarks.source.Values;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Something to compile. Its graphs are trees, in which each node but the leaves takes two values: Dagger follows dependencies on the stack, which
 * a chain of 1,000 bindings overflows.
 *
 * @param name what it is
 * @param graphs how many graphs, all alike
 * @param layout the nodes of a graph
 * @param variants how to compile it
 */
record CompileTimeProject(String name, int graphs, Layout layout, Set<Variant> variants) {
    private static final Set<Variant> EVERY_WAY = EnumSet.allOf(Variant.class);
    private static final Set<Variant> OURS = EnumSet.of(Variant.NODES_ALONE, Variant.NODES);

    static final CompileTimeProject TEN = tree("10 nodes", 1, 10);
    static final CompileTimeProject HUNDRED = tree("100 nodes", 1, 100);
    static final CompileTimeProject THOUSAND = tree("1,000 nodes", 1, 1000);
    static final CompileTimeProject THREE_THOUSAND = tree("3,000 nodes", 1, 3000);
    static final CompileTimeProject HUNDRED_GRAPHS = tree("100 graphs of 30 nodes", 100, 30);
    static final CompileTimeProject LONG_CHAIN =
            new CompileTimeProject("chain of 5,000 nodes", 1, Layout.chain(5000), OURS);

    static final List<CompileTimeProject> ALL =
            List.of(TEN, HUNDRED, THOUSAND, THREE_THOUSAND, HUNDRED_GRAPHS, LONG_CHAIN);

    private static CompileTimeProject tree(String name, int graphs, int nodes) {
        return new CompileTimeProject(name, graphs, Layout.tree(nodes), EVERY_WAY);
    }

    /** The same, compiled in one way only. */
    CompileTimeProject as(Variant variant) {
        return new CompileTimeProject(name, graphs, layout, EnumSet.of(variant));
    }

    /** Where the sources of a variant are, once they were {@link #writeTo written}. */
    Path sources(Path root, Variant variant) {
        return root.resolve(name.replaceAll("\\W+", "-")).resolve(variant.sources());
    }

    /** Whether there is something of Dagger's to compare with. */
    boolean hasDagger() {
        return variants.contains(Variant.MODULE);
    }

    /** Writes the sources of all variants into folders below {@code root}. */
    void writeTo(Path root) {
        for (Variant variant : variants) {
            for (int graph = 1; graph <= graphs; graph++) {
                files("compiled.graph" + graph, variant).forEach(file -> file.writeTo(sources(root, variant)));
            }
        }
    }

    private List<SourceFile> files(String packageName, Variant variant) {
        return switch (variant) {
            case NODES_ALONE, NODES -> List.of(GraphSource.of(packageName, "Tree", layout, Values.INTS));
            case MODULE_ALONE, MODULE -> DaggerSource.module(packageName, "Tree", layout);
            case CLASSES_ALONE, CLASSES -> DaggerSource.classes(packageName, "Tree", layout);
        };
    }
}
