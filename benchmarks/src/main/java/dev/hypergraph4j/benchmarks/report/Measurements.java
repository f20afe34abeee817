package dev.hypergraph4j.benchmarks.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What JMH measured, with one value a round: the median of the iterations in that round's JVM. What is compared is measured in turns, one
 * directly after the other, and ratios are taken within a round: a machine that slows down for a while slows down both.
 */
public final class Measurements {
    private static final String BYTES = "gc.alloc.rate.norm";

    private final Map<Case, List<Sample>> samples = new HashMap<>();

    /**
     * A benchmark method on a shape of graph.
     *
     * @param method the name of the method
     * @param shape the parameter "shape" of its class; empty where it has none
     */
    public record Case(String method, String shape) {}

    private record Sample(double nanos, double bytes) {}

    private Measurements() {}

    /** Measures all {@code cases} of {@code benchmark} in turns. Says on standard error how far it is. */
    public static Measurements of(Class<?> benchmark, List<Case> cases, Effort effort) throws RunnerException {
        Measurements measurements = new Measurements();
        for (int round = 1; round <= effort.rounds(); round++) {
            for (Case one : cases) {
                Sample sample = measure(benchmark, one, effort);
                measurements
                        .samples
                        .computeIfAbsent(one, none -> new ArrayList<>())
                        .add(sample);
                System.err.printf(
                        "round %d of %d: %s %s: %.0f ns, %.0f bytes%n",
                        round, effort.rounds(), one.method(), one.shape(), sample.nanos, sample.bytes);
            }
        }
        return measurements;
    }

    /** Nanoseconds an operation. */
    public Spread nanos(Case one) {
        return spread(one, Sample::nanos);
    }

    /** Bytes allocated by an operation. */
    public Spread bytes(Case one) {
        return spread(one, Sample::bytes);
    }

    /** How many times as long as {@code other} takes {@code one} takes. */
    public Spread ratio(Case one, Case other) {
        return compared(one, other, (a, b) -> a / b);
    }

    /** How many nanoseconds {@code one} takes longer than {@code other}. */
    public Spread difference(Case one, Case other) {
        return compared(one, other, (a, b) -> a - b);
    }

    private Spread spread(Case one, ToDoubleFunction<Sample> figure) {
        return Spread.of(samples(one).stream().mapToDouble(figure).toArray());
    }

    private Spread compared(Case one, Case other, DoubleBinaryOperator comparison) {
        List<Sample> ones = samples(one);
        List<Sample> others = samples(other);
        return Spread.of(IntStream.range(0, ones.size())
                .mapToDouble(round -> comparison.applyAsDouble(ones.get(round).nanos, others.get(round).nanos))
                .toArray());
    }

    private List<Sample> samples(Case one) {
        List<Sample> found = samples.get(one);
        if (found == null) {
            throw new IllegalArgumentException(one + " was not measured");
        }
        return found;
    }

    private static Sample measure(Class<?> benchmark, Case one, Effort effort) throws RunnerException {
        RunResult result = new Runner(options(benchmark, one, effort).build()).runSingle();
        double bytes = result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(BYTES))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElseThrow();
        return new Sample(result.getPrimaryResult().getStatistics().getPercentile(50), bytes);
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark, Case one, Effort effort) {
        TimeValue each = TimeValue.milliseconds(effort.millis());
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + benchmark.getName() + "." + one.method() + "$")
                .forks(1)
                .warmupIterations(effort.iterations())
                .warmupTime(each)
                .measurementIterations(effort.iterations())
                .measurementTime(each)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        return one.shape().isEmpty() ? options : options.param("shape", one.shape());
    }
}
