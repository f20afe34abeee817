package dev.hypergraph4j.benchmarks.durable;

import dev.hypergraph4j.runtime.durable.Durability;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a store grows by, and how often it commits.
 *
 * @param bytesAStep by who records: the size of a database, for each of its steps
 * @param commits how many transactions one chain takes
 */
public record Growth(Map<String, Double> bytesAStep, long commits) {
    private static final int CHAINS = 300;
    private static final int AT_ONCE = 8;

    /** PostgreSQL keeps with each row which transaction has written it, and each one of a chain writes lines of the journal. */
    private static final String COMMITS = "SELECT COUNT(DISTINCT xmin::text) FROM hg_journal";

    /** Measures it, in databases of its own. */
    public static Growth measure(Databases databases) throws Exception {
        Map<String, Double> bytes = new LinkedHashMap<>();
        bytes.put("SQLite", inFile(databases));
        bytes.put(
                "PostgreSQL",
                onServer(databases, () -> databases.chainsOnServer("growth", Durability.RELAXED), "growth"));
        bytes.put("DBOS", onServer(databases, () -> new DbosRuns(databases.onServer("growth_dbos")), "growth_dbos"));
        return new Growth(bytes, commits(databases));
    }

    private static double inFile(Databases databases) throws Exception {
        try (Contestant chains = databases.chainsInFile("growth", Durability.RELAXED)) {
            chains.run();
            long before = databases.size(databases.file("growth"));
            long steps = Drive.repeat(chains, AT_ONCE, CHAINS);
            return (double) (databases.size(databases.file("growth")) - before) / steps;
        }
    }

    private static double onServer(Databases databases, Contestant.Opening opening, String database) throws Exception {
        try (Contestant chains = opening.open()) {
            chains.run();
            long before = databases.onServer(database).size();
            long steps = Drive.repeat(chains, AT_ONCE, CHAINS);
            return (double) (databases.onServer(database).size() - before) / steps;
        }
    }

    private static long commits(Databases databases) throws Exception {
        try (Contestant chains = databases.chainsOnServer("commits", Durability.RELAXED)) {
            chains.run();
            return databases.onServer("commits").number(COMMITS);
        }
    }
}
