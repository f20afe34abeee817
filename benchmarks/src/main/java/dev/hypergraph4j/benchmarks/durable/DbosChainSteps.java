package dev.hypergraph4j.benchmarks.durable;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.workflow.Workflow;

/** The same ten steps as in {@link Chain}, as a workflow of DBOS. */
public final class DbosChainSteps implements DbosChain {
    private final DBOS dbos;

    DbosChainSteps(DBOS dbos) {
        this.dbos = dbos;
    }

    @Override
    @Workflow
    public Tally run(Tally start) {
        Tally first = dbos.runStep(() -> start.next(), "toFirst");
        Tally second = dbos.runStep(() -> first.next(), "toSecond");
        Tally third = dbos.runStep(() -> second.next(), "toThird");
        Tally fourth = dbos.runStep(() -> third.next(), "toFourth");
        Tally fifth = dbos.runStep(() -> fourth.next(), "toFifth");
        Tally sixth = dbos.runStep(() -> fifth.next(), "toSixth");
        Tally seventh = dbos.runStep(() -> sixth.next(), "toSeventh");
        Tally eighth = dbos.runStep(() -> seventh.next(), "toEighth");
        Tally ninth = dbos.runStep(() -> eighth.next(), "toNinth");
        return dbos.runStep(() -> ninth.next(), "toTenth");
    }
}
