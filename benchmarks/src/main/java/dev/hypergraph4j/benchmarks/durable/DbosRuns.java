package dev.hypergraph4j.benchmarks.durable;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.config.DBOSConfig;

/** Runs of the same chain as a workflow of DBOS, with the settings that it has by default. */
public final class DbosRuns implements Contestant {
    private final DBOS dbos;
    private final DbosChain chain;

    /** Launches DBOS on a database. */
    public DbosRuns(PostgresServer.Database database) {
        dbos = new DBOS(DBOSConfig.defaults("benchmark")
                .withDatabaseUrl(database.url())
                .withDbUser(database.user())
                .withDbPassword(database.password()));
        chain = dbos.registerProxy(DbosChain.class, new DbosChainSteps(dbos));
        dbos.launch();
    }

    @Override
    public int run() {
        int steps = chain.run(Tally.start()).count();
        if (steps != Chain.STEPS) {
            throw new IllegalStateException(steps + " steps");
        }
        return steps;
    }

    @Override
    public void close() {
        dbos.close();
    }
}
