package dev.hypergraph4j.benchmarks;

import static dev.hypergraph4j.benchmarks.DurableBenchmark.DBOS_SLOW;
import static dev.hypergraph4j.benchmarks.DurableBenchmark.LEASED_POSTGRES;
import static dev.hypergraph4j.benchmarks.DurableBenchmark.RAW_POSTGRES;
import static dev.hypergraph4j.benchmarks.DurableBenchmark.RAW_SLOW;
import static dev.hypergraph4j.benchmarks.DurableBenchmark.RAW_SQLITE;
import static dev.hypergraph4j.benchmarks.DurableBenchmark.SLOW;
import static dev.hypergraph4j.benchmarks.DurableBenchmark.dbos;
import static dev.hypergraph4j.benchmarks.DurableBenchmark.postgres;
import static dev.hypergraph4j.benchmarks.DurableBenchmark.sqlite;

import dev.hypergraph4j.benchmarks.durable.Case;
import dev.hypergraph4j.benchmarks.durable.Growth;
import dev.hypergraph4j.benchmarks.durable.Rate;
import dev.hypergraph4j.benchmarks.durable.Rates;
import dev.hypergraph4j.benchmarks.durable.Resumption;
import dev.hypergraph4j.benchmarks.report.Environment;
import dev.hypergraph4j.benchmarks.report.Spread;
import dev.hypergraph4j.benchmarks.report.Table;
import dev.hypergraph4j.runtime.durable.Durability;
import java.util.List;

/** Puts what {@link DurableBenchmark} measured beside the bars. */
final class DurableReport {
    private static final int MANY = 64;

    private final Rates rates;
    private final Growth growth;
    private final Resumption resumption;

    DurableReport(Rates rates, Growth growth, Resumption resumption) {
        this.rates = rates;
        this.growth = growth;
        this.resumption = resumption;
    }

    @Override
    public String toString() {
        return String.join("\n\n", List.of(Environment.line(), speeds(), bars(), sizes()));
    }

    private String speeds() {
        Table table = new Table("", "steps a second", "CPU of the JVM, us a step", "of the server");
        for (Case one : rates.cases()) {
            table.row(
                    one.toString(),
                    rates.of(one, Rate::stepsASecond).rounded(),
                    rates.of(one, Rate::jvmMicros).roundedMedian(),
                    rates.of(one, Rate::serverMicros).roundedMedian());
        }
        return table.toString();
    }

    private String bars() {
        Table table = new Table("steps a second", "ratio", "bar", "");
        Case alone = sqlite(Durability.SYNC, 1);
        Case aloneOnServer = postgres(Durability.SYNC, 1);
        Case many = postgres(Durability.SYNC, MANY);
        least(table, "SQLite: 64 at once, beside one alone", speed(sqlite(Durability.SYNC, MANY), alone), 6);
        least(table, "SQLite: one alone, beside bare commits", speed(alone, RAW_SQLITE), 0.7);
        least(table, "PostgreSQL: 64 at once, beside DBOS", speed(many, dbos(MANY)), 2);
        least(table, "PostgreSQL: one alone, beside DBOS", speed(aloneOnServer, dbos(1)), 1);
        least(table, "PostgreSQL: one alone, beside bare commits", speed(aloneOnServer, RAW_POSTGRES), 0.7);
        other(table, "the same where commits take 1 ms longer", speed(SLOW, RAW_SLOW));
        other(table, "the same, beside DBOS", speed(SLOW, DBOS_SLOW));
        other(table, "PostgreSQL: a row behind a lease, beside bare commits", speed(LEASED_POSTGRES, RAW_POSTGRES));
        most(table, "CPU a step, 64 at once, beside DBOS", rates.ratio(many, dbos(MANY), Rate::cpuMicros), 1 / 3.0);
        most(
                table,
                "CPU a step, one alone, beside DBOS",
                rates.ratio(aloneOnServer, dbos(1), Rate::cpuMicros),
                1 / 3.0);
        other(
                table,
                "CPU a step, a row behind a lease, beside DBOS",
                rates.ratio(LEASED_POSTGRES, dbos(1), Rate::cpuMicros));
        most(table, "Time to resume, 1,000,000 steps beside 1,000", resumption.ratio(), 1);
        return table.toString();
    }

    private Spread speed(Case one, Case other) {
        return rates.ratio(one, other, Rate::stepsASecond);
    }

    private static void other(Table table, String what, Spread ratio) {
        table.row(what, ratio.precise(), "", "");
    }

    private static void least(Table table, String what, Spread ratio, double bar) {
        table.row(what, ratio.precise(), "at least " + Table.number(bar), Table.bar(ratio.median() >= bar));
    }

    private static void most(Table table, String what, Spread ratio, double bar) {
        table.row(what, ratio.precise(), String.format("at most %.2f", bar), Table.bar(ratio.median() <= bar));
    }

    private String sizes() {
        Table table = new Table("", "");
        growth.bytesAStep().forEach((who, bytes) -> table.row("bytes a step, " + who, String.format("%.0f", bytes)));
        table.row("commits of a chain of 10", Long.toString(growth.commits()));
        table.row(
                "ms to open and resume, 1,000 steps in the store",
                resumption.smallMillis().rounded());
        table.row("the same with 1,000,000", resumption.largeMillis().rounded());
        return table.toString();
    }
}
