package dev.hypergraph4j.benchmarks.durable;

import dev.hypergraph4j.benchmarks.report.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The rates of all cases, one a round. Ratios are taken within a round: a machine that slows down for a while slows down all. Not thread-safe. */
public final class Rates {
    private final Map<Case, List<Rate>> rates = new LinkedHashMap<>();

    /** Adds what was measured in one more round. */
    public void add(Case one, Rate rate) {
        rates.computeIfAbsent(one, none -> new ArrayList<>()).add(rate);
    }

    /** The cases, in the order in which they were measured first. */
    public Set<Case> cases() {
        return rates.keySet();
    }

    /** A figure of a case. */
    public Spread of(Case one, ToDoubleFunction<Rate> figure) {
        return Spread.of(all(one).stream().mapToDouble(figure).toArray());
    }

    /** How many times the figure of {@code other} that of {@code one} is. */
    public Spread ratio(Case one, Case other, ToDoubleFunction<Rate> figure) {
        List<Rate> ones = all(one);
        List<Rate> others = all(other);
        return Spread.of(IntStream.range(0, ones.size())
                .mapToDouble(round -> figure.applyAsDouble(ones.get(round)) / figure.applyAsDouble(others.get(round)))
                .toArray());
    }

    private List<Rate> all(Case one) {
        List<Rate> found = rates.get(one);
        if (found == null) {
            throw new IllegalArgumentException(one + " was not measured");
        }
        return found;
    }
}
