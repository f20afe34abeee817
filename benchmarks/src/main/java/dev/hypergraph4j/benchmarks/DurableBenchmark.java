package dev.hypergraph4j.benchmarks;

import dev.hypergraph4j.benchmarks.durable.Case;
import dev.hypergraph4j.benchmarks.durable.Contestant;
import dev.hypergraph4j.benchmarks.durable.Databases;
import dev.hypergraph4j.benchmarks.durable.DbosRuns;
import dev.hypergraph4j.benchmarks.durable.Drive;
import dev.hypergraph4j.benchmarks.durable.Growth;
import dev.hypergraph4j.benchmarks.durable.LeasedRows;
import dev.hypergraph4j.benchmarks.durable.PostgresServer;
import dev.hypergraph4j.benchmarks.durable.Rate;
import dev.hypergraph4j.benchmarks.durable.Rates;
import dev.hypergraph4j.benchmarks.durable.RawCommits;
import dev.hypergraph4j.benchmarks.durable.Resumption;
import dev.hypergraph4j.benchmarks.report.Effort;
import dev.hypergraph4j.runtime.durable.Durability;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fast durable runs are, beside the bare commits of the same databases and beside DBOS, all in one JVM and in turns. Not for JMH, whose
 * iterations are too short for a disk, and which does not count what a server does.
 */
public final class DurableBenchmark {
    static final Case RAW_SQLITE = new Case("SQLite, bare commits", 1);
    static final Case RAW_POSTGRES = new Case("PostgreSQL, bare commits", 1);
    static final Case LEASED_POSTGRES = new Case("PostgreSQL, a row behind a lease", 1);
    static final Case RAW_SLOW = new Case("PostgreSQL, commits 1 ms slower, bare", 1);
    static final Case SLOW = new Case("PostgreSQL, commits 1 ms slower, SYNC", 1);
    static final Case DBOS_SLOW = new Case("PostgreSQL, commits 1 ms slower, DBOS", 1);
    private static final int[] AT_ONCE = {1, 8, 64};
    private static final Duration SLOWER = Duration.ofMillis(1);

    private final Databases databases;
    private final Effort effort;
    private final Rates rates = new Rates();
    private final Map<Case, Contestant.Opening> cases = new LinkedHashMap<>();

    private DurableBenchmark(Databases databases, Effort effort) {
        this.databases = databases;
        this.effort = effort;
    }

    /** Measures, and prints the tables. */
    public static void main(String[] arguments) throws Exception {
        Effort effort = Effort.of(arguments);
        try (Databases databases =
                new Databases(Files.createTempDirectory("durable-benchmark"), PostgresServer.start())) {
            DurableBenchmark benchmark = new DurableBenchmark(databases, effort);
            benchmark.addCases();
            Rates rates = benchmark.measure();
            Growth growth = Growth.measure(databases);
            Resumption resumption = Resumption.measure(databases, effort.rounds() * 3 + 4);
            System.out.println(new DurableReport(rates, growth, resumption));
        }
        System.exit(0); // DBOS leaves threads behind.
    }

    static Case sqlite(Durability durability, int atOnce) {
        return new Case("SQLite, " + durability, atOnce);
    }

    static Case postgres(Durability durability, int atOnce) {
        return new Case("PostgreSQL, " + durability, atOnce);
    }

    static Case dbos(int atOnce) {
        return new Case("PostgreSQL, DBOS", atOnce);
    }

    /** What is compared stands together. */
    private void addCases() {
        addCasesInFiles();
        addCasesOnServer();
        addCasesOnSlowServer();
    }

    private void addCasesInFiles() {
        cases.put(RAW_SQLITE, () -> RawCommits.sqlite("jdbc:sqlite:" + databases.file("raw")));
        for (int atOnce : AT_ONCE) {
            cases.put(sqlite(Durability.SYNC, atOnce), () -> databases.chainsInFile("sync", Durability.SYNC));
        }
        for (int atOnce : AT_ONCE) {
            cases.put(sqlite(Durability.RELAXED, atOnce), () -> databases.chainsInFile("relaxed", Durability.RELAXED));
        }
    }

    private void addCasesOnServer() {
        cases.put(
                RAW_POSTGRES,
                () -> RawCommits.postgres(databases.onServer("raw").url()));
        cases.put(
                LEASED_POSTGRES,
                () -> new LeasedRows(databases.onServer("leased").url()));
        for (int atOnce : AT_ONCE) {
            cases.put(postgres(Durability.SYNC, atOnce), () -> databases.chainsOnServer("sync", Durability.SYNC));
            cases.put(dbos(atOnce), () -> new DbosRuns(databases.onServer("dbos")));
        }
        for (int atOnce : AT_ONCE) {
            cases.put(
                    postgres(Durability.RELAXED, atOnce),
                    () -> databases.chainsOnServer("relaxed", Durability.RELAXED));
        }
    }

    /** What one alone does beside the flush of a commit counts less where the flush takes longer. */
    private void addCasesOnSlowServer() {
        cases.put(
                RAW_SLOW,
                () -> RawCommits.postgres(
                        databases.onSlowServer("slow_raw", SLOWER).url()));
        cases.put(SLOW, () -> Databases.chainsIn(databases.onSlowServer("slow_sync", SLOWER), Durability.SYNC));
        cases.put(DBOS_SLOW, () -> new DbosRuns(databases.onSlowServer("slow_dbos", SLOWER)));
    }

    /** One round more than is kept: in the first one the JIT is at work. */
    private Rates measure() throws Exception {
        Drive drive = new Drive(effort.millis(), effort.millis() * effort.iterations() * 2);
        for (int round = 0; round <= effort.rounds(); round++) {
            for (Map.Entry<Case, Contestant.Opening> one : cases.entrySet()) {
                Rate rate = measure(one.getKey(), one.getValue(), drive);
                System.err.printf(
                        "round %d of %d: %s: %.0f steps a second, %.0f us of CPU a step (%.0f + %.0f)%n",
                        round,
                        effort.rounds(),
                        one.getKey(),
                        rate.stepsASecond(),
                        rate.cpuMicros(),
                        rate.jvmMicros(),
                        rate.serverMicros());
                if (round > 0) {
                    rates.add(one.getKey(), rate);
                }
            }
        }
        return rates;
    }

    private Rate measure(Case one, Contestant.Opening opening, Drive drive) throws Exception {
        try (Contestant contestant = opening.open()) {
            return drive.measure(contestant, one.atOnce(), databases.server()::cpuNanos);
        }
    }
}
