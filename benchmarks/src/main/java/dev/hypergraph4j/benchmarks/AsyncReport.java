package dev.hypergraph4j.benchmarks;

import dev.hypergraph4j.benchmarks.report.Environment;
import dev.hypergraph4j.benchmarks.report.Measurements;
import dev.hypergraph4j.benchmarks.report.Measurements.Case;
import dev.hypergraph4j.benchmarks.report.Spread;
import dev.hypergraph4j.benchmarks.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which cases {@link AsyncBenchmark} measures, and what they say about the bars. */
final class AsyncReport {
    private static final double NO_BAR = Double.POSITIVE_INFINITY;

    private static final List<Pair> PAIRS = List.of(
            new Pair("100 nodes that wait 1 ms", "waitsOnRunner", "waitsOnExecutor", 1.3),
            new Pair("the same, runner's own threads", "waitsOnDefaultRunner", "waitsOnExecutor", 1.3),
            new Pair("diamond of 1,000 nodes", "diamondOnRunner", "diamondOnExecutor", 1.5),
            new Pair("the same, runner's own threads", "diamondOnDefaultRunner", "diamondOnExecutor", 1.5),
            new Pair("chain of 10, beside SyncRunner", "chainOnRunner", "chainOnSyncRunner", NO_BAR));

    /** A method, what it is compared with, and how many times as long it may take. */
    private record Pair(String name, String method, String baseline, double most) {
        Case one() {
            return new Case(method, "");
        }

        Case other() {
            return new Case(baseline, "");
        }
    }

    private AsyncReport() {}

    /** All cases, those to be compared next to each other. */
    static List<Case> cases() {
        return PAIRS.stream()
                .flatMap(pair -> Stream.of(pair.other(), pair.one()))
                .distinct()
                .toList();
    }

    static String of(Measurements all) {
        Table table = new Table("what", "by hand, us", "AsyncRunner, us", "ratio", "at most", "bar");
        for (Pair pair : PAIRS) {
            Spread ratio = all.ratio(pair.one(), pair.other());
            boolean hasBar = pair.most() != NO_BAR;
            table.row(
                    pair.name(),
                    micros(all, pair.other()),
                    micros(all, pair.one()),
                    ratio.precise(),
                    hasBar ? Table.number(pair.most()) : "",
                    hasBar ? Table.bar(ratio.median() <= pair.most()) : "");
        }
        return Environment.line() + ", " + ExecutorKind.ofThisJvm() + "\n\n" + table;
    }

    private static String micros(Measurements all, Case one) {
        double micros = all.nanos(one).median() / 1000;
        return String.format(Locale.ROOT, micros < 10 ? "%.2f" : "%.0f", micros);
    }
}
