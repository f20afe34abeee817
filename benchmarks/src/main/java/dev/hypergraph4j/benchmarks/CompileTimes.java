package dev.hypergraph4j.benchmarks;

import dev.hypergraph4j.benchmarks.compile.Cost;
import dev.hypergraph4j.benchmarks.report.Spread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What compilations took: for each project and variant one cost a round. Not thread-safe. */
final class CompileTimes {
    private final Map<Case, List<Cost>> costs = new HashMap<>();

    private record Case(CompileTimeProject project, Variant variant) {}

    void add(CompileTimeProject project, Variant variant, Cost cost) {
        costs.computeIfAbsent(new Case(project, variant), none -> new ArrayList<>())
                .add(cost);
    }

    Spread of(CompileTimeProject project, Variant variant, ToDoubleFunction<Cost> figure) {
        return Spread.of(costs(project, variant).stream().mapToDouble(figure).toArray());
    }

    /** The CPU time in milliseconds that a processor added. */
    Spread added(CompileTimeProject project, Variant variant) {
        return Spread.of(addedByRound(project, variant));
    }

    /** What our processor added, as a part of what Dagger's did to its {@code variant}. */
    Spread partOfDagger(CompileTimeProject project, Variant variant) {
        return ratio(addedByRound(project, Variant.NODES), addedByRound(project, variant));
    }

    /** How many times as much our processor added to {@code larger} as to {@code smaller}. */
    Spread growth(CompileTimeProject larger, CompileTimeProject smaller) {
        return ratio(addedByRound(larger, Variant.NODES), addedByRound(smaller, Variant.NODES));
    }

    private static Spread ratio(double[] ones, double[] others) {
        return Spread.of(IntStream.range(0, ones.length)
                .mapToDouble(round -> ones[round] / others[round])
                .toArray());
    }

    private double[] addedByRound(CompileTimeProject project, Variant variant) {
        List<Cost> with = costs(project, variant);
        List<Cost> without = costs(project, variant.alone());
        return IntStream.range(0, with.size())
                .mapToDouble(round ->
                        with.get(round).cpuMillis() - without.get(round).cpuMillis())
                .toArray();
    }

    private List<Cost> costs(CompileTimeProject project, Variant variant) {
        List<Cost> found = costs.get(new Case(project, variant));
        if (found == null) {
            throw new IllegalArgumentException(project.name() + " was not compiled as " + variant);
        }
        return found;
    }
}
