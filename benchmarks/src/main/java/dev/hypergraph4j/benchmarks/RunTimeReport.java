package dev.hypergraph4j.benchmarks;

import dev.hypergraph4j.benchmarks.report.Environment;
import dev.hypergraph4j.benchmarks.report.Measurements;
import dev.hypergraph4j.benchmarks.report.Measurements.Case;
import dev.hypergraph4j.benchmarks.report.Spread;
import dev.hypergraph4j.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;

/** Which cases {@link RunTimeBenchmark} measures, and what they say about the bars. */
final class RunTimeReport {
    private static final String GRAPH = "graph";
    private static final String CALLS = "calls";
    private static final String CLOCKED = "clockedCalls";
    private static final String FUTURES = "futures";
    private static final String PRODUCERS = "producers";
    private static final String LANG_GRAPH = "langGraph";

    private static final String ONE_NODE = "chain-1";
    private static final String TEN_NODES = "chain-10";

    private static final double MOST_TIMES_CLOCKED_CALLS = 1.25;
    private static final double MOST_NANOS_A_RUN = 150;
    private static final double MOST_BYTES_A_RUN = 600;
    private static final double MOST_BYTES_A_NODE = 32;
    private static final double LEAST_TIMES_FOR_PRODUCERS = 4;

    private final List<String> shapes;

    RunTimeReport(List<String> shapes) {
        this.shapes = shapes;
    }

    /** All cases, those to be compared next to each other. */
    List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String shape : shapes) {
            cases.add(new Case(CALLS, shape));
            cases.add(new Case(CLOCKED, shape));
            cases.add(new Case(GRAPH, shape));
            cases.addAll(peers(shape));
        }
        return cases;
    }

    String of(Measurements all) {
        return String.join("\n\n", Environment.line(), times(all), constants(all), allocations(all), peers(all));
    }

    private String times(Measurements all) {
        Table table = new Table(
                "graph", "calls, ns", "with clock, ns", "run, ns", "run / calls with clock", "at most", "bar");
        for (String shape : shapes) {
            Spread ratio = all.ratio(new Case(GRAPH, shape), new Case(CLOCKED, shape));
            table.row(
                    shape,
                    all.nanos(new Case(CALLS, shape)).roundedMedian(),
                    all.nanos(new Case(CLOCKED, shape)).roundedMedian(),
                    all.nanos(new Case(GRAPH, shape)).roundedMedian(),
                    ratio.precise(),
                    nodes(shape) == 1 ? "" : Table.number(MOST_TIMES_CLOCKED_CALLS),
                    nodes(shape) == 1 ? "" : Table.bar(ratio.median() <= MOST_TIMES_CLOCKED_CALLS));
        }
        return table.toString();
    }

    private static String constants(Measurements all) {
        Table table = new Table("run - calls with clock", "ns", "at most", "bar");
        for (String shape : List.of(ONE_NODE, TEN_NODES)) {
            Spread constant = all.difference(new Case(GRAPH, shape), new Case(CLOCKED, shape));
            table.row(
                    shape,
                    constant.rounded(),
                    Table.number(MOST_NANOS_A_RUN),
                    Table.bar(constant.median() <= MOST_NANOS_A_RUN));
        }
        return table.toString();
    }

    private String allocations(Measurements all) {
        Table table = new Table("graph", "calls with clock, bytes", "run, bytes", "at most", "bar");
        for (String shape : shapes) {
            Spread bytes = all.bytes(new Case(GRAPH, shape));
            double most = MOST_BYTES_A_RUN + MOST_BYTES_A_NODE * nodes(shape);
            table.row(
                    shape,
                    all.bytes(new Case(CLOCKED, shape)).roundedMedian(),
                    bytes.roundedMedian(),
                    Table.number(most),
                    Table.bar(bytes.median() <= most));
        }
        return table.toString();
    }

    private String peers(Measurements all) {
        Table table = new Table("graph", "called by", "ns", "bytes", "times as long as the run", "at least", "bar");
        for (String shape : shapes) {
            for (Case peer : peers(shape)) {
                Spread ratio = all.ratio(peer, new Case(GRAPH, shape));
                boolean hasBar = peer.equals(new Case(PRODUCERS, TEN_NODES));
                table.row(
                        shape,
                        peer.method(),
                        all.nanos(peer).roundedMedian(),
                        all.bytes(peer).roundedMedian(),
                        ratio.precise(),
                        hasBar ? Table.number(LEAST_TIMES_FOR_PRODUCERS) : "",
                        hasBar ? Table.bar(ratio.median() >= LEAST_TIMES_FOR_PRODUCERS) : "");
            }
        }
        return table.toString();
    }

    private static List<Case> peers(String shape) {
        List<Case> peers = new ArrayList<>();
        if (!shape.startsWith("token-") && nodes(shape) > 1) {
            peers.add(new Case(FUTURES, shape));
            if (nodes(shape) <= 100) {
                peers.add(new Case(PRODUCERS, shape));
            }
        }
        if (shape.equals(TEN_NODES)) {
            peers.add(new Case(LANG_GRAPH, shape));
        }
        return peers;
    }

    private static int nodes(String shape) {
        return Integer.parseInt(shape.substring(shape.lastIndexOf('-') + 1));
    }
}
